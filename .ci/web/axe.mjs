// Accessibility of every page as a phone shows it: axe at 320 and 360 px, light
// and dark; nothing wider than the screen, with text at 200 % too; targets at
// least 44 px high.

import axe from 'axe-core';
import { onEveryTab, pagesOf, phone, Report, siteDir } from './lib.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCREENS = [320, 360].flatMap(width => ['light', 'dark'].map(colours => ({ width, colours })));
const TARGET_HEIGHT = 44;

const dir = siteDir();
const pages = pagesOf(dir);
const violations = [], wide = [], wideText = [], small = [];
const report = new Report('axe');

await onEveryTab(dir, pages, async ({ path }, tab, server) => {
  if (!tab.prepared) {
    tab.prepared = true;
    await tab.setViewport(phone(320));
    await tab.emulateFocusedPage(true); // only one tab has the real focus
    await tab.evaluateOnNewDocument(axe.source); // not subject to the page's CSP
  }
  await tab.goto(server.url + path, { waitUntil: 'load' });
  await tab.$$eval('details', boxes => boxes.forEach(box => { box.open = true; }));
  for (const { width, colours } of SCREENS) {
    await tab.setViewport(phone(width));
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colours }]);
    const found = await tab.evaluate(runAxe, TAGS);
    for (const { kind, text, element } of found) {
      if (kind === 'violation') violations.push({ what: `${text} (${colours})`, page: path, element });
      else report.note(`${kind}: ${text} (${colours})`, `${path} ${element}`);
    }
  }
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await tab.setViewport(phone(320));
  for (const found of await tab.evaluate(smallTargets, TARGET_HEIGHT)) small.push({ ...found, page: path });
  for (const found of await tab.evaluate(overflow, 320)) wide.push({ ...found, page: path });
  await tab.evaluate(doubleText);
  for (const found of await tab.evaluate(overflow, 320)) wideText.push({ ...found, page: path });
});

report.none('axe violations', violations);
report.none('wider than 320 px', wide);
report.none('wider than 320 px, text 200 %', wideText);
report.none(`targets under ${TARGET_HEIGHT} px`, small);
console.log(`${pages.length} pages, ${SCREENS.length} screens each`);
report.finish();

// The functions below run in the page.

/** axe's findings as {kind, text, element}; text under 7:1 is "contrast", to be read by a person. */
async function runAxe(tags) {
  const { violations, incomplete } = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
    preload: false,
  });
  const describe = (kind, { id, help, nodes }) => nodes.map(node => {
    const contrast = node.any[0]?.data?.contrastRatio;
    return {
      kind: id === 'color-contrast-enhanced' ? 'contrast under 7:1' : kind,
      text: `${id}, ${contrast ? `${contrast}:1` : help}`,
      element: node.target.join(' '),
    };
  });
  return [
    ...violations.flatMap(rule => describe('violation', rule)),
    ...incomplete.filter(rule => rule.id !== 'color-contrast-enhanced').flatMap(rule => describe('incomplete', rule)),
  ];
}

/** Elements that reach beyond the screen; one that scrolls by itself may. */
function overflow(width) {
  if (document.documentElement.scrollWidth <= width) return [];
  const beyond = [...document.body.querySelectorAll('*')].filter(element => {
    if (element.getBoundingClientRect().right <= width + 0.5 || !element.checkVisibility()) return false;
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(up).overflowX)) return false;
    }
    return true;
  });
  const innermost = beyond.filter(element => !beyond.some(other => other !== element && element.contains(other)));
  if (!innermost.length) return [{ what: `the page is ${document.documentElement.scrollWidth} px wide` }];
  return innermost.map(element => ({
    what: [element.parentElement.closest('[class], footer, header, main, body'), element]
      .map(e => [e.tagName.toLowerCase(), ...e.classList].join('.')).join(' '),
    element: JSON.stringify(element.textContent.trim().slice(0, 40)),
  }));
}

function doubleText() {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}

/** Links, buttons and fields lower than the minimum, but for links within a sentence. */
function smallTargets(minimum) {
  const blockOf = node => {
    let up = node.parentElement;
    while (getComputedStyle(up).display === 'inline') up = up.parentElement;
    return up;
  };
  const inSentence = link => {
    if (getComputedStyle(link).display !== 'inline') return false;
    const block = blockOf(link);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode());) {
      if (/[\p{L}\p{N}]/u.test(text.data) && !link.contains(text) && blockOf(text) === block) return true;
    }
    return false;
  };
  const found = [];
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    const target = element.matches('input[type=checkbox], input[type=radio]') ? element.closest('label') ?? element : element;
    let box = target.getBoundingClientRect();
    if (box.right <= 0) { // a skip link, until it has the focus
      element.focus();
      box = target.getBoundingClientRect();
      element.blur();
    }
    if (!box.height || box.height >= minimum || inSentence(target)) continue;
    const within = target.parentElement.closest('[class], footer, header, main, body');
    found.push({
      what: [within, target].map(e => [e.tagName.toLowerCase(), ...e.classList].join('.')).join(' '),
      element: `${Math.round(box.height)} px ${JSON.stringify(target.textContent.trim().slice(0, 40))}`,
    });
  }
  return found;
}
