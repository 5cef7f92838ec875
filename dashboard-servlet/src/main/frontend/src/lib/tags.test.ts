import { expect, it } from 'vitest';
import { addTags, splitNames, splitTags } from './tags';

it('splits on commas, spaces and line breaks', () => {
  expect(splitTags(' ticket:read, ticket:refund\nshift:read\t,')).toEqual([
    'ticket:read',
    'ticket:refund',
    'shift:read',
  ]);
});

it('keeps the spaces within names', () => {
  expect(splitNames(' shift lead , driver\r\nnight  shift,')).toEqual(['shift lead', 'driver', 'night  shift']);
});

it('adds each once and names the first that was there', () => {
  expect(addTags(['a'], ['b', 'a', 'b', 'c'])).toEqual({ tags: ['a', 'b', 'c'], added: ['b', 'c'], duplicate: 'a' });
});

it('adds nothing from nothing', () => {
  expect(addTags(['a'], splitTags(' , '))).toEqual({ tags: ['a'], added: [], duplicate: undefined });
});
