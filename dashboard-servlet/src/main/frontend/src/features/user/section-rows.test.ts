import { expect, it } from 'vitest';
import type { Section } from '@/lib/api-types';
import { inRows } from './section-rows';

const section = (id: string, width: Section['width']): Section => ({
  id,
  width,
  recipe: 'x',
  title: { key: id, text: id },
  icon: 'puzzle',
  kind: 'facts',
  actions: [],
});

it('pairs halves in order and leaves a single one alone', () => {
  const rows = inRows([
    section('a', 'half'),
    section('b', 'half'),
    section('c', 'half'),
    section('d', 'full'),
    section('e', 'half'),
  ]);

  expect(rows.map((row) => row.map(({ id }) => id).join())).toEqual(['a,b', 'c', 'd', 'e']);
});
