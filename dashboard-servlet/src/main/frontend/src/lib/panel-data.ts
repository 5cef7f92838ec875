import type { ChipsData, FactsData, TableData } from '@/lib/contract';

/** Checks of what a recipe sent, before it is drawn: a recipe that sends nonsense harms its own panel alone. */

export const isChipsData = (data: unknown): data is ChipsData => hasList(data, 'items');
export const isTableData = (data: unknown): data is TableData => hasList(data, 'items');
export const isFactsData = (data: unknown): data is FactsData => hasList(data, 'rows');

function hasList(data: unknown, name: string): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Array.isArray(Object.entries(data).find(([key]) => key === name)?.[1]);
}
