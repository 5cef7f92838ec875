import { expect, it } from 'vitest';
import { formatPhone } from './phone';

it('writes a number in groups after the code of its country', () => {
  expect(formatPhone('+447911123456')).toBe('+44 791 112 3456');
  expect(formatPhone('+12025550123')).toBe('+1 202 555 0123');
  expect(formatPhone('+3545551234')).toBe('+354 555 1234');
  expect(formatPhone('+4915112345678')).toBe('+49 151 1234 5678');
});

it('leaves alone what is no number', () => {
  expect(formatPhone('call me')).toBe('call me');
  expect(formatPhone('+12')).toBe('+12');
});
