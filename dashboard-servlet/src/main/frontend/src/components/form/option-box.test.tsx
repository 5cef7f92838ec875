// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/compat';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findAmong } from '@/lib/use-options';
import { OptionBox } from './option-box';

const PLANS = ['Gold', 'Golden years', 'Silver'].map((label) => ({ id: label.toLowerCase(), label }));
const onDone = vi.fn();

function Plans({ settled = true }: { readonly settled?: boolean }) {
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<readonly string[]>([]);
  return (
    <OptionBox
      search={{ label: 'Find', query, onQuery: setQuery }}
      found={{ ...findAmong(PLANS, query), settled }}
      name="plans"
      many
      picked={new Set(picked)}
      words={{ none: 'None', failed: 'Failed' }}
      onPick={({ id }) => setPicked([...picked, id])}
      onDone={onDone}
    />
  );
}

let again: ReturnType<typeof render>['rerender'];
beforeEach(() => {
  again = render(<Plans />).rerender;
});
afterEach(() => {
  cleanup();
  onDone.mockReset();
});

const box = () => screen.getByRole<HTMLInputElement>('searchbox');
const choices = () => screen.getAllByRole<HTMLInputElement>('checkbox');
const ticked = () => choices().filter((choice) => choice.checked).length;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? box(), { key });
const type = (words: string) => {
  box().focus();
  fireEvent.input(box(), { target: { value: words } });
};

it('leads from the box into the list and back', () => {
  box().focus();
  press('ArrowDown');
  expect(document.activeElement).toBe(choices()[0]);

  press('End');
  press('Enter');
  expect(choices()[2]?.checked).toBe(true);

  for (const key of ['Escape', 'g']) {
    press(key);
    expect(document.activeElement).toBe(box());
    press('ArrowDown');
  }
  press('ArrowUp');
  expect(document.activeElement).toBe(box());
});

it('chooses the only hit on Enter, and is done with the next', () => {
  type('gol');
  press('Enter');
  expect(ticked()).toBe(0);

  type('sil');
  press('Enter');
  expect(ticked()).toBe(1);
  expect(onDone).not.toHaveBeenCalled();

  press('Enter');
  expect(onDone).toHaveBeenCalledOnce();
});

it('waits with Enter for the answer to what is typed', () => {
  again(<Plans settled={false} />);
  type('sil');
  press('Enter');
  expect(ticked()).toBe(0);

  again(<Plans />);
  expect(ticked()).toBe(1);
});
