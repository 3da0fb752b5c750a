/**
 * What Lighthouse says of the published page: `cargo xtask dist`, then `node benches/lighthouse.mjs [ADDRESS]`. Without
 * an address `cargo xtask serve --dist` is started on a port of its own. Lighthouse itself is fetched from npm into
 * `target/lighthouse` the first time. Prints the scores, and what each lost point is for.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '12.2.3';
const PORT = '8190';
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'target', 'lighthouse');
const cli = join(folder, 'node_modules/lighthouse/cli/index.js');

if (!existsSync(cli)) {
  mkdirSync(folder, { recursive: true });
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder];
  execFileSync('npm', [...install, `lighthouse@${VERSION}`], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @param {string} preset @param {string} address */
function judge(preset, address) {
  const out = join(folder, `${preset}.json`);
  const flags = ['--quiet', '--output=json', `--output-path=${out}`];
  if (preset === 'desktop') flags.push('--preset=desktop');
  flags.push('--only-categories=performance,accessibility,best-practices');
  flags.push('--chrome-flags=--headless=new --no-sandbox --disable-gpu');
  const CHROME_PATH = process.env.MANICULE_BROWSER_PATH ?? '/usr/bin/chromium';
  const env = { ...process.env, CHROME_PATH };
  execFileSync('node', [cli, address, ...flags], { env, stdio: 'inherit' });
  const { categories, audits } = JSON.parse(readFileSync(out, 'utf8'));
  for (const category of Object.values(categories)) {
    console.log(`${preset.padEnd(8)} ${category.title.padEnd(16)} ${Math.round(category.score * 100)}`);
    for (const { id, weight } of category.auditRefs) {
      const { score, title, displayValue = '' } = audits[id];
      if (weight > 0 && score !== null && score < 1)
        console.log(
          `           −${Math.round(weight * (1 - score) * 10) / 10} of ${weight}: ${title} ${displayValue}`,
        );
    }
  }
}

const given = process.argv[2];
const server = given
  ? undefined
  : spawn('cargo', ['xtask', 'serve', '--dist', '--port', PORT], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
const address = await new Promise((done) => {
  if (given) done(given);
  server?.stdout?.on('data', (/** @type {Buffer} */ words) => {
    const found = /http:\S+/.exec(String(words))?.[0];
    if (found) done(`${found}/`);
  });
});
for (const preset of ['mobile', 'desktop']) judge(preset, address);
server?.kill();
