import { expect, test } from 'vitest';
import type { DryRun } from '@/lib/api-types';
import { dryRunWords } from './dry-run';

const nothing: DryRun = { users: { number: 184, exact: true }, seen: 184, sessions: 0, refused: [], already: [] };

test('says how many are so already, what ends, and who is refused', () => {
  const reason = 'The user is also in tenants that are not yours.';
  const run = { ...nothing, unchanged: 3, sessions: 271, refused: [{ code: 'partly-out-of-scope', reason, users: 1 }] };

  expect(dryRunWords('suspend', run)).toEqual([
    '3 are suspended already.',
    '271 sessions end.',
    `1 will be refused: ${reason}`,
  ]);
  expect(dryRunWords('plans.assign', { ...nothing, unchanged: 1 })).toEqual(['1 has it already.']);
});

test('says nothing of nobody', () => {
  expect(dryRunWords('suspend', { ...nothing, unchanged: 0 })).toEqual([]);
  expect(dryRunWords('plans.assign', nothing)).toEqual([]);
});
