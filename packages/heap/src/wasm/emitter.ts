/**
 * A small WebAssembly emitter: expressions are functions of other expressions, all values are i32.
 *
 * Enough for the hot paths of heap and recorder and no more: one memory and functions imported, locals, if/else, loops,
 * early return, direct calls, mutable globals.
 *
 * @packageDocumentation
 */

/** A place to branch to: the end of a {@link labelled} block, the beginning of a {@link loop}. */
export interface Label {
  readonly name: string;
}

/** What stands between bytes until a function is finished: branch depths depend on all that is around them. */
type Mark =
  | { readonly mark: 'enter'; readonly label: Label | undefined }
  | { readonly mark: 'exit' }
  | { readonly mark: 'branch'; readonly label: Label };

type Code = readonly (number | Mark)[];

/** Code that leaves one i32 on the stack. */
export type Expression = Code;
/** Code that leaves the stack as it was. */
export type Statement = Code;

/** A local variable of a {@link FunctionBuilder}. */
export interface Local {
  readonly index: number;
}

function unsignedLeb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value >>> 0;
  do {
    const byte = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? byte : byte | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signedLeb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const byte = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
    bytes.push(done ? byte : byte | 0x80);
    if (done) return bytes;
  }
}

const binary =
  (opcode: number) =>
  (a: Expression, b: Expression): Expression => [...a, ...b, opcode];
const unary =
  (opcode: number) =>
  (a: Expression): Expression => [...a, opcode];

export const i32 = (value: number): Expression => [0x41, ...signedLeb(value)];
export const get = (local: Local): Expression => [0x20, ...unsignedLeb(local.index)];
export const set = (local: Local, value: Expression): Statement => [
  ...value,
  0x21,
  ...unsignedLeb(local.index),
];
export const tee = (local: Local, value: Expression): Expression => [
  ...value,
  0x22,
  ...unsignedLeb(local.index),
];
export const add = binary(0x6a);
export const sub = binary(0x6b);
export const mul = binary(0x6c);
export const and = binary(0x71);
export const or = binary(0x72);
export const xor = binary(0x73);
export const shl = binary(0x74);
export const shrU = binary(0x76);
export const eq = binary(0x46);
export const ne = binary(0x47);
export const ltU = binary(0x49);
export const gtU = binary(0x4b);
export const geS = binary(0x4e);
export const geU = binary(0x4f);
export const eqz = unary(0x45);
export const clz = unary(0x67);
export const ctz = unary(0x68);
export const popcnt = unary(0x69);
/** A word at a host offset plus a constant. */
export const load = (offset: Expression, plus = 0): Expression => [...offset, 0x28, 2, ...unsignedLeb(plus)];
/** Writes a word at a host offset plus a constant. */
export const store = (offset: Expression, plus: number, value: Expression): Statement => [
  ...offset,
  ...value,
  0x36,
  2,
  ...unsignedLeb(plus),
];
/** `condition ? a : b`, both evaluated. */
export const select = (condition: Expression, a: Expression, b: Expression): Expression => [
  ...a,
  ...b,
  ...condition,
  0x1b,
];
export const block = (...statements: Statement[]): Statement => statements.flat();
const enter = (label?: Label): Mark => ({ mark: 'enter', label });
const exit: Mark = { mark: 'exit' };
export const when = (condition: Expression, then: Statement, otherwise?: Statement): Statement =>
  otherwise === undefined
    ? [...condition, 0x04, 0x40, enter(), ...then, exit, 0x0b]
    : [...condition, 0x04, 0x40, enter(), ...then, 0x05, ...otherwise, exit, 0x0b];
/** A block that {@link branchIf} can leave: execution goes on behind it. */
export const labelled = (label: Label, body: Statement): Statement => [
  0x02,
  0x40,
  enter(label),
  ...body,
  exit,
  0x0b,
];
/** Code that {@link branchIf} can begin again; otherwise it is run once. */
export const loop = (label: Label, body: Statement): Statement => [
  0x03,
  0x40,
  enter(label),
  ...body,
  exit,
  0x0b,
];
/** Goes to a label when the condition holds; the path that stays is the straight one. */
export const branchIf = (label: Label, condition: Expression): Statement => [
  ...condition,
  0x0d,
  { mark: 'branch', label },
];
export const give = (value: Expression): Statement => [...value, 0x0f];
/** Ends a function without a result. */
export const leave: Statement = [0x0f];
export const call = (index: number, ...args: Expression[]): Expression => [
  ...args.flat(),
  0x10,
  ...unsignedLeb(index),
];
export const setGlobal = (index: number, value: Expression): Statement => [
  ...value,
  0x24,
  ...unsignedLeb(index),
];
export const getGlobal = (index: number): Expression => [0x23, ...unsignedLeb(index)];
/** `memcpy` between host offsets. */
export const copyMemory = (to: Expression, from: Expression, size: Expression): Statement => [
  ...to,
  ...from,
  ...size,
  0xfc,
  10,
  0,
  0,
];
/** Code that never gets past here (behind a call that throws). */
export const unreachable: Statement = [0x00];

