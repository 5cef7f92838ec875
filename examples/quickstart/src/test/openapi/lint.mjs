// Lints the documents that ContractTest has had from the running app. Run by the build, or alone: node lint.mjs
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(here, "../../../target/openapi");
const documents = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
if (documents.length === 0) {
  console.log("Userdeck tests SKIP Spectral: ContractTest did not run, and left no document in target/openapi");
  process.exit(0);
}

const installed = join(here, "node_modules/.package-lock.json");
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(here, "package-lock.json")).mtimeMs) {
  // Its packages need no scripts to work, and one of them would only count who installs it.
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { shell: process.platform === "win32" });
}
const spectral = join(here, "node_modules/@stoplight/spectral-cli/dist/index.js");
for (const name of documents.sort()) {
  console.log(`Spectral on ${name}:`);
  run(process.execPath, [spectral, "lint", join(folder, name), "--ruleset=ruleset.yaml", "--fail-severity=hint"]);
}

function run(command, options, more) {
  const { status, error } = spawnSync(command, options, { cwd: here, stdio: "inherit", ...more });
  if (status !== 0) {
    console.error(error ? `${command}: ${error.message}` : `${command} failed`);
    process.exit(1);
  }
}
