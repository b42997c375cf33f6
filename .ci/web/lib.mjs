// What the five checks share: the pages of a built site and their types, a
// local server that answers as a good host would, the browser, and the table
// that each check ends with.

import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

/** The folder named on the command line: a built site. */
export function siteDir() {
  const dir = process.argv[2];
  if (!dir || !fs.existsSync(path.join(dir, 'index.html'))) {
    console.error(`usage: node ${path.relative('', process.argv[1])} PUBLIC_DIR   (a built site)`);
    process.exit(2);
  }
  return path.resolve(dir);
}

// Folder of a page, without its language, to its type. A sensitive page has a
// short folder of its own: p/12.html is a guide, too.
const TYPES = [
  [/^index\.html$/, 'home'],
  [/^404\.html$/, 'missing'],
  [/^desa\/index\.html$/, 'directory'],
  [/^desa\/.*-poster\.html$/, 'poster'],
  [/-kartu\.html$/, 'pocket'],
  [/^desa\//, 'village'],
  [/\/index\.html$/, 'list'],
  [/^(panduan|p)\//, 'guide'],
  [/^(langkah|l)\//, 'checklist'],
  [/^(negara|n)\//, 'country'],
  [/^nomor-(penting|semua)\.html$/, 'emergency'],
  [/^arti-kata\.html$/, 'glossary'],
  [/^cari\.html$/, 'search'],
];
const LANGUAGE_FOLDER = /^(en|jv|mad)\//;

/** All pages of the site, sorted: {path, type, lang, size}. Those that only lead on to
 * another address cannot be looked at, and come only when they are asked for. */
export function pagesOf(dir, { moved = false } = {}) {
  return fs.readdirSync(dir, { recursive: true })
    .map(file => file.split(path.sep).join('/'))
    .filter(file => file.endsWith('.html'))
    .filter(file => moved || !fs.readFileSync(path.join(dir, file), 'utf8').includes('http-equiv="refresh"'))
    .sort()
    .map(file => {
      const plain = file.replace(LANGUAGE_FOLDER, '');
      const type = TYPES.find(([pattern]) => pattern.test(plain))?.[1] ?? 'plain';
      return { path: file, type, lang: file.match(LANGUAGE_FOLDER)?.[1] ?? 'id', size: fs.statSync(path.join(dir, file)).size };
    });
}

/** The largest page of each of these types, in Indonesian. */
export function largestOf(pages, types) {
  return types
    .map(type => pages.filter(p => p.type === type && p.lang === 'id').sort((a, b) => b.size - a.size)[0])
    .filter(Boolean);
}

const MEDIA_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.vcf': 'text/vcard; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.zip': 'application/zip',
};

/**
 * Serves dir on a free port: brotli where there is a .br and the browser takes
 * it, 404.html with status 404. Every answer is noted in `log` as {path, bytes}
 * with its headers counted.
 */
export async function serve(dir) {
  const log = [];
  const server = http.createServer((request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (name.endsWith('/')) name += 'index.html';
    let file = path.join(dir, path.normalize(name));
    let status = 200;
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
      status = 404;
      file = path.join(dir, '404.html');
    }
    const headers = {
      'Content-Type': MEDIA_TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
      'Vary': 'Accept-Encoding',
    };
    if (/\bbr\b/.test(request.headers['accept-encoding'] ?? '') && fs.existsSync(file + '.br')) {
      file += '.br';
      headers['Content-Encoding'] = 'br';
    }
    const body = fs.readFileSync(file);
    response.writeHead(status, { ...headers, 'Content-Length': body.length });
    response.end(body);
    log.push({ path: name, bytes: body.length + response._header.length });
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    log,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export function launch() {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  });
}

/** A phone's screen of this width. */
export const phone = width => ({ width, height: 640, deviceScaleFactor: 2, isMobile: true, hasTouch: true });

/** Calls work(item, tab) for every item, one tab and one server per core. */
export async function onEveryTab(dir, items, work) {
  const browser = await launch();
  const queue = [...items];
  const oneTab = async () => {
    const server = await serve(dir);
    const tab = await browser.newPage();
    for (let item; (item = queue.shift());) {
      try {
        await work(item, tab, server);
      } catch (error) {
        throw new Error(`${item.path}: ${error.message}`, { cause: error });
      }
    }
    server.close();
  };
  try {
    await Promise.all(Array.from({ length: Math.max(2, os.availableParallelism()) }, oneTab));
  } finally {
    await browser.close();
  }
}

/**
 * Gathers figures and faults, prints them, and ends the process: 1 when a
 * figure is missed.
 */
export class Report {
  #figures = [];
  #lists = { fault: new Map(), note: new Map() };
  #started = Date.now();

  constructor(name) {
    this.name = name;
  }

  /** A figure: worst value and its page. With two limits, target and fail, between them is "over target". */
  figure(what, { target, fail = target, worst, page = '', unit = '', digits = 0 }) {
    const verdict = worst > fail ? 'MISSED' : worst > target ? 'over target' : 'met';
    const limit = fail === target ? `${target}` : `${target} (fails > ${fail})`;
    this.#figures.push([what, `${limit}${unit}`, `${worst.toFixed(digits)}${unit}`, page, verdict]);
  }

  /** A figure that is a number of faults, {what, page, element?}, of which there must be none. */
  none(what, faults) {
    for (const { what: fault, page, element } of faults) {
      this.fault(`${what}: ${fault}`, element ? `${page} ${element}` : page);
    }
    this.figure(what, { target: 0, worst: faults.length, page: faults[0]?.page });
  }

  /** Something wrong on a page; the same words in many places are printed once. */
  fault(what, place) {
    this.#add('fault', what, place);
  }

  /** Something that a person should look at, but that fails nothing. */
  note(what, place) {
    this.#add('note', what, place);
  }

  #add(list, what, place) {
    const places = this.#lists[list].get(what) ?? new Set();
    this.#lists[list].set(what, places.add(place));
  }

  finish() {
    for (const list of ['note', 'fault']) {
      for (const [what, places] of this.#lists[list]) {
        const [first, second, ...rest] = places;
        const where = [first, second, rest.length && `${rest.length} more`].filter(Boolean).join('; ');
        console.log(`${list}  ${what}\n       at ${where}`);
      }
    }
    const rows = [['figure', 'target', 'worst', 'page', 'verdict'], ...this.#figures];
    const widths = rows[0].map((_, i) => Math.max(...rows.map(row => row[i].length)));
    for (const row of rows) console.log(row.map((cell, i) => cell.padEnd(widths[i])).join('  ').trimEnd());
    const missed = this.#figures.filter(row => row.at(-1) === 'MISSED').length;
    const seconds = ((Date.now() - this.#started) / 1000).toFixed(0);
    console.log(`${this.name}: ${missed ? `${missed} figures missed` : 'all figures held'}, ${seconds} s`);
    process.exit(missed ? 1 : 0);
  }
}

/** The item with the greatest value(item), as {worst, page}. */
export function worst(items, value) {
  let found = { worst: 0, page: '' };
  for (const item of items) {
    if (value(item) > found.worst) found = { worst: value(item), page: item.page };
  }
  return found;
}

export const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
