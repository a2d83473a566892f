/** Instructions of the sources: operand syntax, aliases, and the way from operand values to words. */
import {
  describeOperand,
  findInstruction,
  INSTRUCTIONS,
  insertField,
  operandField,
  SPECIAL_REGISTER_ROWS,
  USER_REGISTER_ROWS,
  type Instruction,
  type Operand,
  type RegisterFile,
} from '../isa/index.js';
import type { Assembler } from './assembler.js';
import { show, StatementError } from './errors.js';
import type { Expression } from './expression.js';
import { FIXUP_IMMEDIATE, FIXUP_SLOT, ItemKind } from './section.js';
import type { SourceFrame } from './source.js';
import { TRANSFORMS, type Transform } from './transform.js';

/** What a mnemonic stands for. */
interface Form {
  /** The instruction, or undefined for forms that choose one by their operands. */
  readonly instruction: Instruction | undefined;
  readonly operands: readonly Operand[];
  readonly transform: Transform | undefined;
  /** Reads operands itself (RSR with a register name, MOV, J.L). */
  readonly special: ((a: Assembler, f: SourceFrame, transform: boolean, start: number) => void) | undefined;
  /** False for mnemonics written with `_`: taken as they are. */
  readonly mayTransform: boolean;
}

/** Operands of one instruction as read: values, and expressions where a value is not a constant. */
export interface Operands {
  readonly values: number[];
  readonly expressions: (Expression | undefined)[];
  /** Position of each operand in the text. */
  readonly positions: number[];
}

const FORMS = new Map<string, Form>();

function addForm(name: string, form: Omit<Form, 'mayTransform'>): void {
  FORMS.set(name, { ...form, mayTransform: true });
  FORMS.set(`_${name}`, { ...form, mayTransform: false });
}

for (const instruction of INSTRUCTIONS) {
  addForm(instruction.name, {
    instruction,
    operands: instruction.operands,
    transform: TRANSFORMS.get(instruction.name),
    special: undefined,
  });
}
// bbci.l and bbsi.l number bits from the least significant one; so do bbci and bbsi on a little-endian core.
for (const name of ['bbci', 'bbsi', '_bbci', '_bbsi']) FORMS.set(`${name}.l`, FORMS.get(name)!);

const alias = (name: string, special: NonNullable<Form['special']>): void => {
  addForm(name, { instruction: undefined, operands: [], transform: undefined, special });
};

alias('mov', (a, f, transform) => {
  const target = parseRegister(a, f, 'AR', 1);
  a.expectComma(f);
  const source = parseRegister(a, f, 'AR', 1);
  if (transform) emitValues(a, instructionOf('mov.n'), [target, source]);
  else emitValues(a, instructionOf('or'), [target, source, source]);
});

alias('j.l', (a, f, transform, start) => {
  const target = a.parseExpression(f);
  a.expectComma(f);
  const register = parseRegister(a, f, 'AR', 1);
  const j = instructionOf('j');
  if (!transform) {
    emitSlot(a, j, j.match, target, a.column(start));
    return;
  }
  a.beginInstruction(0);
  a.addItem(ItemKind.jump, j.match, register, 0, target, j, a.column(start)).size = 3;
});

for (const access of ['rsr', 'wsr', 'xsr', 'rur', 'wur']) {
  alias(access, (a, f, _transform, start) => {
    const register = parseRegister(a, f, 'AR', 1);
    a.expectComma(f);
    const pos = f.pos;
    const word = a.readName(f);
    const rows = access.endsWith('ur') ? USER_REGISTER_ROWS : SPECIAL_REGISTER_ROWS;
    let name = word.toLowerCase();
    if (word === '' || (rows.every((r) => !r.name.split('/').includes(name)) && a.symbols.has(word))) {
      f.pos = pos;
      const number = a.parseConstant(f, 'the register number');
      const row = rows.find((r) => r.number === number);
      if (row === undefined) throw new StatementError(`register ${number} does not exist on the ESP32`, pos);
      name = row.name;
    }
    if (name === 'interrupt/intset' || name === 'interrupt' || name === 'intset') {
      name = access === 'wsr' ? 'intset' : 'interrupt';
    }
    const found = findInstruction(`${access}.${name}`);
    if (found === undefined) {
      const known = rows.some((r) => r.name.split('/').includes(name));
      throw new StatementError(
        known
          ? `${access} cannot access ${name}`
          : `"${word}" is no ${access.endsWith('ur') ? 'user' : 'special'} register`,
        known ? start : pos,
      );
    }
    emitValues(a, found, [register]);
  });
}

/** The instruction of a mnemonic that the table surely has. */
export function instructionOf(name: string): Instruction {
  return findInstruction(name)!;
}

/** What a mnemonic stands for; undefined when there is no such instruction. */
export function findForm(name: string): Form | undefined {
  return FORMS.get(name) ?? FORMS.get(name.toLowerCase());
}

const LETTER: Record<RegisterFile, number> = { AR: 97, BR: 98, FR: 102, MR: 109 };
const REGISTER_COUNT: Record<RegisterFile, number> = { AR: 16, BR: 16, FR: 16, MR: 4 };

