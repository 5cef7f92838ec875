import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  test: {
    // What needs a document asks for it in its first line.
    environment: 'node',
    setupFiles: 'test/page-words.ts',
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    restoreMocks: true,
    unstubGlobals: true,
    env: { TZ: 'Europe/Paris' },
  },
});
