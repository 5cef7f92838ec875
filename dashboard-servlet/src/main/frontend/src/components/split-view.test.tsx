// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { navigate, useLinks, useLocation } from '@/lib/router';
import { Preview, SplitView } from './split-view';
import { DataTable } from './table/data-table';

const ROWS = ['public', 'staff', 'partners'];

function Page() {
  useLinks();
  const [, open] = useLocation().path.split('/');
  return (
    <SplitView listHref="tenants" open={open} preview={<Preview title={`About ${open}`} />}>
      <DataTable
        caption="Tenants"
        columns={[{ id: 'name', label: 'Name', cell: (row: string) => <a href={`tenants/${row}`}>{row}</a> }]}
        rows={ROWS}
        rowKey={(row) => row}
        open={open}
      />
    </SplitView>
  );
}

const link = (name: string) => screen.getByRole('link', { name });
const path = () => location.pathname.split('/').slice(-2).join('/');

beforeEach(() => {
  navigate('tenants');
  render(<Page />);
});
afterEach(cleanup);

it('opens beside the list, with focus on the heading', async () => {
  fireEvent.click(link('staff'));

  const heading = await screen.findByRole('heading', { name: 'About staff' });
  expect(screen.getByRole('complementary', { name: 'About staff' })).toBeTruthy();
  expect(document.activeElement).toBe(heading);
  expect(screen.getAllByRole('row')[2]?.getAttribute('data-state')).toBe('open');
});

it('closes with Escape and returns to the row', async () => {
  fireEvent.click(link('staff'));
  await screen.findByRole('complementary');

  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });

  await expect.poll(() => screen.queryByRole('complementary')).toBeNull();
  expect(document.activeElement).toBe(link('staff'));
});

it('walks the rows by keys, but not from a field or past the end', async () => {
  fireEvent.click(link('public'));
  await screen.findByRole('heading', { name: 'About public' });
  const input = document.body.appendChild(document.createElement('input'));
  const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });

  press('ArrowUp');
  expect(path()).toBe('tenants/public');
  press('j');
  await screen.findByRole('heading', { name: 'About staff' });
  press('ArrowDown');
  await screen.findByRole('heading', { name: 'About partners' });
  press('k', input);
  expect(path()).toBe('tenants/partners');
  input.remove();
});
