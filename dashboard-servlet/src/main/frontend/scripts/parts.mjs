// What of others is in the built scripts, as CycloneDX, from the lock file: node scripts/parts.mjs <file to write>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = 'node_modules/';

function component([path, { version, integrity, license }]) {
  const name = path.slice(path.lastIndexOf(folder) + folder.length);
  const [algorithm, digest] = integrity.split('-');
  const hash = { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') };
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    hashes: [hash],
    licenses: [{ license: { id: license } }],
    purl,
  };
}

const { packages } = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8'));
const components = Object.entries(packages)
  .filter(([path, entry]) => path.includes(folder) && !entry.dev && !entry.devOptional && !entry.link)
  .map(component);
const file = resolve(process.cwd(), process.argv[2]);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components }, null, 2)}\n`,
);
