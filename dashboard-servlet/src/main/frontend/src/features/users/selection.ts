import { useEffect, useRef, useState } from 'preact/compat';
import type { UserRow } from '@/lib/api-types';
import type { UsersLocation } from './users-location';

export type Selection = {
  /** Chosen one by one, on this page and others. */
  readonly users: ReadonlySet<string>;
  /** All that match, whoever they are. */
  readonly all: boolean;
  readonly has: (id: string) => boolean;
  readonly choose: (rows: readonly UserRow[], chosen: boolean) => void;
  /** Chooses a row of these or lets go of it; with `range` chooses all from the one before to it. */
  readonly turn: (rows: readonly UserRow[], id: string, range: boolean) => void;
  readonly chooseAll: () => void;
  readonly clear: () => void;
};

/** How many can be chosen one by one; the server takes no more. */
const MOST = 1_000;
const nobody: ReadonlySet<string> = new Set();

/** Who is chosen. Stays from page to page, and ends when the list is another one. */
export function useSelection({ q, tenant, filters, chosen: arrives = false }: UsersLocation): Selection {
  const [users, setUsers] = useState(nobody);
  const [all, setAll] = useState(arrives);
  const last = useRef<string>();
  const list = JSON.stringify([q, tenant, filters]);
  const clear = () => {
    setUsers(nobody);
    setAll(false);
  };
  useEffect(() => {
    setUsers(nobody);
    setAll(arrives);
  }, [list]);

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
  const has = (id: string) => all || users.has(id);
  const turn = (rows: readonly UserRow[], id: string, range: boolean) => {
    const to = rows.findIndex((row) => row.id === id);
    const before = range ? rows.findIndex((row) => row.id === last.current) : -1;
    const from = before < 0 ? to : before;
    last.current = id;
    choose(rows.slice(Math.min(from, to), Math.max(from, to) + 1), range || !has(id));
  };
  return { users, all, has, choose, turn, chooseAll: () => setAll(true), clear };
}

/** What narrows the list, as parameters of the API. */
export function narrowing({ q, tenant, filters }: UsersLocation): Readonly<Record<string, string | undefined>> {
  return { q, tenant, ...filters };
}
