import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * Puts the theme script, a classic script of its own, before the style sheets: it runs before the first paint, so that
 * a chosen theme does not flash, and it is a file because the content security policy allows no inline script.
 */
function themeScript(): Plugin {
  const source = readFileSync(path('src/app/theme-boot.js'), 'utf8');
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  const fileName = `assets/theme-${hash}.js`;

  return {
    name: 'theme-script',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, context) => {
        const src = context.server ? './src/app/theme-boot.js' : `./${fileName}`;
        return html.replace('<title>', `<script src="${src}"></script>\n    <title>`);
      },
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [themeScript()],
  resolve: { alias: { '@': path('src') } },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Everything is a file: the policy allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: false,
  },
  server: { proxy: { '^/api/': process.env.USERDECK_DASHBOARD ?? 'http://localhost:8080' } },
});
