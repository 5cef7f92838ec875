import { expect, it } from 'vitest';
import { groupsOf } from './groups';

it('puts words together that begin alike', () => {
  expect(groupsOf(['shift:read', 'ticket:read', 'shift:edit', 'a:b:c'], ':')).toEqual([
    { key: 'shift', words: ['read', 'edit'] },
    { key: 'ticket', words: ['read'] },
    { key: 'a', words: ['b:c'] },
  ]);
});

it('leaves alone what has nothing before or behind it', () => {
  expect(groupsOf(['x:y', 'admin', ':odd', 'odd:'], ':')).toEqual([
    { key: undefined, words: ['admin', ':odd', 'odd:'] },
    { key: 'x', words: ['y'] },
  ]);
  expect(groupsOf(['x:y'], undefined)).toEqual([{ key: undefined, words: ['x:y'] }]);
});
