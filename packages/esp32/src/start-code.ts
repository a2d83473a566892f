import { encode, findInstruction, storeWord } from '@xtal/xtensa';

/*
 * Code that xtal brings itself: window handlers, default exception vectors, the start of linked programs, and the frame
 * from which native functions call back into the guest. Written with the instruction table.
 */

/** An operand: register number, immediate, or label. */
type Operand = number | string;

/** A few instructions and labels, turned into bytes at an address. */
class CodeBuilder {
  private readonly items: { at: number; name: string; operands: Operand[] }[] = [];
  private readonly labels = new Map<string, number>();
  private size = 0;

  constructor(private readonly address: number) {}

  /** Appends an instruction. Branch targets and literals are labels. */
  op(name: string, ...operands: Operand[]): this {
    const { length } = findInstruction(name)!;
    this.items.push({ at: this.size, name, operands });
    this.size += length;
    return this;
  }

  /** Names this place, or another address. */
  label(name: string, address = this.address + this.size): this {
    this.labels.set(name, address);
    return this;
  }

  /** Goes on at an offset from the start. */
  skipTo(offset: number): this {
    if (offset < this.size) throw new RangeError(`start code: 0x${offset.toString(16)} lies behind`);
    this.size = offset;
    return this;
  }

  /** Leaves room for an address that the machine serves. */
  skip(bytes: number): this {
    return this.skipTo(this.size + bytes);
  }

  /** Guest address of what comes next. */
  get here(): number {
    return this.address + this.size;
  }

  addressOf(label: string): number {
    return this.labels.get(label)!;
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.size);
    for (const { at, name, operands } of this.items) {
      const instruction = findInstruction(name)!;
      const values = operands.map((operand) =>
        typeof operand === 'string' ? this.addressOf(operand) : operand,
      );
      storeWord(bytes, at, encode(instruction, values, this.address + at), instruction.length);
    }
    return bytes;
  }
}

/** Bytes that the vectors take, from VECBASE. */
export const VECTORS_SIZE = 0x400;
/** VECBASE must be a multiple of this. */
export const VECTORS_ALIGNMENT = 0x400;

/** Addresses, from VECBASE, at which an exception has arrived that nobody handles, and what it is. */
export const UNHANDLED_VECTORS: readonly {
  readonly offset: number;
  readonly what: 'general' | 'double' | number;
}[] = [
  { offset: 0x180, what: 2 },
  { offset: 0x1c0, what: 3 },
  { offset: 0x200, what: 4 },
  { offset: 0x240, what: 5 },
  { offset: 0x280, what: 6 },
  { offset: 0x2c0, what: 7 },
  { offset: 0x34c, what: 'general' },
  { offset: 0x3c0, what: 'double' },
];

/**
 * Default vectors: the window handlers of the Xtensa ABI, MOVSP's exception (alloca) resolved by reloading the
 * caller's window, and everything else left at the addresses of {@link UNHANDLED_VECTORS}.
 */
export function defaultVectors(vecbase: number): Uint8Array {
  const code = new CodeBuilder(vecbase);
  const spill = (base: number): void => {
    for (let i = 0; i < 4; i++) code.op('s32e', i, base, -16 + 4 * i);
  };
  // Overflow 4, 8, 12: a0 to a3 below the callee's stack pointer, the rest at the end of the caller's frame.
  spill(5);
  code.op('rfwo').skipTo(0x40).label('underflow4');
  for (let i = 0; i < 4; i++) code.op('l32e', i, 5, -16 + 4 * i);
  code.op('rfwu');
  const bigOverflow = (offset: number, base: number, registers: number): void => {
    code.skipTo(offset).op('s32e', 0, base, -16).op('l32e', 0, 1, -12);
    for (let i = 1; i < 4; i++) code.op('s32e', i, base, -16 + 4 * i);
    for (let i = 4; i < registers; i++) code.op('s32e', i, 0, -4 * (registers + 4) + 4 * i);
    code.op('rfwo');
  };
  const bigUnderflow = (offset: number, base: number, registers: number): void => {
    const last = registers - 1;
    code.skipTo(offset).label(`underflow${registers}`);
    code.op('l32e', 0, base, -16).op('l32e', 1, base, -12).op('l32e', 2, base, -8);
    // The last register holds the address until it is loaded itself.
    code.op('l32e', last, 1, -12).op('l32e', 3, base, -4);
    for (let i = 4; i < registers; i++) code.op('l32e', i, last, -4 * (registers + 4) + 4 * i);
    code.op('rfwu');
  };
  bigOverflow(0x80, 9, 8);
  bigUnderflow(0xc0, 9, 8);
  bigOverflow(0x100, 13, 12);
  bigUnderflow(0x140, 13, 12);
  code.label('user', vecbase + 0x340);
  code.skipTo(0x300).op('j', 'user');
  code
    .skipTo(0x340)
    .op('wsr.excsave1', 0)
    .op('rsr.exccause', 0)
    .op('beqi', 0, 5, 'alloca')
    .op('rsr.excsave1', 0);
  // 0x34c: unhandled. MOVSP follows: no caller's window is live, so a0 to a3 of the window before are free.
  code.skipTo(0x350).label('alloca');
  code.op('rsr.windowbase', 0).op('rotw', -1);
  // PS.OWB (bits 11..8) becomes the window base of the frame that executed MOVSP, now in a4.
  code.op('rsr.ps', 2).op('srli', 3, 2, 12).op('slli', 3, 3, 12).op('extui', 2, 2, 0, 8).op('or', 2, 2, 3);
  code.op('slli', 3, 4, 8).op('or', 2, 2, 3).op('wsr.ps', 2).op('rsr.excsave1', 4).op('rsync');
  code.op('extui', 3, 4, 30, 2).op('beqi', 3, 1, 'four').op('beqi', 3, 2, 'eight');
  code.op('rotw', -2).op('j', 'underflow12');
  code.label('eight').op('rotw', -1).op('j', 'underflow8');
  code.label('four').op('j', 'underflow4');
  code.skipTo(VECTORS_SIZE);
  return code.bytes();
}

