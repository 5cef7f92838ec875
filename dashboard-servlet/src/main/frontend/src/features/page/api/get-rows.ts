import { fillPath } from '@/lib/action';
import { getJson } from '@/lib/api-client';
import type { Page, PageRows, PreviewShape, RowPreview } from '@/lib/contract';
import type { Query } from '@/lib/query';
import { type PagePlace, rowsPath } from '../page-place';

export function rowsQuery(page: Page, place: PagePlace): Query<PageRows> {
  return listQuery(rowsPath(page.data, place));
}

/** One row in full. Below the path of the list, so that whatever makes the list out of date does the same to it. */
export function previewQuery(shape: PreviewShape, row: string): Query<RowPreview> {
  const path = fillPath(shape.data, { item: row });
  return { key: path, load: (signal) => getJson<RowPreview>(path, signal) };
}

/** A further page of a part of a preview. */
export function partQuery(more: string, row: string, cursor: string): Query<PageRows> {
  return listQuery(rowsPath(fillPath(more, { item: row }), { cursor }));
}

function listQuery(path: string): Query<PageRows> {
  return { key: path, load: (signal) => getJson<PageRows>(path, signal) };
}
