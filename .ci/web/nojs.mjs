// Every page with scripts switched off: heading, text and numbers are there, nothing
// waits for a script to show it, and the languages link to each other. Whether links lead
// somewhere is asked by TestPortal and TestBrowserFollowsEveryLink, whether they have
// words by axe.

import { onEveryTab, pagesOf, phone, Report, siteDir } from './lib.mjs';

const dir = siteDir();
const pages = pagesOf(dir);
const faults = { text: [], hidden: [], numbers: [], languages: [] };
const seen = new Map(); // page -> what readPage found
const report = new Report('nojs');

await onEveryTab(dir, pages, async ({ path: page }, tab, server) => {
  await tab.setJavaScriptEnabled(false);
  await tab.setViewport(phone(360));
  const answer = await tab.goto(server.url + page, { waitUntil: 'load' });
  const onScreen = await tab.evaluate(readPage);
  await tab.emulateMediaType('print');
  const onPaper = new Set((await tab.evaluate(readPage)).hidden);
  await tab.emulateMediaType('screen');
  seen.set(page, onScreen);

  const fault = (list, what, element) => faults[list].push({ what, page, element });
  if (answer.status() !== 200) fault('text', `answered with status ${answer.status()}`);
  if (!onScreen.heading) fault('text', 'no visible h1');
  if (!onScreen.text) fault('text', 'main is empty');
  for (const element of onScreen.hidden) {
    if (onPaper.has(element)) fault('hidden', 'neither on the screen nor on paper', element);
  }
  for (const { href, text } of onScreen.numbers) {
    if (!sameNumber(href, text)) fault('numbers', 'the number cannot be read beside its link', `${href} "${text}"`);
  }
});

for (const { path: page } of pages) {
  for (const { href, lang, text, switches, clickable } of seen.get(page).languages) {
    const target = fileOf(href);
    const fault = what => faults.languages.push({ what, page, element: `${target} "${text}"` });
    if (!seen.has(target)) fault('leads nowhere');
    else if (seen.get(target).lang !== lang) fault(`says ${lang}, but the page is ${seen.get(target).lang}`);
    else if (switches && !seen.get(target).languages.some(back => fileOf(back.href) === page)) fault('has no way back');
    if (!clickable) fault('cannot be pressed');
  }
}

report.none('heading and text', faults.text);
report.none('hidden without JavaScript', faults.hidden);
report.none('numbers readable', faults.numbers);
report.none('language links', faults.languages);
const count = of => [...seen.values()].reduce((sum, page) => sum + page[of].length, 0);
console.log(`${pages.length} pages, ${count('numbers')} numbers, ${count('languages')} language links`);
report.finish();

/** The file that an address of the local server stands for. */
function fileOf(href) {
  const name = decodeURIComponent(new URL(href).pathname).slice(1);
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}

/** Whether a reader who cannot press the link can read its number: 0812… for +62812…. */
function sameNumber(href, text) {
  const dialled = href.replace(/^(tel:|sms:|https:\/\/wa\.me\/)/, '').replace(/[?;].*/, '').replace(/\D/g, '');
  const national = dialled.replace(/^62/, '0');
  const read = text.replace(/\(0\)/g, '').replace(/\D/g, '');
  return dialled === '' || read.includes(dialled) || read.includes(national);
}

/** Runs in the page. */
function readPage() {
  const visible = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const elements = [...document.body.querySelectorAll('*')];
  const waits = element => !visible(element) && element.textContent.trim()
    && !element.closest('form[data-aturan]') // which makes the text that stands below it
    && !element.closest('button[hidden], script, template, svg, details:not([open])')
    && !element.closest('.putus') // its address shows it (:target)
    && (element.parentElement === document.body || visible(element.parentElement))
    && !(element.hidden && [...element.children].every(child => child.matches('button, select, label, [role=status]')) && element.children.length);
  const name = element => `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}.${[...element.classList].join('.')} "${element.textContent.trim().slice(0, 40)}"`;
  const heading = document.querySelector('main h1, h1');
  const hidden = elements.filter(waits).map(name);
  for (const details of document.querySelectorAll('details')) details.open = true; // as a reader opens them
  return {
    lang: document.documentElement.lang,
    heading: heading && visible(heading) ? heading.innerText.trim() : '',
    text: document.querySelector('main')?.innerText.trim().length ?? 0,
    hidden,
    numbers: elements.filter(e => e.matches('a[href^="tel:"], a[href^="sms:"], a[href^="https://wa.me/"]'))
      .map(a => ({ href: a.href, text: (a.closest('li, p, dd, td, div') ?? a).innerText })),
    languages: elements.filter(e => e.matches('a[hreflang]')).map(a => {
      a.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = a.getClientRects()[0];
      const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const menu = a.closest('nav'); // of languages, when each of its links names one
      return {
        href: a.href,
        lang: a.hreflang,
        text: a.textContent.trim(),
        switches: !!menu && [...menu.querySelectorAll('a')].every(link => link.hreflang),
        clickable: !!top && a.contains(top),
      };
    }),
  };
}
