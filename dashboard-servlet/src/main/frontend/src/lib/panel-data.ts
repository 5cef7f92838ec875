import type { ChipsData, FactsData, JsonData, PreviewLabels, PreviewRows, TableData } from '@/lib/api-types';

/** Checks of what a recipe sent, before it is drawn: a recipe that sends nonsense harms its own panel alone. */

export const isChipsData = (data: unknown): data is ChipsData => hasList(data, 'items');
export const isTableData = (data: unknown): data is TableData => hasList(data, 'items');
export const isLabelsData = (data: unknown): data is PreviewLabels => hasList(data, 'labels');
export const isPreviewRows = (data: unknown): data is PreviewRows => hasList(data, 'items');
export const isFactsData = (data: unknown): data is FactsData => hasList(data, 'rows');

export function isJsonData(data: unknown): data is JsonData {
  if (typeof data !== 'object' || data === null || !('etag' in data) || typeof data.etag !== 'string') return false;
  return !('json' in data) || data.json === null || typeof data.json === 'string';
}

function hasList(data: unknown, name: string): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Array.isArray(Object.entries(data).find(([key]) => key === name)?.[1]);
}
