// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import script from '@/app/boot.js?raw';

const root = document.documentElement;
let links: HTMLLinkElement[];

beforeEach(() => {
  localStorage.clear();
  root.lang = 'en';
  root.removeAttribute('dir');
  links = [];
  vi.spyOn(document.head, 'append').mockImplementation((...nodes) => {
    links.push(...nodes.filter((node) => node instanceof HTMLLinkElement));
  });
});

/** Opens the page, with files of words for some languages, in a browser that is set to others. */
function open(files: readonly string[], browser: readonly string[]): void {
  vi.stubGlobal('navigator', { languages: browser });
  document.head.innerHTML = files
    .map((file) => `<meta name="userdeck-language" content="${file.slice(0, 2)}" data-words="./assets/${file}">`)
    .join('');
  new Function(script)();
}

const fetched = () => links.map((link) => link.getAttribute('href'));

it('speaks the first language of the browser that there is, of any country', () => {
  open(['de-1.js', 'en-1.js'], ['xx', 'de-AT', 'en-US']);

  expect(root.lang).toBe('de');
  expect(fetched()).toEqual(['./assets/de-1.js']);
});

it('speaks what was chosen on this device, if it is still there', () => {
  localStorage.setItem('userdeck.language', 'de');
  open(['de-1.js', 'en-1.js'], ['en']);
  expect(root.lang).toBe('de');

  localStorage.setItem('userdeck.language', 'fr');
  open(['de-1.js', 'en-1.js'], ['en']);
  expect(root.lang).toBe('en');
});

it('speaks the app’s language where there is none of the browser’s, and else English', () => {
  root.lang = 'de';
  open(['de-1.js', 'en-1.js'], ['xx']);
  expect(root.lang).toBe('de');

  root.lang = 'yy';
  open(['de-1.js', 'en-1.js'], []);
  expect(root.lang).toBe('en');
});

it('fetches what the class path adds to a language of the build', () => {
  open(['de-1.js', 'en-1.js', 'de-2.json'], ['de']);

  expect(fetched()).toEqual(['./assets/de-1.js', './assets/de-2.json']);
  expect(links.map((link) => link.rel)).toEqual(['modulepreload', 'preload']);
});

it('fetches English below a language that the class path alone has', () => {
  open(['de-1.js', 'en-1.js', 'ar-2.json'], ['ar-EG']);

  expect(root.lang).toBe('ar');
  expect(root.dir).toBe('rtl');
  expect(fetched()).toEqual(['./assets/en-1.js', './assets/ar-2.json']);
});

it('keeps the theme that was chosen', () => {
  localStorage.setItem('userdeck.theme', 'dark');
  open(['en-1.js'], ['en']);

  expect(root.dataset.theme).toBe('dark');
});