/** What the start of a linked program has to know. */
export interface StartCodeConfig {
  /** Guest address of the start code, a multiple of 4. */
  readonly address: number;
  /** Guest address of the program's entry function. */
  readonly entry: number;
  /** Table of constructors, `end` exclusive. */
  readonly constructors: { readonly start: number; readonly end: number };
  /** Whether what the entry returns is the program's exit code (main) or not (app_main). */
  readonly returnsCode: boolean;
  /** Whether functions are called through register windows (CALLX8) or without (CALLX0). */
  readonly windowed: boolean;
}

/** Bytes that {@link startCode} takes at most. */
export const START_CODE_SIZE = 0x40;

/**
 * Start of a linked program: calls the constructors and the entry and exits through SIMCALL. It begins with
 * three literals; the first instruction is at {@link START_CODE_ENTRY}.
 */
export function startCode(config: StartCodeConfig): Uint8Array {
  const { address, entry, constructors, returnsCode, windowed } = config;
  const code = new CodeBuilder(address);
  const literals = [constructors.start, constructors.end, entry];
  ['first', 'last', 'entry'].forEach((name, i) => code.label(name, address + 4 * i));
  // Without windows the callee keeps a12 to a15; with them everything below a8.
  const [call, table, end, target, argument]: [string, number, number, number, number] = windowed
    ? ['callx8', 2, 3, 8, 10]
    : ['callx0', 12, 13, 0, 2];
  code.skipTo(START_CODE_ENTRY);
  code.op('l32r', table, 'first').op('l32r', end, 'last');
  code.label('loop').op('bgeu', table, end, 'done').op('l32i', target, table, 0).op(call, target);
  code.op('addi', table, table, 4).op('j', 'loop');
  code
    .label('done')
    .op('movi', argument, 0)
    .op('movi', argument + 1, 0)
    .op('l32r', target, 'entry')
    .op(call, target);
  if (returnsCode) code.op('or', 3, argument, argument);
  else code.op('movi', 3, 0);
  code.op('movi', 2, 1).op('simcall');
  code.skipTo(START_CODE_SIZE);
  const bytes = code.bytes();
  const view = new DataView(bytes.buffer);
  literals.forEach((literal, i) => view.setUint32(4 * i, literal, true));
  return bytes;
}

/** Offset of the first instruction of the start code. */
export const START_CODE_ENTRY = 12;

/** Frame of {@link callbackCode}: 32 bytes for arguments on the stack, 32 for the window save areas. */
export const CALLBACK_FRAME = 80;
/** Bytes of that frame that hold the callee's arguments beyond six. */
export const CALLBACK_STACK_WORDS = 8;

/** Bytes at an address that the machine serves; the guest goes on behind them. */
export const SERVED_SIZE = 3;

/** Code by which a native function calls the guest, with the places that the machine serves. */
export interface CallbackCode {
  readonly bytes: Uint8Array;
  readonly entry: number;
  /** The frame is built and all windows above it are free: set a10 to a15 and the function in a8. */
  readonly ready: number;
  /** The function has returned, its result is in a10. */
  readonly returned: number;
}

/** A frame of its own for calls from native functions, so that the caller's window is never touched. */
export function callbackCode(address: number): CallbackCode {
  const code = new CodeBuilder(address);
  // Using a15 makes the core spill whatever still lives in the windows that the call will use.
  code.op('entry', 1, CALLBACK_FRAME).op('or', 15, 15, 15);
  const ready = code.here;
  code.skip(SERVED_SIZE).op('callx8', 8);
  const returned = code.here;
  code.skip(SERVED_SIZE).op('retw');
  return { bytes: code.bytes(), entry: address, ready, returned };
}
