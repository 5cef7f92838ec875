import { expect, it } from 'vitest';
import { changedLines, compactBytes, faultOf, formatted, offsetOf, placeOf, tokenLines, tokens } from './json-text';

const faultIn = (text: string) => {
  const fault = faultOf(tokens(text));
  return fault && { ...placeOf(text, fault.at), code: fault.code, near: fault.near };
};

it.each(['{}', '{"a":[],"b":{"c":null},"d":-1.10e+400,"e":"\\u00e9\\n"}', ' { "a" : [ 1 , { } ] } '])(
  'finds nothing wrong with %s',
  (text) => expect(faultIn(text)).toBeUndefined(),
);

it.each([
  ['{"a": 1\n  "b": 2}', 2, 3, 'comma', '"b"'],
  ['{"a" 1}', 1, 6, 'colon', '1'],
  ['{"a": 1,}', 1, 9, 'key', '}'],
  ['{a: 1}', 1, 2, 'bad', 'a'],
  ['{"a": }', 1, 7, 'value', '}'],
  ['{"a": nul}', 1, 7, 'bad', 'nul'],
  ['{"a": 01}', 1, 7, 'bad', '01'],
  ['{"a": "no end\n}', 1, 7, 'bad', '"no end'],
  ['{"a": 1, "\\u0061": 2}', 1, 10, 'duplicate', '"\\u0061"'],
  ['{"a": [1, 2}', 1, 12, 'comma', '}'],
  ['{"a": 1', 1, 8, 'end', ''],
  ['', 1, 1, 'end', ''],
  ['{} {}', 1, 4, 'more', '{'],
  ['[1]', 1, 1, 'object', '['],
])('says what is wrong with %j and where', (text, line, column, code, near) => {
  expect(faultIn(text)).toEqual({ line, column, code, near });
});

it('formats without touching a number, a key or a string', () => {
  const text = '{"z":12345678901234567890,"a":1.10,"l":[1e400,{}],"t":"\\u00e9 : , {","e":[]}';

  const pretty = formatted(tokens(text));

  expect(pretty).toBe(
    '{\n  "z": 12345678901234567890,\n  "a": 1.10,\n  "l": [\n    1e400,\n    {}\n  ],\n  "t": "\\u00e9 : , {",\n  "e": []\n}',
  );
  expect(formatted(tokens(pretty))).toBe(pretty);
  expect(compactBytes(tokens(pretty))).toBe(new TextEncoder().encode(text).length);
});

it.each(['', '{"a": "x', '\u0000\ud800 "\n', '{"a":1}\r\n// no'])('loses nothing of %j', (text) => {
  expect(
    tokenLines(tokens(text))
      .map((line) => line.map((token) => token.text).join(''))
      .join('\n'),
  ).toBe(text);
});

it('finds a place in the text again', () => {
  expect(offsetOf('{\n  "a": 1\n  "b": 2\n}', 3, 3)).toBe(13);
  expect(placeOf('{\n  "a": 1\n  "b": 2\n}', 13)).toEqual({ line: 3, column: 3 });
});

it('finds the lines that differ', () => {
  expect(changedLines('{\n1,\n2\n}', '{\n1,\n3\n}')).toEqual({ from: 3, to: 3 });
  expect(changedLines('{\n}', '{\n}')).toBeUndefined();
});
