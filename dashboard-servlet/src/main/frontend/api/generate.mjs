// The types of what the API takes and sends, from its description. With --check it fails unless they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('openapi.json', import.meta.url);
const TYPES = new URL('../src/lib/api-types.ts', import.meta.url);
const HEADER = `// Generated from api/openapi.json by "npm run api-types". Do not edit.

`;

const { openapi, info, components } = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
const { schemas } = components;
const ast = await openapiTS({ openapi, info, paths: {}, components: { schemas } }, { immutable: true });
const names = Object.keys(schemas).map((name) => `export type ${name} = components['schemas']['${name}'];\n`);
const described = astToString(ast).match(/export interface components \{[\s\S]*?\n\}\n/)?.[0];
if (!described) throw new Error('openapi-typescript wrote no components');
const types = `${HEADER}${described.replace('export interface', 'interface')}\n${names.join('')}`;

if (process.argv.includes('--check')) {
  if (readFileSync(TYPES, 'utf8').replaceAll('\r\n', '\n') !== types) {
    console.error(`${fileURLToPath(TYPES)} is not what api/openapi.json gives: npm run api-types`);
    process.exit(1);
  }
} else {
  writeFileSync(TYPES, types);
}
