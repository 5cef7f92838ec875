import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { en } from '@/messages/en';
import { enPages } from '@/messages/en-pages';
import type { Message } from '@/messages/message';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const files = listed('src').filter((file) => !file.includes('.test.'));
const scripts = files.filter((file) => /\.tsx?$/.test(file));
const markup = scripts.filter((file) => file.endsWith('.tsx'));

const messages = { ...en.messages, ...enPages };

/** Words are data, not code to read. */
const LONG = /^src\/(messages\/|lib\/api-types\.ts$)/;
const LONGEST = 200;
/** Members of values that share their name with a style sheet. */
const NOT_CLASSES = new Set(['key', 'text']);

function listed(folder: string): readonly string[] {
  return readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|css)$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);
}

it('has no file too long to read at once', () => {
  const long = scripts.filter((file) => !LONG.test(file) && read(file).split('\n').length > LONGEST);

  expect(long).toEqual([]);
});

it('casts at the JSON edge alone, and where the cache gives back what the same query put in', () => {
  const casts = scripts.filter((file) => /\bas (?!const\b|string \| false)[A-Z][\w<>]*/.test(withoutComments(file)));

  expect(casts).toEqual(['src/lib/api-client.ts', 'src/lib/query.ts']);
});

it('sets no style in markup, which the content security policy forbids', () => {
  const styled = markup.filter((file) => /\sstyle=|<style|dangerouslySetInnerHTML/.test(read(file)));

  expect(styled).toEqual([]);
});

it('names no colour outside of the tokens', () => {
  const coloured = files.filter(
    (file) => file.endsWith('.css') && !file.endsWith('tokens.css') && /#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i.test(read(file)),
  );

  expect(coloured).toEqual([]);
});

it('uses class names that exist', () => {
  const missing = scripts.flatMap((file) => {
    const source = read(file);
    return [...source.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(([, name = '', from = '']) => {
      const sheet = read(from.startsWith('@/') ? from.replace('@/', 'src/') : `${dirname(file)}/${from}`);
      const used = [...source.matchAll(new RegExp(`(?<![\\w./])${name}\\.([a-zA-Z]\\w*)`, 'g'))].map(
        ([, used = '']) => used,
      );
      return used
        .filter((used) => !NOT_CLASSES.has(used) && !new RegExp(`\\.${used}\\b`).test(sheet))
        .map((used) => `${file}: ${used}`);
    });
  });

  expect(missing).toEqual([]);
});

it('has no message that nobody says', () => {
  const source = scripts
    .filter((file) => !file.startsWith('src/messages/'))
    .map(read)
    .join('\n');
  const composed = [
    /^(status|method|provider|preset|error|theme|json\.fault|action|audit\.by|audit\.refused|audit\.field|audit\.time)\./,
    /^(users\.order|users\.noMatch|users\.filter\.job)\./,
    /^bulk\.(action|text|state|title|dry\.unchanged|done|unchanged)\./,
    /^mail\.(kind|state|line)\./,
    /^(import\.mode|users\.empty)\.(create|upsert|import)\./,
    /^import\.state\./,
    /^(preset\.line|permission|permission\.of)\./,
    /^about\.(mail|schema|guide)\./,
    /^palette\.(export|exportList)\./,
    /^apiKeys\.(status|rotate\.overlap)\./,
  ];
  const unused = Object.keys(messages).filter(
    (key) => !source.includes(`'${key}'`) && !composed.some((p) => p.test(key)),
  );

  expect(unused).toEqual([]);
});

it('says nothing before a page is opened that only this page has words for', () => {
  const first = neededFor('src/app/main.tsx');
  const early = [...first].flatMap((file) => {
    const source = read(file);
    return Object.keys(enPages)
      .filter((key) => source.includes(`'${key}'`) || source.includes(`\`${key.slice(0, key.lastIndexOf('.'))}.\${`))
      .map((key) => `${file}: ${key}`);
  });

  expect(first.size).toBeGreaterThan(100);
  expect(early).toEqual([]);
});

/** What a file imports by itself, with all that this imports. */
function neededFor(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || file.startsWith('src/messages/')) return found;
  found.add(file);
  for (const [, from = ''] of read(file).matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm)) {
    const path = from.startsWith('@/') ? from.replace('@/', 'src/') : join(dirname(file), from);
    const script = [`${path}.tsx`, `${path}.ts`].find((name) => scripts.includes(name));
    if (script) neededFor(script, found);
  }
  return found;
}

it('says of one what is right of one', () => {
  const wrong = Object.entries<Message>(messages).filter(([, message]) =>
    typeof message === 'string'
      ? /(?<!least |most |than |last )\{(?:count|number)\} [a-z]+s\b/i.test(message)
      : /\{count\} (?!has |is |was )\w+s\b/.test(message.one ?? 'nothing is said of {count} things'),
  );

  expect(wrong.map(([key]) => key)).toEqual([]);
});

it('links relative to the mount', () => {
  const absolute = markup.filter((file) => /(?:href|src)=["'{`]+\//.test(read(file)));

  expect(absolute).toEqual([]);
});

function withoutComments(file: string): string {
  return read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'/gm, '');
}
