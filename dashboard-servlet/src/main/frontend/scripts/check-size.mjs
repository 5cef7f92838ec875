// What the browser has to fetch, gzip -9, against the limits we promise.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const LIMITS = { 'users list': 110 * KB, everything: 180 * KB };

/** The scripts and style sheets that the entry loads by itself, without the parts that are imported on demand. */
function neededFor(manifest, key, files = new Set(), seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return files;
  seen.add(key);
  files.add(chunk.file);
  for (const sheet of chunk.css ?? []) files.add(sheet);
  for (const next of chunk.imports ?? []) neededFor(manifest, next, files, seen);
  return files;
}

export function checkSize(outDir) {
  const manifest = JSON.parse(readFileSync(resolve(outDir, 'manifest.json'), 'utf8'));
  const assets = readdirSync(resolve(outDir, 'assets')).map((name) => `assets/${name}`);
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
  const counted = (file) => /\.(js|css)$/.test(file);
  const size = (files) =>
    [...files]
      .filter(counted)
      .reduce((sum, file) => sum + gzipSync(readFileSync(resolve(outDir, file)), { level: 9 }).length, 0);

  const list = new Set([...neededFor(manifest, entry), ...assets.filter((file) => file.startsWith('assets/theme-'))]);
  const sizes = { 'users list': size(list), everything: size(assets) };

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
