import { fillPath } from '@/lib/action';
import { getJson } from '@/lib/api-client';
import type { PageShape, PreviewShape, RowPreview, TableRowPage } from '@/lib/api-types';
import type { Query } from '@/lib/query';
import { type PageLocation, rowsPath } from '../page-location';

export function rowsQuery(page: PageShape, location: PageLocation): Query<TableRowPage> {
  return listQuery(rowsPath(page.data, location));
}

/** One row in full. Below the path of the list, so that whatever makes the list out of date does the same to it. */
export function previewQuery(shape: PreviewShape, row: string): Query<RowPreview> {
  const path = fillPath(shape.data, { item: row });
  return { key: path, load: (signal) => getJson<RowPreview>(path, signal) };
}

/** A further page of a part of a preview. */
export function partQuery(more: string, row: string, cursor: string): Query<TableRowPage> {
  return listQuery(rowsPath(fillPath(more, { item: row }), { cursor }));
}

function listQuery(path: string): Query<TableRowPage> {
  return { key: path, load: (signal) => getJson<TableRowPage>(path, signal) };
}
