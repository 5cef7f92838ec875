/** JSON as text: parsed nowhere, so that no number loses a digit and no key its place. */

type TokenKind = 'key' | 'string' | 'number' | 'literal' | 'mark' | 'space' | 'bad';

export type Token = { readonly kind: TokenKind; readonly text: string; readonly at: number };

/** What is wrong first, and where; `near` is what stands there. */
export type JsonFault = { readonly code: FaultCode; readonly at: number; readonly near: string };

type FaultCode = 'comma' | 'colon' | 'key' | 'value' | 'duplicate' | 'end' | 'more' | 'object' | 'bad';

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /[ \t\n\r]+/y],
  ['mark', /[{}[\],:]/y],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a string may not hold
  ['string', /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y],
  ['number', /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y],
  ['literal', /(?:true|false|null)(?!\w)/y],
  ['bad', /"[^\n]*|[^\s{}[\],:"]+|[\s\S]/y],
];

/** Cuts a text into tokens; joined they are the text again, whatever it is. */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = next(text, at);
    found.push(token);
    at += token.text.length;
  }
  return found.map((token, index) =>
    token.kind === 'string' && isKey(found, index) ? { ...token, kind: 'key' } : token,
  );
}

function next(text: string, at: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, text: match[0], at };
  }
  return { kind: 'bad', text: text.slice(at), at };
}

function isKey(all: readonly Token[], index: number): boolean {
  const after = all[index + 1];
  return (after?.kind === 'space' ? all[index + 2] : after)?.text === ':';
}

type Level = { readonly close: '}' | ']'; readonly keys: Set<string> };

/** The first thing that keeps a text from being a JSON object. */
export function faultOf(all: readonly Token[]): JsonFault | undefined {
  const solid = all.filter((token) => token.kind !== 'space');
  const levels: Level[] = [];
  let wants: 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing' = 'value';
  for (const [index, token] of solid.entries()) {
    const { text, at } = token;
    const fault = (code: FaultCode): JsonFault => ({ code, at, near: text });
    const level = levels.at(-1);
    if (index === 0 && text !== '{') return fault('object');
    if (wants === 'nothing') return fault('more');
    const ends = wants === 'commaOrEnd' || wants === 'keyOrEnd' || wants === 'valueOrEnd';
    if (ends && text === level?.close) {
      levels.pop();
      wants = levels.length > 0 ? 'commaOrEnd' : 'nothing';
    } else if (wants === 'commaOrEnd') {
      if (text !== ',') return fault(token.kind === 'bad' ? 'bad' : 'comma');
      wants = level?.close === '}' ? 'key' : 'value';
    } else if (wants === 'colon') {
      if (text !== ':') return fault('colon');
      wants = 'value';
    } else if (wants === 'key' || wants === 'keyOrEnd') {
      if (token.kind !== 'key' && token.kind !== 'string') return fault(token.kind === 'bad' ? 'bad' : 'key');
      const name = String(JSON.parse(text));
      if (level?.keys.has(name)) return fault('duplicate');
      level?.keys.add(name);
      wants = 'colon';
    } else if (text === '{' || text === '[') {
      levels.push({ close: text === '{' ? '}' : ']', keys: new Set() });
      wants = text === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else if (token.kind === 'mark' || token.kind === 'bad') {
      return fault(token.kind === 'bad' ? 'bad' : 'value');
    } else {
      wants = 'commaOrEnd';
    }
  }
  const last = solid.at(-1);
  return wants === 'nothing' ? undefined : { code: 'end', at: last ? last.at + last.text.length : 0, near: '' };
}

/** One member or item a line; what is within the tokens stays as written. */
export function formatted(all: readonly Token[]): string {
  const solid = all.filter((token) => token.kind !== 'space');
  let text = '';
  let depth = 0;
  for (const [index, { text: part }] of solid.entries()) {
    const before = solid[index - 1]?.text;
    const closes = part === '}' || part === ']';
    if (closes) depth--;
    const opened = before === '{' || before === '[';
    if (closes ? !opened : opened || before === ',') text += `\n${'  '.repeat(Math.max(depth, 0))}`;
    text += part === ':' ? ': ' : part;
    if (part === '{' || part === '[') depth++;
  }
  return text;
}

const encoder = new TextEncoder();

/** How much room it takes where it is kept: in UTF-8, without white space between its parts. */
export function compactBytes(all: readonly Token[]): number {
  return encoder.encode(
    all
      .filter((token) => token.kind !== 'space')
      .map((token) => token.text)
      .join(''),
  ).length;
}

/** The tokens of each line. */
export function tokenLines(all: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]];
  for (const token of all) {
    for (const [index, text] of token.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...token, text });
    }
  }
  return lines;
}

/** Line and column of a place, both from 1. */
export function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a line begins. */
export function offsetOf(text: string, line: number, column: number): number {
  const lines = text.split('\n').slice(0, line - 1);
  return Math.min(lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1, text.length);
}

/** The numbers, from 1, of the first and the last line of `theirs` that are not as in `mine`; undefined when all are. */
export function changedLines(mine: string, theirs: string): { readonly from: number; readonly to: number } | undefined {
  const a = mine.split('\n');
  const b = theirs.split('\n');
  if (mine === theirs) return undefined;
  let from = 0;
  while (from < b.length && a[from] === b[from]) from++;
  let same = 0;
  while (same < b.length - from && same < a.length - from && a.at(-1 - same) === b.at(-1 - same)) same++;
  return { from: from + 1, to: b.length - same };
}
