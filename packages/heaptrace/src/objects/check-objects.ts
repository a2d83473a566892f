/** Runs object programs of a real compiler against the heap services and compares heap traffic with their JSON. */
import { createMachine, type Machine, type RunResult } from '@xtal/esp32';
import {
  installHeapServices,
  type AllocatorFactory,
  type HeapServices,
  type InstallOptions,
  type SdkConfig,
} from '../services/index.js';
import { Symbolizer } from '../symbols/index.js';
import { BumpAllocator } from './bump-allocator.js';
import { compareRun, type CallSite, type Symboliser } from './compare.js';
import { isExpectedWorkload, runsOf, type ExpectedRun, type ExpectedWorkload } from './expectation.js';
import { faultProblems } from './faults.js';
import { HeapLedger } from './ledger.js';

/** A folder of object files with their JSON beside them. */
export interface ObjectsFolder {
  readonly path: string;
  /** Names of the files below it, with `/`. */
  names(): readonly string[];
  /** A file of the folder. */
  sibling(name: string): Uint8Array | undefined;
}

/** Result of a check, in runs. */
export interface ObjectsResult {
  passed: number;
  failed: number;
  failures: string[];
}

const MAX_FAILURES = 50;
/** More than ten times what the longest known program executes. */
const MAX_INSTRUCTIONS = 50_000_000;

/** How a fault program is run: every poisoning mode once; others run with none. */
const POISONING: readonly [name: 'none' | 'light' | 'comprehensive', config: SdkConfig][] = [
  ['none', {}],
  ['light', { CONFIG_HEAP_POISONING_LIGHT: 'y' }],
  ['comprehensive', { CONFIG_HEAP_POISONING_COMPREHENSIVE: 'y' }],
];

/** One run of a program: what it did to the heap, what it printed, how it ended. */
export interface ObjectsRun {
  readonly machine: Machine;
  readonly services: HeapServices;
  readonly ledger: HeapLedger;
  readonly result: RunResult;
  /** All that the console got. */
  readonly text: string;
  readonly symbolise: Symboliser;
}

/**
 * Links and runs objects with the heap services.
 *
 * @param which value for the program's word `which`, where it has one
 */
export function runObjects(
  objects: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  { which, ...options }: InstallOptions & { readonly which?: number | undefined } = {},
): ObjectsRun {
  let text = '';
  const decoder = new TextDecoder();
  const machine = createMachine({ consoleOut: (bytes) => (text += decoder.decode(bytes, { stream: true })) });
  const services = installHeapServices(machine, options);
  machine.load(objects);
  const ledger = new HeapLedger();
  services.addListener(ledger);
  if (which !== undefined) {
    const address = machine.symbols.address('which');
    if (address === undefined) throw new Error('the program has no word `which`');
    machine.memory.write32(address, which);
  }
  const result = machine.run({ maxInstructions: MAX_INSTRUCTIONS });
  ledger.finish();
  return { machine, services, ledger, result, text, symbolise: symboliserOf(machine) };
}

/** Return addresses of the functions of a machine's own program; xtal's and the ROM's are outside. */
export function symboliserOf(machine: Machine): Symboliser {
  const programs = machine.images.map(
    ({ sections }) =>
      (name: string): Uint8Array | undefined =>
        sections.find((section) => section.name === name)?.bytes,
  );
  const symbolizer = new Symbolizer(machine.symbols, programs);
  const known = new Map<number, CallSite | undefined>();
  const lookup = (address: number): CallSite | undefined => {
    const symbol = machine.symbols.lookup(address - 1);
    if (symbol?.kind !== 'function' || symbol.object === 'xtal') return undefined;
    const frames = symbolizer
      .frames(address)
      .filter(({ file, line }) => file !== undefined && line !== undefined);
    return {
      function: symbol.name,
      offset: symbol.offset + 1,
      ...(frames.length > 0 && {
        frames: frames.map((frame) => ({ function: frame.function, file: frame.file!, line: frame.line! })),
      }),
    };
  };
  return (address) => {
    if (!known.has(address)) known.set(address, lookup(address));
    return known.get(address);
  };
}

/** Checks every workload of a folder. A folder without any is a failure. */
export function checkObjects(folder: ObjectsFolder): ObjectsResult {
  const result: ObjectsResult = { passed: 0, failed: 0, failures: [] };
  const report = (where: string, problems: readonly string[]): void => {
    if (problems.length === 0) {
      result.passed++;
      return;
    }
    result.failed++;
    for (const problem of problems)
      if (result.failures.length < MAX_FAILURES) result.failures.push(`${where}: ${problem}`);
  };
  for (const name of folder.names().filter((file) => file.endsWith('.json'))) {
    const workload = readWorkload(folder.sibling(name));
    if (workload === undefined) continue;
    const prefix = name.slice(0, name.lastIndexOf('/') + 1);
    for (const run of runsOf(workload)) {
      const where = `${folder.path}/${name}${run.which === undefined ? '' : ` which ${run.which}`}`;
      for (const [poisoning, config] of run.which === undefined ? POISONING.slice(0, 1) : POISONING) {
        let problems: string[];
        try {
          problems = checkRun(folder, prefix, workload, run, poisoning, config);
        } catch (error) {
          problems = [(error as Error).message];
        }
        report(`${where} (poisoning ${poisoning})`, problems);
      }
    }
  }
  if (result.passed + result.failed === 0)
    report(folder.path, ['no workload JSON with objects in this folder']);
  return result;
}

/** Is this file the JSON of an object program? */
export function isWorkloadFile(bytes: Uint8Array | undefined): boolean {
  return readWorkload(bytes) !== undefined;
}

function readWorkload(bytes: Uint8Array | undefined): ExpectedWorkload | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isExpectedWorkload(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function checkRun(
  folder: ObjectsFolder,
  prefix: string,
  workload: ExpectedWorkload,
  expected: ExpectedRun,
  poisoning: (typeof POISONING)[number][0],
  config: SdkConfig,
): string[] {
  const objects = workload.objects.map((name) => {
    const bytes = folder.sibling(prefix + name);
    if (!bytes) throw new Error(`${prefix}${name} is missing`);
    return { name, bytes };
  });
  const { which } = expected;
  const run = runObjects(objects, { sdkconfig: config, which });
  const problems =
    which !== undefined && (which !== 0 || poisoning !== 'none')
      ? faultProblems(expected, poisoning, run)
      : plainProblems(expected, run);
  return poisoning === 'none' ? [...problems, ...printedProblems(expected, objects)] : problems;
}

/** A program without faults. */
function plainProblems(expected: ExpectedRun, run: ObjectsRun): string[] {
  const { reason, message } = run.result;
  if (reason !== 'exit') return [`expected the program to end itself, got ${reason}: ${message ?? ''}`];
  return compareRun(expected, run.ledger, run.symbolise);
}

/**
 * The printf lines must be on the console, in order, between whatever dumps say. Some tell what stands in memory that
 * was never written, so this is a run of its own with the kind of heap that the JSON was made with.
 */
function printedProblems(
  expected: ExpectedRun,
  objects: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): string[] {
  const create: AllocatorFactory = (memory, base, size) => new BumpAllocator(memory, base, size);
  const { text } = runObjects(objects, { which: expected.which, allocator: create });
  const lines = text.split(/\r?\n/);
  let at = 0;
  for (const line of expected.printed) {
    at = lines.indexOf(line.trimEnd(), at) + 1;
    if (at === 0) return [`printed: expected the line ${JSON.stringify(line)}, got ${JSON.stringify(text)}`];
  }
  return [];
}
