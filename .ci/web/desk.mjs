// The desk of editors as a browser shows it: axe at 360 and 1280 px, light and dark, and
// nothing wider than the screen. It runs on a copy of the portal, beside the built site.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import { overflow, runAxe } from './inpage.mjs';
import { launch, phone, Report, siteDir } from './lib.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const top = path.dirname(siteDir());
const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'meja-'));
for (const folder of ['content', 'villages']) fs.cpSync(path.join(top, folder), path.join(copy, folder), { recursive: true });
// A page with a mistake, a draft, a translation that is behind.
const guide = path.join(copy, 'content/panduan/utang.md');
fs.appendFileSync(guide, '\nBaca [ini](tidak-ada.md).\n');
fs.writeFileSync(path.join(copy, 'content/panduan/utang.en.md'),
  '---\njudul: Debts\nringkasan: What to do.\ndisusun: 2026-11-01\ndraf: ya\nsiap: ya\ntinjau: sebentar\nasal: [00000000]\n---\nText.\n');

const PAGES = [
  '', '?cari=utang', 'baru', 'gambar', 'impor', 'riwayat', 'desa?berkas=villages/ambulu.md', 'desa?nama=Pace',
  'isian?berkas=content/panduan/utang.md', 'isian?berkas=content/panduan/utang.en.md', 'isian?berkas=content/beranda.md',
  'tulis?berkas=content/panduan/utang.md', 'tulis?berkas=villages/ambulu.md', 'tulis?berkas=content/kontak.yaml',
  'terjemahan?berkas=content/panduan/utang.en.md', 'terjemahan?berkas=content/panduan/tetap-lapor.en.md', 'tidak-ada',
];

const program = spawn(path.join(top, 'suluh'), ['desk', '--no-open', '--addr', '127.0.0.1:0', '--date', '2026-11-26'], { cwd: copy });
const door = await new Promise((found, lost) => {
  let said = '';
  program.stdout.on('data', data => {
    said += data;
    const address = said.match(/http:\S+masuk\?kunci=\w+/);
    if (address) found(address[0]);
  });
  program.on('exit', () => lost(new Error(`suluh desk: ${said}`)));
});

const report = new Report('desk');
const violations = [], wide = [];
const browser = await launch();
try {
  const tab = await browser.newPage();
  await tab.evaluateOnNewDocument(axe.source); // not subject to the page's CSP
  await tab.goto(door, { waitUntil: 'load' });
  for (const page of PAGES) {
    await tab.goto(door.replace(/masuk.*/, page), { waitUntil: 'load' });
    await tab.$$eval('details', boxes => boxes.forEach(box => { box.open = true; }));
    for (const width of [360, 1280]) {
      await tab.setViewport(width < 600 ? phone(width) : { width, height: 800 });
      for (const value of ['light', 'dark']) {
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        for (const { kind, text, element } of await tab.evaluate(runAxe, TAGS)) {
          if (kind === 'violation') violations.push({ what: `${text} (${value})`, page, element });
        }
      }
      for (const found of await tab.evaluate(overflow, width)) wide.push({ ...found, page: `${page} at ${width} px` });
    }
  }
} finally {
  await browser.close();
  program.removeAllListeners('exit');
  program.kill();
  fs.rmSync(copy, { recursive: true, force: true });
}
report.none('axe violations', violations);
report.none('wider than the screen', wide);
console.log(`${PAGES.length} pages, 4 screens each`);
report.finish();
