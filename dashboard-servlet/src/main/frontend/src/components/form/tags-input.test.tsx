// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/compat';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { spokenText } from '@/lib/notify';
import { clearQueries } from '@/lib/query';
import { TagsInput } from './tags-input';

const PLANS = [
  { id: 'p1', label: 'Gold', hint: 'For those who want all of it' },
  { id: 'p2', label: 'Golden years' },
  { id: 'p3', label: 'Silver' },
];

/** As a recipe's route answers. */
function options(url: URL): Response {
  const [q = '', id] = [url.searchParams.get('q')?.toLowerCase(), url.searchParams.get('id')];
  const items = PLANS.filter((plan) => (id ? plan.id === id : plan.label.toLowerCase().includes(q)));
  return Response.json({ items, more: false });
}

function Form({ names = false, path }: { readonly names?: boolean; readonly path?: string }) {
  const [tags, setTags] = useState<readonly string[]>([path ? 'p3' : 'ticket:read']);
  return (
    <>
      <label htmlFor="tags">Permissions</label>
      <TagsInput id="tags" value={tags} onChange={setTags} names={names} suggestions={path} />
      <output>{tags.join(' ')}</output>
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
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

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

/** With names of things that are there. */
async function chooses(answer: (url: URL) => Response | Promise<Response> = options) {
  cleanup();
  clearQueries();
  HTMLElement.prototype.showPopover ??= () => undefined;
  HTMLElement.prototype.scrollIntoView ??= () => undefined;
  vi.stubGlobal('fetch', async (url: URL) => answer(url));
  render(<Form names path="plans?q={query}&id={id}" />);
  await waitFor(() => expect(removers()).toEqual(['Remove Silver']));
}

const chosen = () => screen.getByRole('status').textContent;
const labels = () => screen.getAllByRole('option').map((option) => option.textContent);

it('opens what there is to choose from with the box, and shows what it is called', async () => {
  await chooses();
  fireEvent.focusIn(box());

  await waitFor(() => expect(labels()).toEqual(['GoldFor those who want all of it', 'Golden years']));
  fireEvent.keyDown(box(), { key: 'ArrowDown' });
  fireEvent.keyDown(box(), { key: 'Enter' });

  expect(chosen()).toBe('p3 p1');
  expect(removers()).toEqual(['Remove Silver', 'Remove Gold']);
});

it('takes no name of nothing, and keeps it in the box', async () => {
  await chooses();

  for (const words of ['gol', 'platinum']) {
    type(words, 'Enter');
    await screen.findByText(`${words}: choose from the list what is meant.`);
    expect(box().value).toBe(words);
    expect(box().dataset.unfinished).toBe('true');
  }

  type('years', 'Enter');
  await waitFor(() => expect(chosen()).toBe('p3 p2'));
  expect(box().value).toBe('');
});

it('takes of a pasted list what is known', async () => {
  await chooses();

  fireEvent.paste(box(), { clipboardData: { getData: () => 'gold\nyears' } });

  await waitFor(() => expect(chosen()).toBe('p3 p1'));
  expect(box().value).toBe('years');
});

it('waits for a slow answer, and minds what is typed meanwhile', async () => {
  let tell: (response: Response) => void = () => undefined;
  await chooses((url) =>
    url.searchParams.get('q') === 'gold' ? new Promise((resolve) => (tell = resolve)) : options(url),
  );

  type('gold', 'Enter');
  expect(chosen()).toBe('p3');
  fireEvent.input(box(), { target: { value: 'golden years' } });
  tell(Response.json({ items: [PLANS[0]], more: false }));
  fireEvent.focusOut(box());

  await waitFor(() => expect(chosen()).toBe('p3 p2'));
});
