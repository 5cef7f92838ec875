import { expect, it } from 'vitest';
import { generatePassword } from './generate-password';

it('makes groups of letters and digits that do not look alike', () => {
  expect(generatePassword()).toMatch(/^[a-km-zA-HJ-NP-Z2-9]{5}(-[a-km-zA-HJ-NP-Z2-9]{5}){3}$/);
});

it('is as long as the rules ask for', () => {
  expect(generatePassword(64).length).toBeGreaterThanOrEqual(64);
});

it('is another one each time', () => {
  expect(generatePassword()).not.toBe(generatePassword());
});
