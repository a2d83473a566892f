/**
 * Conformance suite `programs`: folders of whole programs with what they shall print, return, execute and take.
 *
 * @packageDocumentation
 */
import { decode, wordAt } from '@xtal/xtensa';
import { InputError } from './input-error.js';
import { createMachine, type Machine } from './machine.js';
import type { RunResult } from './run-result.js';

/** A folder, or a file in one, handed to the suite. */
export interface SuiteInput {
  /** Path as the user wrote it; only for messages. */
  readonly path: string;
  /** Bytes of a file; empty for a folder. */
  readonly bytes: Uint8Array;
  /** A file of the folder. */
  readonly sibling?: (name: string) => Uint8Array | undefined;
}

/** What the suite found. */
export interface SuiteResult {
  passed: number;
  failed: number;
  /** "folder: program: what, expected, got", at most 50 of them. */
  failures: string[];
}

const MOST_FAILURES = 50;
/** Ten times what the longest program executes: one that goes wrong must end. */
const MOST_INSTRUCTIONS = 50_000_000;

/** What a program is expected to do; absent facts are not checked. */
interface Expectation {
  readonly elf: string;
  readonly stdout: string;
  readonly exit: number;
  readonly instructions?: number | undefined;
  readonly cycles?: number | undefined;
  /** Window exceptions taken, by the names of expected.json. */
  readonly window?: Readonly<Record<string, number>> | undefined;
  readonly overflows?: number | undefined;
  readonly underflows?: number | undefined;
  readonly level1Exceptions?: number | undefined;
  readonly movsp?: number | undefined;
}

/**
 * Runs every program of the folders. A folder has `expected.json` (fixtures/programs), or a README.md with a table
 * whose columns are file, printed, instructions, cycles (fixtures/engine). One case per program.
 */
export function programs(inputs: readonly SuiteInput[]): SuiteResult {
  const result: SuiteResult = { passed: 0, failed: 0, failures: [] };
  const count = (where: string, problem: string | undefined): void => {
    if (problem === undefined) result.passed++;
    else {
      result.failed++;
      if (result.failures.length < MOST_FAILURES) result.failures.push(`${where}: ${problem}`);
    }
  };
  for (const input of inputs) {
    const read = input.sibling ?? ((): undefined => undefined);
    let expectations: Expectation[];
    try {
      expectations = expectationsOf(input, read);
    } catch (error) {
      count(input.path, error instanceof Error ? error.message : String(error));
      continue;
    }
    for (const expectation of expectations)
      count(`${input.path}: ${expectation.elf}`, check(expectation, read));
  }
  return result;
}

