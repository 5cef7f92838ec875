import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The languages of the build: each is a file of words. */
const LANGUAGES = readdirSync(path('src/messages'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, source: `src/messages/${name}.ts` }));

/**
 * Puts the boot script, a classic script of its own, before the style sheets: it runs before the first paint, so that a chosen
 * theme does not flash and the words are on their way, and it is a file because the content security policy allows no inline
 * script. It picks from the files of words that the page names.
 */
function bootScript(): Plugin {
  const source = readFileSync(path('src/app/boot.js'), 'utf8');
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  const fileName = `assets/boot-${hash}.js`;

  return {
    name: 'boot-script',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, context) => {
        const chunks = Object.values(context.bundle ?? {}).filter((chunk) => chunk.type === 'chunk');
        const words = LANGUAGES.map(({ name, source }) => {
          const file = chunks.find((chunk) => chunk.facadeModuleId === path(source))?.fileName;
          if (context.bundle && !file) throw new Error(`${source} has no file of its own`);
          return `<meta name="userdeck-language" content="${name}" data-words="./${file ?? source}" />`;
        });
        const src = context.server ? './src/app/boot.js' : `./${fileName}`;
        return html.replace('<title>', [...words, `<script src="${src}"></script>`, '<title>'].join('\n    '));
      },
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [bootScript()],
  resolve: { alias: { '@': path('src') } },
  build: {
    target: 'es2022',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Everything is a file: the policy allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: false,
    // What waits for the words is split into a file for each module that is shared, unless told otherwise.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'dashboard', tags: ['$initial'] }] } } },
  },
  server: { proxy: { '^/api/': process.env.USERDECK_DASHBOARD ?? 'http://localhost:8080' } },
});
