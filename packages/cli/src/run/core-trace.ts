/** `--trace insn,calls,exceptions`: what the core does, a line each, on standard error. */
import type { Machine } from '@xtal/esp32';
import { disassemble, type CoreObserver } from '@xtal/xtensa';
import type { CommandIo } from '../command.js';
import type { TraceKind } from './options.js';

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
/** Deepest indentation of `calls`. */
const INDENT_MAX = 40;

/** Attaches the observer that prints; nothing is attached when `kinds` is empty. */
export function traceCore(io: CommandIo, machine: Machine, kinds: readonly TraceKind[]): void {
  if (kinds.length === 0) return;
  const { symbols, core, memory } = machine;
  let depth = 0;
  const indent = (): string => '  '.repeat(Math.min(depth, INDENT_MAX));
  const observer: CoreObserver = {
    ...(kinds.includes('insn') && {
      instruction: (_core, pc) => {
        const { text } = disassemble(memory.copyOut(pc, 3), pc);
        io.stderr(`${core.cycles} ${hex(pc)} ${text.padEnd(28)} ${symbols.describe(pc)}\n`);
      },
    }),
    ...(kinds.includes('calls') && {
      call: (_core, pc, target, increment) => {
        io.stderr(
          `${core.cycles} ${indent()}call${4 * increment} ${symbols.describe(target)} from ${hex(pc)}\n`,
        );
        depth++;
      },
      return: (_core, _pc, target) => {
        depth = Math.max(0, depth - 1);
        io.stderr(`${core.cycles} ${indent()}return to ${symbols.describe(target)}\n`);
      },
    }),
    ...(kinds.includes('exceptions') && {
      exception: (_core, pc, vector, kind, cause) => {
        io.stderr(
          `${core.cycles} ${kind} exception, cause ${cause}, at ${symbols.describe(pc)}, vector ${hex(vector)}\n`,
        );
      },
    }),
  };
  core.observe(observer);
}
