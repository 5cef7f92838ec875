// Types, bundle, and the size limits, in this order. Arguments go to Vite: npm run build -- --outDir <folder>
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { checkSize } from './check-size.mjs';

const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);

function run(script, ...rest) {
  const { status } = spawnSync(process.execPath, [resolve(root, 'node_modules', script), ...rest], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

const at = args.findIndex((arg) => arg === '--outDir' || arg.startsWith('--outDir='));
const given = at < 0 ? 'dist' : (args[at].split('=')[1] ?? args[at + 1]);
const outDir = resolve(process.cwd(), given);
const others = at < 0 ? args : args.filter((_, index) => index < at || index > at + (args[at].includes('=') ? 0 : 1));

run('typescript/bin/tsc', '--noEmit');
run('vite/bin/vite.js', 'build', '--outDir', outDir, '--logLevel', 'warn', ...others);
process.exit(checkSize(outDir) ? 0 : 1);
