// Installs dependencies and builds, only when something changed since the last time.
// Needs nothing but Node and npm: pnpm itself is fetched through npm at the version that package.json pins.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error || status !== 0) {
    process.stderr.write(
      `xtal setup: "${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}\n`,
    );
    process.exit(status || 1);
  }
}

/** Feeds name, size and modification time of every file below `folder` into `hash`. */
function stamp(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) stamp(hash, path);
    else {
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path}:${size}:${mtimeMs}\n`);
    }
  }
}

function sourcesStamp() {
  const hash = createHash('sha256');
  for (const name of readdirSync(join(root, 'packages'))) {
    stamp(hash, join(root, 'packages', name, 'src'));
    hash.update(readFileSync(join(root, 'packages', name, 'tsconfig.json')));
  }
  hash.update(readFileSync(join(root, 'tsconfig.base.json')));
  return hash.digest('hex');
}

function installStamp() {
  const hash = createHash('sha256').update(process.version);
  for (const file of ['pnpm-lock.yaml', 'package.json']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Brings `node_modules` and `dist` up to date; returns at once when they are. */
export function setup() {
  const folder = join(root, 'node_modules', '.xtal');
  const read = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  const install = installStamp();
  if (read('install') !== install) {
    process.stderr.write('xtal: installing dependencies\n');
    const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    run('npm', [
      'exec',
      '--yes',
      `--package=${packageManager}`,
      '--',
      'pnpm',
      'install',
      '--frozen-lockfile',
    ]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'install'), install);
  }
  const sources = sourcesStamp();
  if (read('build') !== sources || !existsSync(join(root, 'packages/cli/dist/main.js'))) {
    process.stderr.write('xtal: building\n');
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b']);
    writeFileSync(join(folder, 'build'), sources);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setup();
