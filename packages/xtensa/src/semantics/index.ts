/** Semantics of all 513 instructions, by instruction id. */
import { INSTRUCTIONS, type Instruction } from '../isa/index.js';
import { branches, control, memory } from './control.js';
import { float } from './float.js';
import { integer, mac16 } from './integer.js';
import { Builder, type Semantics } from './ir.js';
import { NOT_ESTABLISHED, special } from './special.js';
import type { SemanticsTable } from './table.js';

const TABLE: SemanticsTable = {
  ...integer,
  ...mac16,
  ...memory,
  ...branches,
  ...control,
  ...float,
  ...special,
};

function build(instruction: Instruction): Semantics {
  const write = TABLE[instruction.name];
  if (write === undefined) throw new Error(`no semantics for ${instruction.name}`);
  const builder = new Builder();
  write(builder);
  return builder.finish(NOT_ESTABLISHED[instruction.name]);
}

/** `SEMANTICS[instruction.id]`. */
export const SEMANTICS: readonly Semantics[] = INSTRUCTIONS.map(build);

export * from './ir.js';
export * from './states.js';
export { NOT_ESTABLISHED } from './special.js';
