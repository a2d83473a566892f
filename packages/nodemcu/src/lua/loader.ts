/**
 * Own loader for fengari's CommonJS modules. Each Lua machine gets fresh instances of the modules that stay fengari's
 * (lexer, parser, code generator, debug, API, libraries), their text changed by the exact edits of `patches.ts`; modules
 * that are replaced as a whole come from us. Nothing in Node's own module cache is touched.
 *
 * Self-check: the package's version and the SHA-256 of every file that is read are pinned, and every edit states how
 * often its text must occur. Anything else is a {@link FengariMismatchError} before a single instruction runs.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { GlobalState } from './global.js';
import { FENGARI_FILES, FENGARI_VERSION } from './fengari-files.js';
import { PATCHES, WRAPPED } from './patches.js';

/** The installed fengari is not the one that the adapter was made for. */
export class FengariMismatchError extends Error {
  constructor(
    readonly file: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(
      `fengari: ${file}: expected ${expected}, found ${found}; the Lua adapter is made for fengari ${FENGARI_VERSION} exactly`,
    );
    this.name = 'FengariMismatchError';
  }
}

/** One edit of a module's text. */
export interface Edit {
  /** Exact text. */
  readonly find?: string;
  /** First and last text of a span that is replaced, `from` included, `to` not. */
  readonly from?: string;
  readonly to?: string;
  readonly replace: string;
  /** How often `find` must occur; 1 if not given. */
  readonly count?: number;
}

type Exports = Record<string, unknown>;
type ModuleFunction = (
  module: { exports: Exports },
  exports: Exports,
  require: (name: string) => Exports,
  $G: GlobalState,
  $F: (name: string) => number,
) => void;

/** Applies edits to a text, counting every match. @throws FengariMismatchError */
export function applyEdits(file: string, source: string, edits: readonly Edit[]): string {
  let text = source;
  for (const edit of edits) {
    if (edit.find !== undefined) {
      const parts = text.split(edit.find);
      const expected = edit.count ?? 1;
      if (parts.length - 1 !== expected)
        throw new FengariMismatchError(
          file,
          `${expected} times ${JSON.stringify(edit.find.slice(0, 80))}`,
          `${parts.length - 1} times`,
        );
      text = parts.join(edit.replace);
    } else {
      const from = text.indexOf(edit.from!);
      const to = from < 0 ? -1 : text.indexOf(edit.to!, from);
      if (to < 0 || text.includes(edit.from!, from + 1))
        throw new FengariMismatchError(
          file,
          `one span from ${JSON.stringify(edit.from)} to ${JSON.stringify(edit.to)}`,
          from < 0 ? 'no beginning' : to < 0 ? 'no end' : 'two beginnings',
        );
      text = text.slice(0, from) + edit.replace + text.slice(to);
    }
  }
  return text;
}

/** Puts a frame of the C function's name around every call of the listed functions. */
export function wrapFunctions(file: string, source: string, names: readonly string[]): string {
  let text = source;
  for (const entry of names) {
    const [name = '', cname = name] = entry.split('=');
    const pattern = new RegExp(`^const ${name}\\s*= function ?\\(([^)]*)\\) \\{`, 'm');
    const match = pattern.exec(text);
    if (match === null) throw new FengariMismatchError(file, `a function ${name}`, 'none');
    const args = match[1]!;
    const wrapper =
      `const $id_${name} = $F('${cname}'); const ${name} = function(${args}) { const $sp = $G.sp++; ` +
      `$G.frames[$sp] = $id_${name}; const $r = ${name}$(${args}); $G.sp = $sp; return $r; }; ` +
      `var ${name}$ = function(${args}) {`;
    text = text.slice(0, match.index) + wrapper + text.slice(match.index + match[0].length);
  }
  return text;
}

/** Names of the host that the modules must not see: as parameters they are undefined inside. */
const HIDDEN = ['process', 'Buffer', 'console', 'globalThis', 'global', 'fetch', 'XMLHttpRequest', 'window'];

/** Compiled modules. They hold no state (all state is made when they are run), so all machines can share them. */
let compiled: ReadonlyMap<string, ModuleFunction> | null = null;

function compileAll(): ReadonlyMap<string, ModuleFunction> {
  if (compiled !== null) return compiled;
  const require = createRequire(import.meta.url);
  const main = require.resolve('fengari');
  const folder = dirname(main);
  const manifest = JSON.parse(readFileSync(join(folder, '..', 'package.json'), 'utf8')) as {
    version?: string;
  };
  if (manifest.version !== FENGARI_VERSION)
    throw new FengariMismatchError('package.json', FENGARI_VERSION, String(manifest.version));
  const result = new Map<string, ModuleFunction>();
  for (const [file, hash] of Object.entries(FENGARI_FILES)) {
    const bytes = readFileSync(join(folder, file));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== hash) throw new FengariMismatchError(file, `SHA-256 ${hash}`, found);
    let text = applyEdits(file, bytes.toString('utf8'), PATCHES[file] ?? []);
    text = wrapFunctions(file, text, WRAPPED[file] ?? []);
    result.set(
      file,
      compileFunction(text, ['module', 'exports', 'require', '$G', '$F', ...HIDDEN], {
        filename: `fengari/${file}`,
      }) as ModuleFunction,
    );
  }
  compiled = result;
  return result;
}

/**
 * Instantiates fengari's modules for one machine.
 * @param replaced modules that we supply ("./ltable.js" and so on)
 * @returns a require function for them
 */
export function instantiateFengari(
  g: GlobalState,
  replaced: Readonly<Record<string, object>>,
): (name: string) => Exports {
  const functions = compileAll();
  const modules = new Map<string, { exports: Exports }>();
  const frame = (name: string): number => g.names.id(name);
  const require = (name: string): Exports => {
    const file = name.startsWith('./') ? name.slice(2) : name;
    const ours = replaced[file];
    if (ours !== undefined) return ours as Exports;
    let module = modules.get(file);
    if (module === undefined) {
      const run = functions.get(file);
      if (run === undefined) throw new FengariMismatchError(file, 'a known module', 'a request for this one');
      module = { exports: {} };
      modules.set(file, module);
      run(module, module.exports, require, g, frame);
    }
    return module.exports;
  };
  return require;
}
