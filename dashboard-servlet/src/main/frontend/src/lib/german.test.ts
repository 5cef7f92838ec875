// @vitest-environment happy-dom
import { beforeAll, expect, it, vi } from 'vitest';

let format: typeof import('./format');
let words: typeof import('./i18n');

beforeAll(async () => {
  document.documentElement.lang = 'de';
  vi.resetModules();
  words = await import('./i18n');
  format = await import('./format');
});

it('is spoken where the page is German', () => {
  expect(words.t('users.loaded', { count: 12480 })).toBe('12.480 Benutzer auf dieser Seite');
  expect(words.t('user.sessions.endedAll', { count: 1 })).toBe('1 Sitzung beendet.');
});

it('writes dates and numbers as German does', () => {
  const moment = '2026-11-21T13:32:07Z';
  const later = new Date('2026-11-24T13:32:07Z');

  expect(format.formatDate(moment)).toBe('21. Nov. 2026');
  expect(format.formatDateTime(moment)).toBe('21. Nov. 2026, 14:32');
  expect(format.formatAgo(moment, later)).toBe('vor 3 Tagen');
  expect(format.formatNumber(1234.5)).toBe('1.234,5');
  expect(format.formatShare(0.21)).toBe('21\u00a0%');
});

it('says in English what a recipe has no German for', () => {
  expect(words.label({ key: 'plans.title', text: 'Plans' })).toBe('Plans');
  expect(words.label({ key: 'users.title', text: 'Users' })).toBe('Benutzer');
});
