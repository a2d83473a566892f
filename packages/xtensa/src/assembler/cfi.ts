/** `.cfi_*`: call frame information, written as `.debug_frame`. */
import type { Assembler } from './assembler.js';
import { leb128 } from './data.js';
import type { Directive } from './directives.js';
import { StatementError } from './errors.js';
import type { Section } from './section.js';
import type { SourceFrame } from './source.js';

/** One instruction of a frame description: where it takes effect, and its bytes. */
export interface FrameInstruction {
  readonly pos: number;
  readonly items: number;
  readonly bytes: readonly number[];
}

/** Frame description of one procedure. */
export interface FrameDescription {
  readonly section: Section;
  readonly pos: number;
  readonly items: number;
  endPos: number;
  endItems: number;
  readonly instructions: FrameInstruction[];
  /** CFA offset now, for `.cfi_adjust_cfa_offset`. */
  offset: number;
  readonly remembered: number[];
}

/** DWARF's factor for offsets of saved registers. */
export const DATA_ALIGNMENT = -4;

function open(a: Assembler, start: number): FrameDescription {
  const frame = a.frames.at(-1);
  if (frame === undefined || frame.endPos >= 0)
    throw new StatementError('outside .cfi_startproc and .cfi_endproc', start);
  return frame;
}

function add(a: Assembler, frame: FrameDescription, bytes: readonly number[]): void {
  a.countBytes(bytes.length);
  frame.instructions.push({ pos: a.section.length, items: a.section.items.length, bytes });
}

/** A DWARF register number: `a4`, `sp`, or the number itself. */
function register(a: Assembler, f: SourceFrame): number {
  a.skipBlanks(f);
  const match = /^[%$]?(?:a(\d+)|(sp))\b/i.exec(f.text.slice(f.pos, f.pos + 8));
  if (match === null) return a.parseConstant(f, 'the register');
  f.pos += match[0].length;
  return match[2] === undefined ? Number(match[1]) : 1;
}

const simple =
  (...bytes: number[]): Directive =>
  (a, _f, start) => {
    add(a, open(a, start), bytes);
  };

const offsets =
  (relative: boolean): Directive =>
  (a, f, start) => {
    const frame = open(a, start);
    const number = register(a, f);
    a.expectComma(f);
    const offset = a.parseConstant(f, 'the offset') - (relative ? frame.offset : 0);
    if (offset % DATA_ALIGNMENT !== 0)
      throw new StatementError(`offset ${offset}, expected a multiple of 4`, start);
    const factored = offset / DATA_ALIGNMENT;
    if (number < 64 && factored >= 0) add(a, frame, [0x80 | number, ...leb128(factored, false)]);
    else add(a, frame, [0x11, ...leb128(number, false), ...leb128(factored, true)]);
  };

const setOffset =
  (adjust: boolean): Directive =>
  (a, f, start) => {
    const frame = open(a, start);
    frame.offset = a.parseConstant(f, 'the offset') + (adjust ? frame.offset : 0);
    add(a, frame, [0x0e, ...leb128(frame.offset, false)]);
  };

const withRegister =
  (...opcode: number[]): Directive =>
  (a, f, start) => {
    const frame = open(a, start);
    add(a, frame, [...opcode, ...leb128(register(a, f), false)]);
  };

const ignore: Directive = (a, f) => {
  a.restOfStatement(f);
};

export const CFI_DIRECTIVES: Record<string, Directive> = {
  '.cfi_sections': ignore,
  '.cfi_startproc': (a, f, start) => {
    a.restOfStatement(f);
    const last = a.frames.at(-1);
    if (last !== undefined && last.endPos < 0)
      throw new StatementError('.cfi_startproc inside a procedure', start);
    const { section } = a;
    a.countBytes(16);
    a.frames.push({
      section,
      pos: section.length,
      items: section.items.length,
      endPos: -1,
      endItems: 0,
      instructions: [],
      offset: 0,
      remembered: [],
    });
  },
  '.cfi_endproc': (a, _f, start) => {
    const frame = open(a, start);
    if (a.section !== frame.section)
      throw new StatementError('.cfi_endproc in another section than .cfi_startproc', start);
    frame.endPos = a.section.length;
    frame.endItems = a.section.items.length;
  },
  '.cfi_def_cfa': (a, f, start) => {
    const frame = open(a, start);
    const number = register(a, f);
    a.expectComma(f);
    frame.offset = a.parseConstant(f, 'the offset');
    add(a, frame, [0x0c, ...leb128(number, false), ...leb128(frame.offset, false)]);
  },
  '.cfi_def_cfa_register': withRegister(0x0d),
  '.cfi_def_cfa_offset': setOffset(false),
  '.cfi_adjust_cfa_offset': setOffset(true),
  '.cfi_offset': offsets(false),
  '.cfi_rel_offset': offsets(true),
  '.cfi_restore': (a, f, start) => {
    const frame = open(a, start);
    const number = register(a, f);
    add(a, frame, number < 64 ? [0xc0 | number] : [0x06, ...leb128(number, false)]);
  },
  '.cfi_undefined': withRegister(0x07),
  '.cfi_same_value': withRegister(0x08),
  '.cfi_register': (a, f, start) => {
    const frame = open(a, start);
    const number = register(a, f);
    a.expectComma(f);
    add(a, frame, [0x09, ...leb128(number, false), ...leb128(register(a, f), false)]);
  },
  '.cfi_remember_state': (a, _f, start) => {
    const frame = open(a, start);
    frame.remembered.push(frame.offset);
    add(a, frame, [0x0a]);
  },
  '.cfi_restore_state': (a, _f, start) => {
    const frame = open(a, start);
    frame.offset = frame.remembered.pop() ?? 0;
    add(a, frame, [0x0b]);
  },
  '.cfi_escape': (a, f, start) => {
    const bytes: number[] = [];
    do bytes.push(a.parseConstant(f, 'a byte') & 255);
    while (a.skipComma(f));
    add(a, open(a, start), bytes);
  },
  '.cfi_window_save': simple(0x2d),
  '.cfi_return_column': ignore,
  '.cfi_signal_frame': ignore,
  '.cfi_personality': ignore,
  '.cfi_lsda': ignore,
};
