// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/compat';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { spokenText } from '@/lib/notify';
import { TagsInput } from './tags-input';

function Form({ names = false }: { readonly names?: boolean }) {
  const [tags, setTags] = useState<readonly string[]>(['ticket:read']);
  return (
    <>
      <label htmlFor="tags">Permissions</label>
      <TagsInput id="tags" value={tags} onChange={setTags} names={names} />
    </>
  );
}

const box = () => screen.getByLabelText<HTMLInputElement>('Permissions');
const removers = () => screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
const type = (words: string, key: string) => {
  fireEvent.input(box(), { target: { value: words } });
  return fireEvent.keyDown(box(), { key });
};

beforeEach(() => void render(<Form />));
afterEach(cleanup);

it.each(['Enter', ','])('adds on %s and goes on', (key) => {
  const passed = type('shift:read', key);

  expect(passed).toBe(false);
  expect(removers()).toEqual(['Remove ticket:read', 'Remove shift:read']);
  expect(box().value).toBe('');
});

it('lets Enter through when nothing is typed, so that it submits', () => {
  expect(type('', 'Enter')).toBe(true);
});

it('says when a tag is there already', () => {
  type('ticket:read', 'Enter');

  expect(removers()).toEqual(['Remove ticket:read']);
  expect(spokenText()).toContain('already there');
});

it('adds what is left in the box when focus goes on', () => {
  fireEvent.input(box(), { target: { value: 'shift:read' } });

  fireEvent.focusOut(box());

  expect(removers()).toEqual(['Remove ticket:read', 'Remove shift:read']);
});

it('keeps the spaces within a name, typed and pasted', () => {
  cleanup();
  render(<Form names />);

  type('shift lead', 'Enter');
  fireEvent.paste(box(), { clipboardData: { getData: () => 'night shift\ndriver' } });

  expect(removers()).toEqual(['ticket:read', 'shift lead', 'night shift', 'driver'].map((name) => `Remove ${name}`));
});

it('goes to the last chip on Backspace and removes it with Delete', async () => {
  type('', 'Backspace');
  const last = screen.getByRole('button', { name: 'Remove ticket:read' });
  expect(document.activeElement).toBe(last);

  fireEvent.keyDown(last, { key: 'Delete' });

  expect(screen.queryByRole('button')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(box()));
});
