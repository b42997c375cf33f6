// The HTML of every page and the SVG files: html-validate with our rules
// (htmlvalidate.json), and the validator of the W3C, which needs Java.

import { execFile, execFileSync } from 'node:child_process';
import path from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { pagesOf, Report, siteDir } from './lib.mjs';

const here = import.meta.dirname;
const dir = siteDir();
const pages = pagesOf(dir, { moved: true });
const report = new Report('html');

const nuFaults = hasJava() ? nu() : null; // runs beside html-validate
const validator = new HtmlValidate(new FileSystemConfigLoader({ extends: [path.join(here, 'htmlvalidate.json')] }));
const faults = [];
for (const page of pages) {
  const { results } = await validator.validateFile(path.join(dir, page.path));
  for (const { ruleId, message, selector } of results.flatMap(result => result.messages)) {
    faults.push({ what: `${ruleId}: ${message}`, page: page.path, element: selector?.split(' > ').slice(-2).join(' > ') });
  }
}
report.none('html-validate', faults);
if (nuFaults) report.none('vnu', await nuFaults);
else console.log('SKIPPED  vnu: no java');
report.finish();

function hasJava() {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What the Nu checker finds in the whole folder. */
function nu() {
  const jar = path.join(here, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const args = ['-Xss4m', '-jar', jar, '--errors-only', '--format', 'json', '--exit-zero-always', '--also-check-svg', '--skip-non-html', dir];
  return new Promise((resolve, reject) => {
    execFile('java', args, { maxBuffer: 1 << 28 }, (error, _, output) => {
      if (error) return reject(error);
      resolve(JSON.parse(output).messages.map(({ url = '', message, extract = '' }) => ({
        what: message,
        element: extract.replace(/\s+/g, ' ').slice(-60),
        page: path.relative(dir, decodeURIComponent(url.replace(/^file:/, ''))),
      })));
    });
  });
}
