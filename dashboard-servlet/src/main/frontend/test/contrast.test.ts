import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// The pairs that are read against each other, and the WCAG 2 contrast each needs.
const TEXT = 4.5;
const SHAPE = 3;
const avatars = [1, 2, 3, 4, 5, 6].map((hue) => [`av${hue}t`, `av${hue}`, TEXT] as const);
const json = ['key', 'str', 'num', 'lit'].map((part) => [`js-${part}`, 'sunken', TEXT] as const);
const PAIRS: readonly (readonly [string, string, number])[] = [
  ['text', 'surface', TEXT],
  ['text', 'canvas', TEXT],
  ['text', 'raised', TEXT],
  ['text-2', 'surface', TEXT],
  ['text-2', 'canvas', TEXT],
  ['text-2', 'hover', TEXT],
  ['text-3', 'surface', TEXT],
  ['text-3', 'canvas', TEXT],
  ['text-3', 'hover', TEXT],
  ['text-3', 'accent-soft', TEXT],
  ['text-3', 'sunken', TEXT],
  ['text-3', 'raised', TEXT],
  ['accent-text', 'surface', TEXT],
  ['accent-text', 'accent-soft', TEXT],
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-hover', TEXT],
  ['ok', 'surface', TEXT],
  ['ok', 'ok-soft', TEXT],
  ['warn', 'surface', TEXT],
  ['warn', 'warn-soft', TEXT],
  ['danger', 'surface', TEXT],
  ['danger', 'danger-soft', TEXT],
  ['danger', 'sunken', TEXT],
  ['on-danger', 'danger-solid', TEXT],
  ['on-danger', 'danger-hover', TEXT],
  ['surface', 'text', TEXT],
  ['control', 'surface', SHAPE],
  ['control', 'canvas', SHAPE],
  ['control', 'raised', SHAPE],
  ['accent', 'surface', SHAPE],
  ['accent', 'canvas', SHAPE],
  ['chart', 'surface', SHAPE],
  ...avatars,
  ...json,
];

const css = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');

function tokens(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--ud-([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', ':root'],
  ['dark', ':root[data-theme="dark"]'],
])('%s theme', (_, selector) => {
  const colours = tokens(selector);

  it.each(PAIRS)('%s on %s reaches %d', (front, back, needed) => {
    const ratio = contrast(colours.get(front) ?? '#000000', colours.get(back) ?? '#000000');

    expect(ratio).toBeGreaterThanOrEqual(needed);
  });
});

it('asks for dark with the same colours, whether the system or the operator did', () => {
  const chosen = tokens(':root[data-theme="dark"]');

  expect(chosen.size).toBeGreaterThan(40);
  expect(tokens(':root:not([data-theme])')).toEqual(chosen);
});
