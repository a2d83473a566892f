// npm run bench: set up when needed, then the benchmarks, on compiled JavaScript.
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
process.argv.splice(1, 1, join(root, 'packages/bench/dist/main.js'));
await import(process.argv[1]);