/** Bytes of finished code: branches get their depths. */
function resolve(code: Code): number[] {
  const open: (Label | undefined)[] = [];
  return code.flatMap((item) => {
    if (typeof item === 'number') return item;
    if (item.mark === 'enter') open.push(item.label);
    else if (item.mark === 'exit') open.pop();
    else {
      const at = open.lastIndexOf(item.label);
      if (at < 0) throw new Error(`emitter: branch to '${item.label.name}' from outside its block`);
      return unsignedLeb(open.length - 1 - at);
    }
    return [];
  });
}

/** Collects the body of one function. */
export class FunctionBuilder {
  private locals: number;
  private code: Statement = [];

  constructor(
    readonly parameters: number,
    readonly hasResult: boolean,
  ) {
    this.locals = parameters;
  }

  parameter(index: number): Local {
    return { index };
  }

  local(): Local {
    return { index: this.locals++ };
  }

  emit(...statements: Statement[]): void {
    this.code = [...this.code, ...statements.flat()];
  }

  /** Puts what was emitted so far into something else. */
  protected wrap(around: (code: Statement) => Statement): void {
    this.code = around(this.code);
  }

  /** The entry of the code section. */
  bytes(): number[] {
    const declared = this.locals - this.parameters;
    const locals = declared === 0 ? [0] : [1, ...unsignedLeb(declared), 0x7f];
    const end = this.hasResult ? [0x00, 0x0b] : [0x0b];
    const body = [...locals, ...resolve(this.code), ...end];
    return [...unsignedLeb(body.length), ...body];
  }
}

interface Signature {
  readonly parameters: number;
  readonly hasResult: boolean;
}

/** Puts a module together. Imports come first in the index space of functions. */
export class ModuleBuilder {
  private readonly imports: { name: string; signature: Signature }[] = [];
  private readonly functions: { name: string | undefined; builder: FunctionBuilder }[] = [];
  private globals = 0;

  /** Imports function `env.name`; the result is its index. Import before defining. */
  importFunction(name: string, parameters: number): number {
    this.imports.push({ name, signature: { parameters, hasResult: false } });
    return this.imports.length - 1;
  }

  /** A mutable i32 global, 0 at first; the result is its index. */
  global(): number {
    return this.globals++;
  }

  /** Adds a function, exported where it has a name; the result is its index. */
  define(builder: FunctionBuilder, name?: string): number {
    this.functions.push({ name, builder });
    return this.imports.length + this.functions.length - 1;
  }

  /** The module's bytes. Memory is imported as `env.memory`. */
  bytes(): Uint8Array {
    const text = (value: string): number[] => [value.length, ...new TextEncoder().encode(value)];
    const vector = (items: number[][]): number[] => [...unsignedLeb(items.length), ...items.flat()];
    const section = (id: number, content: number[]): number[] => [
      id,
      ...unsignedLeb(content.length),
      ...content,
    ];
    const signatures = [
      ...this.imports.map(({ signature }) => signature),
      ...this.functions.map(({ builder }) => builder),
    ];
    const types = signatures.map(({ parameters, hasResult }) => [
      0x60,
      ...vector(Array.from({ length: parameters }, () => [0x7f])),
      ...vector(hasResult ? [[0x7f]] : []),
    ]);
    const imports = this.imports.map(({ name }, i) => [
      ...text('env'),
      ...text(name),
      0x00,
      ...unsignedLeb(i),
    ]);
    imports.push([...text('env'), ...text('memory'), 0x02, 0x00, 0x01]);
    const exported = this.functions.flatMap(({ name }, i) =>
      name === undefined ? [] : [[...text(name), 0x00, ...unsignedLeb(this.imports.length + i)]],
    );
    return new Uint8Array([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector(types)),
      ...section(2, vector(imports)),
      ...section(3, vector(this.functions.map((_, i) => unsignedLeb(this.imports.length + i)))),
      ...section(6, vector(Array.from({ length: this.globals }, () => [0x7f, 0x01, 0x41, 0x00, 0x0b]))),
      ...section(7, vector(exported)),
      ...section(10, vector(this.functions.map(({ builder }) => builder.bytes()))),
    ]);
  }
}
