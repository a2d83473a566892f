/**
 * Execution engine: guest instructions a second of the interpreter on the programs of the engine study, with and without the
 * scoreboard, and of `qemu-xtensa` on the same programs where it and its builds of them are found.
 *
 * Targets: 142, 62, 143, 161, 191 MIPS (study machine) without scoreboard; exact timing at no less than 0.6 of that.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMachine } from '@xtal/esp32';

/** One program's figures, in millions of guest instructions a second of wall time. */
export interface EngineBenchmarkRow {
  readonly name: string;
  readonly instructions: number;
  readonly off: number;
  readonly exact: number;
  /** exact / off */
  readonly exactShare: number;
  /** Millions of guest cycles a second with exact timing. */
  readonly exactMegacycles: number;
  /** `qemu-xtensa -cpu dc233c`, start-up subtracted; undefined where it is not installed. */
  readonly qemu: number | undefined;
}

interface Program {
  readonly name: string;
  /** Iterations for some 60 million instructions. */
  readonly iterations: number;
  /** Iterations for qemu: its start-up must not dominate. */
  readonly qemuIterations: number;
  /** Instructions of one iteration without window handlers, which qemu's user mode does not execute. */
  readonly perIteration: number;
}

// prettier-ignore
const PROGRAMS: readonly Program[] = [
  { name: 'a_kernel', iterations: 600, qemuIterations: 6000, perIteration: 614693997 / 6000 },
  { name: 'b_calls', iterations: 150, qemuIterations: 400, perIteration: 134792341 / 400 },
  { name: 'c_alloc', iterations: 110, qemuIterations: 1000, perIteration: 561886858 / 1000 },
  { name: 'd_vm', iterations: 750, qemuIterations: 7500, perIteration: 604065106 / 7500 },
  { name: 'e_bytes', iterations: 450, qemuIterations: 4500, perIteration: 603772678 / 4500 },
];

const here = fileURLToPath(new URL('.', import.meta.url));
const programFolder = join(here, '../../esp32/fixtures/engine');
/** The same C built for qemu's user mode. */
const qemuFolder = join(here, '../fixtures');

interface Run {
  readonly instructions: number;
  readonly cycles: number;
  readonly seconds: number;
}

function runOnce(program: Program, timing: 'exact' | 'off', iterations: number): Run {
  const machine = createMachine({ timing, consoleOut: () => undefined });
  machine.loadElf(
    new Uint8Array(readFileSync(join(programFolder, `${program.name}_esp32.elf`))),
    program.name,
  );
  machine.memory.write32(machine.symbols.address('bench_iters')!, iterations);
  const begin = performance.now();
  const { instructions, cycles } = machine.run({});
  return { instructions, cycles, seconds: (performance.now() - begin) / 1000 };
}

/** The better of two runs, after a short one that warms the host's compiler up. */
function measure(program: Program, timing: 'exact' | 'off'): Run {
  runOnce(program, timing, Math.ceil(program.iterations / 8));
  const runs = [0, 1].map(() => runOnce(program, timing, program.iterations));
  return runs[0]!.seconds <= runs[1]!.seconds ? runs[0]! : runs[1]!;
}

/** Seconds of one run under qemu, or undefined. */
function qemuSeconds(elf: Uint8Array, folder: string, iterations: number): number | undefined {
  const copy = Uint8Array.from(elf);
  const at = findIterationsWord(copy);
  if (at === undefined) return undefined;
  new DataView(copy.buffer).setUint32(at, iterations, true);
  const path = join(folder, 'program.elf');
  writeFileSync(path, copy, { mode: 0o755 }); // qemu refuses files that cannot be executed
  const begin = performance.now();
  const { status } = spawnSync('qemu-xtensa', ['-cpu', 'dc233c', path], { timeout: 60_000 });
  return status === 0 ? (performance.now() - begin) / 1000 : undefined;
}

/** File offset of the word at symbol `bench_iters`. */
function findIterationsWord(elf: Uint8Array): number | undefined {
  const view = new DataView(elf.buffer);
  const u32 = (at: number): number => view.getUint32(at, true);
  const sections = Array.from({ length: view.getUint16(48, true) }, (_, i) => u32(32) + 40 * i);
  const table = sections.find((section) => u32(section + 4) === 2);
  if (table === undefined) return undefined;
  const names = u32(sections[u32(table + 24)]! + 16);
  for (let at = u32(table + 16); at < u32(table + 16) + u32(table + 20); at += 16) {
    const start = names + u32(at);
    if (new TextDecoder().decode(elf.subarray(start, elf.indexOf(0, start))) !== 'bench_iters') continue;
    const address = u32(at + 4);
    const section = sections[view.getUint16(at + 14, true)]!;
    return u32(section + 16) + address - u32(section + 12);
  }
  return undefined;
}

function qemuRate(program: Program): number | undefined {
  const path = join(qemuFolder, `${program.name}.elf`);
  if (!existsSync(path) || spawnSync('qemu-xtensa', ['--version']).status !== 0) return undefined;
  const elf = new Uint8Array(readFileSync(path));
  const folder = mkdtempSync(join(tmpdir(), 'xtal-bench-'));
  try {
    const startUp = qemuSeconds(elf, folder, 1);
    const whole = qemuSeconds(elf, folder, program.qemuIterations);
    if (startUp === undefined || whole === undefined) return undefined;
    return (program.perIteration * (program.qemuIterations - 1)) / (whole - startUp) / 1e6;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs everything; some ten seconds. */
export function engineBench(): EngineBenchmarkRow[] {
  return PROGRAMS.map((program) => {
    const off = measure(program, 'off');
    const exact = measure(program, 'exact');
    const rate = (run: Run): number => run.instructions / run.seconds / 1e6;
    return {
      name: program.name,
      instructions: exact.instructions,
      off: rate(off),
      exact: rate(exact),
      exactShare: rate(exact) / rate(off),
      exactMegacycles: exact.cycles / exact.seconds / 1e6,
      qemu: qemuRate(program),
    };
  });
}

/** The rows as a table of text. */
export function formatEngineBench(rows: readonly EngineBenchmarkRow[]): string {
  const lines = rows.map((row) => {
    const qemu =
      row.qemu === undefined
        ? '     -      -'
        : `${row.qemu.toFixed(0).padStart(6)} ${(row.off / row.qemu).toFixed(2).padStart(6)}`;
    return (
      `${row.name.padEnd(10)} ${row.off.toFixed(0).padStart(6)} ${row.exact.toFixed(0).padStart(6)} ` +
      `${row.exactShare.toFixed(2).padStart(6)} ${row.exactMegacycles.toFixed(0).padStart(7)} ${qemu}`
    );
  });
  return [
    'interpreter, M instructions/s',
    'program       off  exact  share  Mcyc/s   qemu  x qemu',
    ...lines,
  ].join('\n');
}
