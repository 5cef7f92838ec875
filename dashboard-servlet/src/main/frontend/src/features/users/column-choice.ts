import { useState } from 'preact/compat';

/** Which columns an operator wants, kept in this browser. Absent is as it comes. */
type Wanted = Readonly<Record<string, boolean>>;

const keyOf = (operator: string) => `userdeck.columns.${operator}`;

function read(operator: string): Wanted {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(operator)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, shown]) => typeof shown === 'boolean'));
  } catch {
    return {};
  }
}

function write(operator: string, wanted: Wanted): void {
  try {
    if (Object.keys(wanted).length === 0) localStorage.removeItem(keyOf(operator));
    else localStorage.setItem(keyOf(operator), JSON.stringify(wanted));
  } catch {
    // Where nothing may be stored it holds until the page is left.
  }
}

export function useColumnChoice(operator: string) {
  const [wanted, setWanted] = useState(() => read(operator));
  const keep = (next: Wanted) => {
    setWanted(next);
    write(operator, next);
  };
  return {
    isShown: (id: string, byDefault: boolean) => wanted[id] ?? byDefault,
    choose: (id: string, shown: boolean) => keep({ ...wanted, [id]: shown }),
    reset: () => keep({}),
  };
}
