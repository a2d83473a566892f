// npm start: set up when needed, then the main job.
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
process.argv.splice(2, Infinity, 'demo', ...process.argv.slice(2));
await import(join(root, 'packages/cli/bin/xtal.js'));