/** A register number, or -1 with the position unchanged when there is none. */
function tryRegister(f: SourceFrame, file: RegisterFile): number {
  const { text } = f;
  let pos = f.pos;
  let c = text.charCodeAt(pos);
  if (c === 37 || c === 36) c = text.charCodeAt(++pos); // % or $
  const first = c | 32;
  c = text.charCodeAt(++pos);
  let number: number;
  if (first === LETTER[file] && c >= 48 && c <= 57) {
    number = c - 48;
    c = text.charCodeAt(++pos);
    if (c >= 48 && c <= 57) {
      number = number * 10 + (c - 48);
      c = text.charCodeAt(++pos);
    }
  } else if (file === 'AR' && first === 115 && (c | 32) === 112) {
    number = 1; // sp
    c = text.charCodeAt(++pos);
  } else return -1;
  if ((c >= 48 && c <= 57) || ((c | 32) >= 97 && (c | 32) <= 122) || c === 95 || c === 46) return -1;
  if (number >= REGISTER_COUNT[file]) return -1;
  f.pos = pos;
  return number;
}

const FILE_WORDS: Record<RegisterFile, string> = {
  AR: 'a register a0 to a15',
  BR: 'a boolean b0 to b15',
  FR: 'a floating-point register f0 to f15',
  MR: 'a MAC16 register m0 to m3',
};

/** Reads a register; for `count` above 1 the first of a group, which may be written out (`b4:b5:b6:b7`). */
export function parseRegister(a: Assembler, f: SourceFrame, file: RegisterFile, count: number): number {
  a.skipBlanks(f);
  const start = f.pos;
  const register = tryRegister(f, file);
  if (register < 0)
    throw new StatementError(`expected ${FILE_WORDS[file]}, found ${show(f.text, start)}`, start);
  if (count > 1 && f.text.charCodeAt(f.pos) === 58) {
    for (let i = 1; i < count; i++) {
      const colon = f.pos++;
      if (f.text.charCodeAt(colon) !== 58 || tryRegister(f, file) !== register + i) {
        throw new StatementError(`expected ${count} booleans in a row like b0:b1…`, start);
      }
    }
  }
  return register;
}

// Reused for every instruction: nothing keeps it.
const operands: Operands = { values: [], expressions: [], positions: [] };

/** Reads the operands of an instruction and puts it into the current section. */
export function assembleForm(a: Assembler, f: SourceFrame, form: Form, start: number): void {
  const transform = a.transform && form.mayTransform;
  if (form.special !== undefined) {
    form.special(a, f, transform, start);
    return;
  }
  const instruction = form.instruction!;
  const list = form.operands;
  const { values, expressions, positions } = operands;
  for (let i = 0; i < list.length; i++) {
    const operand = list[i]!;
    if (i > 0) {
      a.skipBlanks(f);
      if (f.text.charCodeAt(f.pos) !== 44) {
        throw new StatementError(
          `${instruction.name} takes ${list.length} operands, expected a comma and operand ${i + 1}, found ${show(f.text, f.pos)}`,
          f.pos,
        );
      }
      f.pos++;
    }
    a.skipBlanks(f);
    positions[i] = f.pos;
    if (operand.kind === 'reg') {
      values[i] = parseRegister(a, f, operand.file!, operand.count);
      expressions[i] = undefined;
      continue;
    }
    const expression = a.parseExpression(f);
    if (typeof expression === 'number') {
      values[i] = expression;
      expressions[i] = operand.kind === 'pcrel' ? expression : undefined;
    } else if (typeof expression === 'bigint') {
      throw new StatementError(`${expression} does not fit into 32 bits`, positions[i]!);
    } else {
      values[i] = 0;
      expressions[i] = operand.kind === 'pcrel' ? expression : (a.constantNow(expression) ?? expression);
      const known = expressions[i];
      if (operand.kind === 'imm' && typeof known === 'number') {
        values[i] = known;
        expressions[i] = undefined;
      }
    }
  }
  if (transform && form.transform?.(a, instruction, operands) === true) return;
  emitOperands(a, instruction, operands);
}

/** Puts an instruction with the operands as they are into the current section. */
export function emitOperands(a: Assembler, instruction: Instruction, read: Operands): void {
  let word = instruction.match;
  const { values, expressions, positions } = read;
  for (const operand of instruction.operands) {
    const i = operand.index;
    if (expressions[i] !== undefined) continue;
    const field = operandField(operand, values[i]!, 0);
    if (field < 0) throw rangeError(instruction, operand, values[i]!, positions[i]!);
    word = insertField(operand, word, field);
  }
  for (const operand of instruction.operands) {
    const expression = expressions[operand.index];
    if (expression === undefined) continue;
    const column = a.column(positions[operand.index]!);
    const pos = a.emitWord(word, instruction.length);
    a.addFixup(
      pos,
      operand.kind === 'pcrel' ? FIXUP_SLOT : FIXUP_IMMEDIATE,
      expression,
      operand.index,
      column,
    );
    return;
  }
  a.emitWord(word, instruction.length);
}

function rangeError(instruction: Instruction, operand: Operand, value: number, pos: number): StatementError {
  return new StatementError(
    `operand ${operand.index + 1} of ${instruction.name} is ${value}, expected ${describeOperand(operand)}`,
    pos,
  );
}

/** Word of an instruction from register numbers and immediates that surely fit. */
export function wordOf(instruction: Instruction, values: readonly number[]): number {
  let word = instruction.match;
  for (const operand of instruction.operands) {
    if (operand.kind !== 'pcrel')
      word = insertField(operand, word, operandField(operand, values[operand.index]!, 0));
  }
  return word;
}

/** Emits an instruction with constant operands that surely fit. */
export function emitValues(a: Assembler, instruction: Instruction, values: readonly number[]): void {
  a.emitWord(wordOf(instruction, values), instruction.length);
}

/** Emits an instruction word whose PC-relative operand is patched later. */
export function emitSlot(
  a: Assembler,
  instruction: Instruction,
  word: number,
  target: Expression,
  column: number,
): void {
  const pos = a.emitWord(word, instruction.length);
  a.addFixup(pos, FIXUP_SLOT, target, instruction.pcrel, column);
}
