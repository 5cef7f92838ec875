// What the browser has to fetch, with one language, gzip -9, against the limits we promise.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const LIMITS = { 'users list': 110 * KB, everything: 180 * KB };

/** What the page itself names, with all that these import; of the languages the longest, as one is loaded. */
function neededFirst(outDir, manifest, size) {
  const page = readFileSync(resolve(outDir, 'index.html'), 'utf8');
  const words = [...page.matchAll(/data-words="\.\/([^"]+)"/g)].map(([, file]) => file);
  const [longest] = words.sort((one, other) => size([other]) - size([one]));
  const files = new Set(longest ? [longest] : []);
  const chunks = Object.values(manifest);
  const add = (file) => {
    if (files.has(file)) return;
    files.add(file);
    const chunk = chunks.find((one) => one.file === file);
    for (const sheet of chunk?.css ?? []) files.add(sheet);
    for (const next of chunk?.imports ?? []) add(manifest[next].file);
  };
  for (const [, file] of page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) add(file);
  return files;
}

export function checkSize(outDir) {
  const manifest = JSON.parse(readFileSync(resolve(outDir, 'manifest.json'), 'utf8'));
  const assets = readdirSync(resolve(outDir, 'assets')).map((name) => `assets/${name}`);
  const counted = (file) => /\.(js|css)$/.test(file);
  const size = (files) =>
    [...files]
      .filter(counted)
      .reduce((sum, file) => sum + gzipSync(readFileSync(resolve(outDir, file)), { level: 9 }).length, 0);

  const first = neededFirst(outDir, manifest, size);
  const words = Object.values(manifest).filter(({ src }) => /^src\/messages\/[\w-]+\.ts$/.test(src ?? ''));
  const spoken = words.find(({ file }) => first.has(file))?.name;
  const unspoken = new Set(words.filter(({ name }) => name.split('-')[0] !== spoken).map(({ file }) => file));
  const sizes = { 'users list': size(first), everything: size(assets.filter((file) => !unspoken.has(file))) };

  for (const file of assets.filter(counted)) console.log(`  ${file}  ${(size([file]) / KB).toFixed(1)} KB gzip`);
  let fits = true;
  for (const [name, limit] of Object.entries(LIMITS)) {
    const line = `${name}: ${(sizes[name] / KB).toFixed(1)} KB gzip of ${limit / KB} KB`;
    if (sizes[name] > limit) {
      fits = false;
      console.error(`Too big: ${line}`);
    } else {
      console.log(line);
    }
  }
  return fits;
}
