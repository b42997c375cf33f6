// How many A4 sheets each page takes when it is printed. Village, emergency,
// poster and pocket card are handed out or hung up: one sheet. No sheet is saved by leaving out
// a number or by letters that cannot be read.

import path from 'node:path';
import { onEveryTab, pagesOf, Report, siteDir, worst } from './lib.mjs';

const SHEETS = { village: 1, emergency: 1, poster: 1, pocket: 1, checklist: 2, country: 3 };
const SMALLEST_LETTERS = 8; // points; the version date of a poster is 3 mm
const GUIDE_SHEETS_PER_WORD = 3 / 700;

const dir = siteDir();
const printed = []; // {page, type, sheets, words}
const lost = [], small = [];
const report = new Report('print');

await onEveryTab(dir, pagesOf(dir), async ({ path: page, type }, tab, server) => {
  await tab.goto(server.url + page, { waitUntil: 'load' });
  const words = await tab.evaluate(() => document.querySelector('main')?.innerText.match(/\S+/g)?.length ?? 0);
  await tab.evaluate(turnDetails, true); // as a reader opens them: paper has no such doors
  const onScreen = await tab.evaluate(visibleNumbers);
  await tab.evaluate(turnDetails, false);
  await tab.emulateMediaType('print');
  const onPaper = new Set(await tab.evaluate(visibleNumbers));
  for (const number of onScreen) if (!onPaper.has(number)) lost.push({ what: 'not on paper', page, element: number });
  for (const text of await tab.evaluate(smallLetters, SMALLEST_LETTERS)) {
    small.push({ what: `under ${SMALLEST_LETTERS} pt`, page, element: text });
  }
  await tab.emulateMediaType(null);
  const pdf = await tab.pdf({ format: 'A4', preferCSSPageSize: true, tagged: false });
  const sheets = Buffer.from(pdf).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  printed.push({ page, type, sheets, words });
});

printed.sort((a, b) => a.page.localeCompare(b.page));
for (const [type, limit] of Object.entries(SHEETS)) {
  const ofType = printed.filter(p => p.type === type);
  if (!ofType.length) {
    report.note(`no page of type ${type}`, path.basename(dir));
    continue;
  }
  for (const { page, sheets, words } of ofType) {
    if (sheets > limit) report.fault(`${type}: more than ${limit} sheets`, `${page} ${sheets} sheets, ${words} words`);
  }
  report.figure(type, { target: limit, ...worst(ofType, p => p.sheets), unit: ' sheets' });
}
const guides = printed.filter(p => p.type === 'guide')
  .map(p => ({ ...p, over: p.sheets - Math.ceil(p.words * GUIDE_SHEETS_PER_WORD) }));
for (const { page, over, sheets, words } of guides) {
  if (over > 0) report.fault('guide: more than 3 sheets per 700 words', `${page} ${sheets} sheets, ${words} words`);
}
report.figure('guide, sheets over 3 per 700 words', { target: 0, ...worst(guides, p => p.over) });
report.none('numbers lost on paper', lost);
report.none('letters too small on paper', small);
report.finish();

// The functions below run in the page.

/** Opens the details that are closed, or closes those again. */
function turnDetails(open) {
  for (const details of document.querySelectorAll(open ? 'details:not([open])' : 'details[data-turned]')) {
    details.open = open;
    details.toggleAttribute('data-turned', open);
  }
}

function visibleNumbers() {
  const text = document.body.innerText; // what is rendered
  return [...document.querySelectorAll('main a[href^="tel:"]')]
    .map(link => link.innerText.match(/[+(\d][\d\s().-]*\d/)?.[0])
    .filter(number => number && text.includes(number));
}

function smallLetters(points) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text; (text = walker.nextNode());) {
    const element = text.parentElement;
    if (!text.data.trim() || element.closest('svg, script, style') || !element.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(element).fontSize) * 0.75;
    if (size < points) found.push(`${size.toFixed(1)} pt "${text.data.trim().slice(0, 30)}"`);
  }
  return found;
}
