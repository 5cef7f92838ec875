import { useEffect, useState } from 'preact/compat';
import type { UserRow } from '@/lib/api-types';
import type { UsersLocation } from './users-location';

export type Selection = {
  /** Chosen one by one, on this page and others. */
  readonly users: ReadonlySet<string>;
  /** All that match, whoever they are. */
  readonly all: boolean;
  readonly has: (id: string) => boolean;
  readonly choose: (rows: readonly UserRow[], chosen: boolean) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
};

/** How many can be chosen one by one; the server takes no more. */
const MOST = 1_000;
const nobody: ReadonlySet<string> = new Set();

/** Who is chosen. Stays from page to page, and ends when the list is another one. */
export function useSelection({ q, tenant, filters }: UsersLocation): Selection {
  const [users, setUsers] = useState(nobody);
  const [all, setAll] = useState(false);
  const list = JSON.stringify([q, tenant, filters]);
  const clear = () => {
    setUsers(nobody);
    setAll(false);
  };
  useEffect(clear, [list]);

  const choose = (rows: readonly UserRow[], chosen: boolean) => {
    setAll(false);
    setUsers((before) => {
      const after = new Set(before);
      for (const { id } of rows) {
        if (!chosen) after.delete(id);
        else if (after.size < MOST) after.add(id);
      }
      return after;
    });
  };
  return { users, all, has: (id) => all || users.has(id), choose, chooseAll: () => setAll(true), clear };
}

/** What narrows the list, as parameters of the API. */
export function narrowing({ q, tenant, filters }: UsersLocation): Readonly<Record<string, string | undefined>> {
  return { q, tenant, ...filters };
}
