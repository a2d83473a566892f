// npm run bench: set up when needed, then the benchmarks, on compiled JavaScript.
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
await import(join(root, 'packages/bench/dist/main.js'));
