import type { GuestBytes } from '../memory/guest-bytes.js';
import type { FormatArguments } from './format.js';

const scratch = new DataView(new ArrayBuffer(8));

/** Two words as a double. */
function doubleOf(low: number, high: number): number {
  scratch.setUint32(0, high);
  scratch.setUint32(4, low);
  return scratch.getFloat64(0);
}

function longOf(low: number, high: number): bigint {
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

/** Where {@link CallArguments} reads its words. */
interface ArgumentWords {
  arg(index: number): number;
}

/** Variadic arguments straight from the registers and the stack of a call: 64-bit ones at even word indices. */
export class CallArguments implements FormatArguments {
  constructor(
    private readonly words: ArgumentWords,
    private index: number,
  ) {}

  word(): number {
    return this.words.arg(this.index++);
  }

  long(): bigint {
    const index = this.pair();
    return longOf(this.words.arg(index), this.words.arg(index + 1));
  }

  double(): number {
    const index = this.pair();
    return doubleOf(this.words.arg(index), this.words.arg(index + 1));
  }

  private pair(): number {
    const index = (this.index + 1) & ~1;
    this.index = index + 2;
    return index;
  }
}

/** Bytes of the six argument registers; offsets up to here lie in the register save area. */
const REGISTER_BYTES = 24;
/** Offset of the first stack argument from `__va_stk`. */
const FIRST_STACK_OFFSET = 32;

/**
 * Arguments of a `va_list` (GCC xtensa: `{ void *__va_stk; void *__va_reg; int __va_ndx; }`, rules of
 * `xtensa_gimplify_va_arg_expr`).
 */
export class VaListArguments implements FormatArguments {
  constructor(
    private readonly memory: GuestBytes,
    private readonly stack: number,
    private readonly registers: number,
    private index: number,
  ) {}

  word(): number {
    return this.memory.read32(this.next(4));
  }

  long(): bigint {
    const at = this.next(8);
    return longOf(this.memory.read32(at), this.memory.read32((at + 4) >>> 0));
  }

  double(): number {
    const at = this.next(8);
    return doubleOf(this.memory.read32(at), this.memory.read32((at + 4) >>> 0));
  }

  /** Guest address of the next argument of `size` bytes. */
  private next(size: 4 | 8): number {
    const start = size === 8 ? (this.index + 7) & ~7 : this.index;
    this.index = start + size;
    if (this.index <= REGISTER_BYTES) return (this.registers + start) >>> 0;
    if (start <= REGISTER_BYTES) this.index = FIRST_STACK_OFFSET + size;
    return (this.stack + this.index - size) >>> 0;
  }
}
