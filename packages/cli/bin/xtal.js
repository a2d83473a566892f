#!/usr/bin/env node
// Committed shim: package managers link it before the first build has made dist/.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) {
  const { main: run, processIo } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2), processIo);
} else {
  process.stderr.write('xtal: not built yet; run "npm run setup" in the project root first\n');
  process.exitCode = 70;
}