/** Runs one program twice, as it is and with its exceptions counted; returns what is wrong, or undefined. */
function check(expected: Expectation, read: (name: string) => Uint8Array | undefined): string | undefined {
  const bytes = read(expected.elf);
  if (bytes === undefined) return 'the file is missing';
  try {
    const { machine, result, text } = run(bytes, expected.elf);
    const differences = [
      difference(
        'reason',
        'exit',
        result.message === undefined ? result.reason : `${result.reason}: ${result.message}`,
      ),
      difference('exit code', expected.exit, result.exitCode),
      difference('printed', JSON.stringify(expected.stdout), JSON.stringify(text)),
      difference('instructions', expected.instructions, result.instructions),
      difference('cycles', expected.cycles, result.cycles),
      ...countDifferences(expected, bytes, machine.core.readSpecial('vecbase')),
    ].filter((one) => one !== undefined);
    return differences.length === 0 ? undefined : differences.join('; ');
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

function difference(
  what: string,
  expected: number | string | undefined,
  found: number | string | undefined,
): string | undefined {
  return expected === undefined || expected === found
    ? undefined
    : `${what}: expected ${expected}, got ${found ?? 'none'}`;
}

function run(
  bytes: Uint8Array,
  name: string,
  prepare?: (machine: Machine) => void,
): { machine: Machine; result: RunResult; text: string } {
  const chunks: Uint8Array[] = [];
  const machine = createMachine({ consoleOut: (chunk) => chunks.push(chunk) });
  machine.loadElf(bytes, name);
  prepare?.(machine);
  const result = machine.run({ maxInstructions: MOST_INSTRUCTIONS });
  return { machine, result, text: Buffer.concat(chunks).toString() };
}

/** Window vectors and the user vector, from VECBASE. */
const VECTORS: readonly [name: string, offset: number][] = [
  ['overflow4', 0x00],
  ['underflow4', 0x40],
  ['overflow8', 0x80],
  ['underflow8', 0xc0],
  ['overflow12', 0x100],
  ['underflow12', 0x140],
];
const USER_VECTORS = [0x300, 0x340];
const CAUSE_LEVEL1_INTERRUPT = 4;
const CAUSE_ALLOCA = 5;

/** Counts the exceptions of a second run, where the expectation says how many there are. */
function countDifferences(expected: Expectation, bytes: Uint8Array, vecbase: number): (string | undefined)[] {
  const { window, overflows, underflows, level1Exceptions, movsp } = expected;
  if (window === undefined && overflows === undefined && level1Exceptions === undefined) return [];
  const counts: Record<string, number> = {};
  const add = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  run(bytes, expected.elf, ({ core, memory }) => {
    // A handler of MOVSP's exception may end in the underflow code: only RETW underflows.
    const isMovsp = (): boolean => {
      const at = core.readSpecial('epc1');
      return memory.isExecutable(at) && decode(wordAt(memory.copyOut(at, 3), 0))?.name === 'movsp';
    };
    for (const [name, offset] of VECTORS) {
      core.watch(vecbase + offset, () => {
        if (!isMovsp()) add(name);
      });
    }
    for (const offset of USER_VECTORS) {
      core.watch(vecbase + offset, () => {
        const cause = core.readSpecial('exccause');
        if (cause !== CAUSE_LEVEL1_INTERRUPT) add('level1');
        if (cause === CAUSE_ALLOCA) add('movsp');
      });
    }
  });
  const sum = (kind: string): number =>
    VECTORS.reduce((total, [name]) => total + (name.startsWith(kind) ? (counts[name] ?? 0) : 0), 0);
  return [
    ...Object.entries(window ?? {}).map(([name, number]) => difference(name, number, counts[name] ?? 0)),
    difference('window overflows', overflows, sum('overflow')),
    difference('window underflows', underflows, sum('underflow')),
    difference('level-1 exceptions', level1Exceptions, counts.level1 ?? 0),
    difference('MOVSP exceptions', movsp, counts.movsp ?? 0),
  ];
}

function expectationsOf(input: SuiteInput, read: (name: string) => Uint8Array | undefined): Expectation[] {
  const json =
    input.path.endsWith('expected.json') && input.bytes.length > 0 ? input.bytes : read('expected.json');
  if (json !== undefined) return fromJson(JSON.parse(new TextDecoder().decode(json)), read);
  const readme = input.path.endsWith('README.md') && input.bytes.length > 0 ? input.bytes : read('README.md');
  if (readme === undefined)
    throw new Error('expected a folder with expected.json or README.md, found neither');
  const rows = fromTable(new TextDecoder().decode(readme));
  if (rows.length === 0)
    throw new Error(
      'expected a table with the columns file, printed, instructions and cycles in README.md, found none',
    );
  return rows;
}

/** `expected.json` of fixtures/programs: an object by program. */
function fromJson(json: unknown, read: (name: string) => Uint8Array | undefined): Expectation[] {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Error('expected.json: expected an object by program');
  return Object.entries(json).map(([name, value]): Expectation => {
    const entry = (value ?? {}) as Record<string, unknown>;
    const number = (key: string): number | undefined => {
      const found = entry[key];
      if (found === undefined || found === null) return undefined;
      if (typeof found !== 'number')
        throw new Error(`expected.json: ${name}.${key}: expected a number, found ${JSON.stringify(found)}`);
      return found;
    };
    const text = (key: string): string => {
      const found = entry[key];
      if (typeof found !== 'string')
        throw new Error(`expected.json: ${name}.${key}: expected a text, found ${JSON.stringify(found)}`);
      return found;
    };
    const stdout = read(text('stdout'));
    if (stdout === undefined)
      throw new Error(`expected.json: ${name}.stdout: the file ${text('stdout')} is missing`);
    const window = entry.window as Record<string, number> | undefined;
    return {
      elf: text('elf'),
      stdout: new TextDecoder().decode(stdout),
      exit: number('exit') ?? 0,
      instructions: number('instructions'),
      cycles: number('cycles'),
      window,
      // Programs with timers take their exceptions when time asks for it; their file gives no window counts.
      level1Exceptions: window === undefined ? undefined : number('level1_exceptions'),
      movsp: window === undefined ? undefined : number('of_which_movsp'),
    };
  });
}

/** Tables of a README whose columns are file, printed, instructions, cycles and perhaps overflows / underflows. */
function fromTable(text: string): Expectation[] {
  const rows: Expectation[] = [];
  let columns: string[] | undefined;
  for (const line of text.split('\n')) {
    const cells = /^\|(.*)\|\s*$/
      .exec(line)?.[1]
      ?.split('|')
      .map((cell) => cell.trim());
    if (cells === undefined) {
      columns = undefined;
      continue;
    }
    if (columns === undefined) {
      columns = cells.map((cell) => cell.toLowerCase());
      continue;
    }
    const at = (name: string): string | undefined =>
      cells[columns!.findIndex((column) => column.startsWith(name))];
    const [file, printed, instructions, cycles] = [
      at('file'),
      at('printed'),
      at('instructions'),
      at('cycles'),
    ];
    if (file === undefined || printed === undefined || cycles === undefined || !/^\d+$/.test(cycles))
      continue;
    const window = /^(\d+)\s*\/\s*(\d+)$/.exec(at('window overflows') ?? '');
    rows.push({
      elf: file.endsWith('.elf') ? file : `${file}.elf`,
      stdout: `${printed.replace(/\s*\(.*\)$/, '')}\n`,
      exit: 0,
      instructions: instructions === undefined ? undefined : Number(instructions),
      cycles: Number(cycles),
      overflows: window === null ? undefined : Number(window[1]),
      underflows: window === null ? undefined : Number(window[2]),
    });
  }
  return rows;
}
