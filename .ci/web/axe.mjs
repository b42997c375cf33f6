// Accessibility of every page as a phone shows it: axe at 320 and 360 px, light
// and dark; nothing wider than the screen, with text at 200 % too; targets at
// least 44 px high.

import axe from 'axe-core';
import { doubleText, overflow, runAxe, smallTargets } from './inpage.mjs';
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
