// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { TextField } from './field';

it('leaves the domain of an email as it was typed', () => {
  render(<TextField label="Email" name="email" type="email" value="" onChange={() => undefined} />);

  const input = screen.getByLabelText<HTMLInputElement>('Email');

  expect(input.getAttribute('type')).toBe('text');
  expect(input.getAttribute('inputmode')).toBe('email');
});
