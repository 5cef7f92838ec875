import { beforeEach, expect, it, vi } from 'vitest';

const storage = new Map<string, string>();
const reload = vi.fn();

beforeEach(() => {
  storage.clear();
  reload.mockClear();
  vi.resetModules();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
  vi.stubGlobal('location', { reload });
  vi.stubGlobal('document', { documentElement: { lang: 'de' } });
});

it('go by the clock that was chosen', async () => {
  storage.set('userdeck.own-time-zone', 'America/Santiago');
  const { isoDay, midnight } = await import('./days');
  const { timeZone } = await import('./zone');

  expect(timeZone()).toBe('America/Santiago');
  expect(isoDay(new Date('2026-11-21T01:00:00Z'))).toBe('2026-11-20');
  // midnight is skipped, and an hour is there twice
  expect(midnight('2026-09-06')).toBe('2026-09-06T04:00:00Z');
  expect(midnight('2026-09-07')).toBe('2026-09-07T03:00:00Z');
  expect(midnight('2026-04-05')).toBe('2026-04-05T04:00:00Z');
});

it('go by the browser’s clock where it knows no other', async () => {
  storage.set('userdeck.own-time-zone', 'Mars/Olympus');
  const { timeZone } = await import('./zone');

  expect(timeZone()).toBe('Europe/Paris');
});

it('load the page anew, once, when it is not as they are', async () => {
  const { adoptPreferences } = await import('./own-preferences');

  expect(adoptPreferences({})).toBe(false);
  expect(adoptPreferences({ language: 'de' })).toBe(false);
  expect(adoptPreferences({ language: 'en' })).toBe(true);
  expect(adoptPreferences({ language: 'en' })).toBe(false);
  expect(adoptPreferences({ language: 'en', timeZone: 'Asia/Tokyo' })).toBe(true);
  expect(adoptPreferences({})).toBe(true);
  expect(storage.size).toBe(0);
  expect(reload).toHaveBeenCalledTimes(3);
});

it('stay with the browser’s where nothing can be kept', async () => {
  vi.stubGlobal('localStorage', undefined);
  const { adoptPreferences } = await import('./own-preferences');

  expect(adoptPreferences({ language: 'en', timeZone: 'Asia/Tokyo' })).toBe(false);
});
