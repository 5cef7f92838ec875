import { useEffect, useState } from 'preact/compat';

const REST_MS = 250;

/** The value once it has rested; typing does not ask for every letter. */
export function useDebouncedValue(value: string): string {
  const [rested, setRested] = useState(value);

  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);

  return rested;
}
