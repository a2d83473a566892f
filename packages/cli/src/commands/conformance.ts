/** `xtal conformance`: golden vectors against the code. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError, ExitCode, UsageError, type Command, type CommandIo } from '../command.js';
import { readInput } from '../files.js';

/** One thing to check: a file, or (for suites whose input is a folder) a folder. */
interface SuiteInput {
  readonly path: string;
  /** The file's bytes; empty for a folder. */
  readonly bytes: Uint8Array;
  /** A file beside a file, or inside a folder; undefined when there is none. */
  sibling(name: string): Uint8Array | undefined;
  /** Names of the files beside a file, or (recursively, with `/`) inside a folder. */
  names(): string[];
}

interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
}

type Suite = (inputs: SuiteInput[]) => SuiteResult | Promise<SuiteResult>;

/** What a suite takes, and where it lives. */
interface SuiteEntry {
  readonly summary: string;
  /** Files that belong to the suite when a folder is named; undefined when the folder itself is the input. */
  readonly files?: RegExp;
  load(): Promise<Suite>;
}

const SUITES: Record<string, SuiteEntry> = {
  disasm: {
    summary: 'disassembly, lines of vectors/isa/disasm.jsonl',
    files: /^disasm.*\.jsonl$/,
    load: async () => (await import('@xtal/xtensa/conformance')).disasm,
  },
  exec: {
    summary: 'execution, lines of vectors/isa/exec.jsonl',
    files: /^exec.*\.jsonl$/,
    load: async () => (await import('@xtal/xtensa/conformance')).exec,
  },
  timing: {
    summary: 'cycles, lines of vectors/timing',
    files: /\.jsonl$/,
    load: async () => (await import('@xtal/xtensa/conformance')).timing,
  },
  heap: {
    summary: "ESP-IDF's heap, files of vectors/heap",
    files: /\.jsonl\.gz$|^(corrupt|geometry).*\.json$/,
    load: async () => (await import('@xtal/heap/conformance')).heap,
  },
  heaptrace: {
    summary: "ESP-IDF's heap tracing, files of vectors/heaptrace",
    files: /\.json$/,
    load: async () => (await import('@xtal/heaptrace/conformance')).heaptrace,
  },
  programs: {
    summary: 'whole programs and objects, folders like fixtures/engine and fixtures/programs',
    load: async () => (await import('@xtal/heaptrace/conformance')).programs,
  },
  'lua-alloc': {
    summary: "memory of NodeMCU's Lua, NAME.json with NAME.lua beside it, vectors/lua-alloc",
    files: /\.json$/,
    load: async () => (await import('@xtal/nodemcu/conformance')).luaAlloc,
  },
  'lua-leaks': {
    summary: 'applications that leak or do not, NAME.json with NAME.lua beside it, vectors/lua-leaks',
    files: /\.json$/,
    load: async () => (await import('@xtal/nodemcu/conformance')).luaLeaks,
  },
  'lua-repl': {
    summary: "NodeMCU's console, the folder vectors/lua-repl",
    load: async () => (await import('@xtal/nodemcu/conformance')).luaRepl,
  },
};

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function filesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name), `${prefix}${entry.name}/`)
      : [`${prefix}${entry.name}`],
  );
}

function optionalFile(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function fileInput(io: CommandIo, path: string): SuiteInput {
  const folder = dirname(resolve(io.cwd, path));
  return {
    path,
    bytes: readInput(io, path),
    sibling: (name) => optionalFile(join(folder, name)),
    names: () => readdirSync(folder),
  };
}

function folderInput(path: string, absolute: string): SuiteInput {
  return {
    path,
    bytes: new Uint8Array(0),
    sibling: (name) => optionalFile(join(absolute, name)),
    names: () => filesBelow(absolute).sort(),
  };
}

function inputsOf(io: CommandIo, suite: SuiteEntry, path: string): SuiteInput[] {
  const absolute = resolve(io.cwd, path);
  if (!isFolder(absolute)) return [fileInput(io, path)];
  const { files } = suite;
  if (!files) return [folderInput(path, absolute)];
  const names = readdirSync(absolute).filter((name) => files.test(name));
  if (names.length === 0)
    throw new CommandError(
      `${path}: no file of this suite in the folder (expected names like ${files.source})`,
      ExitCode.missingInput,
    );
  return names.sort().map((name) => fileInput(io, join(path, name)));
}

const rows = (): string =>
  Object.entries(SUITES)
    .map(([name, suite]) => `  ${name.padEnd(11)}${suite.summary}`)
    .join('\n');

export const conformance: Command = {
  name: 'conformance',
  summary: 'compare the code with golden vectors',
  get help() {
    return `xtal conformance SUITE FILES...

Runs golden vectors, which independent implementations made, against xtal's code.
A folder stands for all files of the suite in it. Cases are counted, not files;
an empty, malformed or foreign file is a failure. The last line is "N passed, M failed".

Suites:
${rows()}

Exit code: 0 when nothing failed and at least one case ran, else 1.

Examples:
  xtal conformance exec vectors/isa/exec.jsonl
  xtal conformance heap vectors/heap
`;
  },
  async run(args, io) {
    const unknown = args.find((argument) => argument.startsWith('-'));
    if (unknown) throw new UsageError(`unknown option ${unknown}`);
    const [name, ...paths] = args;
    const entry = name === undefined ? undefined : Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
    if (!entry) {
      const known = Object.keys(SUITES).join(', ');
      throw new UsageError(
        `expected the name of a suite (${known})${name === undefined ? '' : `, got "${name}"`}`,
      );
    }
    if (paths.length === 0) throw new UsageError(`suite ${name}: expected at least one file or folder`);
    const suite = await entry.load();
    let passed = 0;
    let failed = 0;
    for (const path of paths) {
      for (const input of inputsOf(io, entry, path)) {
        const result = await suite([input]);
        passed += result.passed;
        failed += result.failed;
        for (const failure of result.failures) io.stdout(`FAIL ${failure}\n`);
        if (result.passed + result.failed === 0) {
          failed++;
          io.stdout(`FAIL ${basename(input.path)}: no case in it\n`);
        }
      }
    }
    io.stdout(`${passed} passed, ${failed} failed\n`);
    return failed === 0 && passed > 0 ? ExitCode.success : ExitCode.failed;
  },
};
