/**
 * The C side of the Lua component as guest code, for call chains.
 *
 * Every C function that can lead to an allocation has a function of the same name in the chip's flash. It takes a list of
 * addresses in a2 and calls the first one with the rest:
 *
 * ```text
 * luaH_new:  entry  a1, 32
 *            l32i   a8, a2, 0      ; who is called next
 *            addi   a10, a2, 4
 *            callx8 a8
 *            mov    a2, a10
 *            retw
 * ```
 *
 * So the running C functions become real frames in register windows and on the stack of NodeMCU's main task, down to
 * the heap function, where the walker that serves firmware reads the chain. That is done when somebody listens, once for
 * each chain that occurs: the same functions always give the same addresses, so a chain that was read is remembered.
 * It runs on a core of its own over the chip's memory, so that it takes no time on the chip.
 */
import { EXTERNAL_WINDOWS, type GuestSymbol, type Machine } from '@xtal/esp32';
import { assembleFlat, Core, nativeReturnAddress, walkCallChain } from '@xtal/xtensa';
import { CallChain } from './call-chain.js';
import { CORE_FUNCTIONS, fid } from './frames.js';
import type { LuaMachine } from './machine.js';

/** Where the functions begin (flash, instruction bus), and the room for each. */
export const IMAGE_BASE = 0x400d0020;
export const FUNCTION_SIZE = 32;

/** Guest address of the C function with this number. */
export function functionAddress(id: number): number {
  return IMAGE_BASE + id * FUNCTION_SIZE;
}

const CODE = `
  entry a1, 32
  l32i a8, a2, 0
  addi a10, a2, 4
  callx8 a8
  mov a2, a10
  retw
  .balign ${FUNCTION_SIZE}
`;

/** Longest chain that is put on the guest's stack: 32 bytes a frame of the main task's 8192. */
const MAX_FRAMES = 160;
/** All that such a run may write. */
const STACK_BYTES = 8192;
const PS_CALL8 = 0x60020; // windows on, user mode, CALLINC 2, as CALL8 leaves it
const REGION_MASK = 0x3fffffff;
const F_box = fid('resizebox');
const F_l_alloc = fid('l_alloc');
const F_luaM_realloc = fid('luaM_realloc_');
const PAGE = 4096;
/** Chains that are found by a look at the running functions alone; a power of two. */
const RECENT = 256;
/** Chains that are remembered; a script that calls in ever other ways would fill the host. */
const CHAINS_MAX = 1 << 16;

interface Remembered {
  readonly ids: Int32Array;
  readonly depth: number;
  readonly chain: CallChain;
}

/** A chain by the functions that it was read from, outermost first. */
interface Recent {
  readonly depth: number;
  readonly functions: Int32Array;
  /** There were no others. */
  readonly all: boolean;
  readonly chain: CallChain;
}

function isOnTop({ functions, all }: Recent, running: Int32Array, sp: number): boolean {
  const first = sp - functions.length;
  if (all ? first !== 0 : first < 0) return false;
  // the innermost one differs most often
  for (let i = functions.length - 1; i >= 0; i--) if (functions[i] !== running[first + i]) return false;
  return true;
}

function isOf(known: Remembered, ids: Int32Array, n: number, depth: number): boolean {
  if (known.ids.length !== n || known.depth !== depth) return false;
  for (let i = 0; i < n; i++) if (known.ids[i] !== ids[i]) return false;
  return true;
}

/** A chain could not be run: the guest code did not arrive at the heap function. A bug of the simulator. */
export class GuestImageError extends Error {
  constructor(readonly functions: readonly string[]) {
    super(`guest code of ${functions.join(' < ')} did not reach the heap function`);
    this.name = 'GuestImageError';
  }
}

/** See the head of this file. */
export class GuestImage {
  /** Functions that are in flash already. */
  private count = 0;
  private readonly code: Uint8Array;
  private core: Core | undefined;
  private readonly noChain = new CallChain(new Uint32Array(0));
  private readonly chains = new Map<number, Remembered[]>();
  /** Lua's own chains met last, by their innermost functions: most allocations have one of few chains. */
  private readonly recent: (Recent | undefined)[] = new Array<undefined>(RECENT).fill(undefined);
  private readonly ids = new Int32Array(MAX_FRAMES);
  private outermost = 0;
  private readonly placeholders: Uint32Array[] = [];
  private heapFunction = 0;
  private outside = 0;
  private wanted = 0;
  private found: number[] | undefined;
  private returned = false;

  /**
   * @param stackTop end (highest address) of the stack of the task that runs Lua
   * @param chainsMax chains that are remembered at a time
   */
  constructor(
    private readonly machine: Machine,
    private readonly lua: LuaMachine,
    private readonly stackTop: number,
    private readonly chainsMax = CHAINS_MAX,
  ) {
    const { bytes, diagnostics } = assembleFlat(CODE, IMAGE_BASE);
    if (bytes === undefined) throw new Error(diagnostics.map((d) => d.message).join('; '));
    this.code = bytes.slice(0, FUNCTION_SIZE);
  }

  /** Where the Lua machine counts the cycles that it may still spend. */
  get state(): { left: number; readonly sp: number } {
    return this.lua.g;
  }

  /**
   * Return addresses of the running C functions at a call of the heap.
   * @param frames C functions between the module's code and the heap function, outermost first; empty for Lua itself
   */
  chain(depth: number, frames: readonly string[]): CallChain {
    const { g } = this.lua;
    if (frames.length > 0 || g.sp < 2) return this.look(depth, frames);
    const running = g.frames;
    const { sp } = g;
    const slot = (running[sp - 1]! * 31 + running[sp - 2]! * 7 + depth) & (RECENT - 1);
    const recent = this.recent[slot];
    if (recent !== undefined && recent.depth === depth && isOnTop(recent, running, sp)) return recent.chain;
    const chain = this.look(depth, frames);
    // the innermost one always counts: it says whether luaM_realloc_ takes part
    const outermost = Math.min(this.outermost, sp - 1);
    const functions = running.slice(outermost, sp);
    this.recent[slot] = { depth, functions, all: outermost === 0, chain };
    return chain;
  }

  /** The chain by its functions; runs the guest for one that is new. */
  private look(depth: number, frames: readonly string[]): CallChain {
    const n = this.gather(Math.min(depth, MAX_FRAMES), frames);
    if (n === 0) return this.noChain;
    const ids = this.ids;
    let hash = n * 0x9e3779b1 + depth;
    for (let i = 0; i < n; i++) hash = (Math.imul(hash, 0x01000193) ^ ids[i]!) | 0;
    const met = this.chains.get(hash)?.find((entry) => isOf(entry, ids, n, depth));
    if (met !== undefined) return met.chain;
    // listening leaves no trace: what the frames overwrote on the stack is put back
    const { memory } = this.machine;
    const stack = this.stackTop - STACK_BYTES;
    const before = memory.copyOut(stack, STACK_BYTES);
    const chain = new CallChain(Uint32Array.from(this.run(ids.subarray(0, n), depth)));
    memory.copyIn(stack, before);
    const entry = { ids: ids.slice(0, n), depth, chain };
    if (this.chains.size >= this.chainsMax) this.chains.clear();
    const entries = this.chains.get(hash);
    if (entries === undefined) this.chains.set(hash, [entry]);
    else entries.push(entry);
    return chain;
  }

  /** A chain of the length that {@link chain} would give, of addresses of the image that mean nothing. */
  placeholder(depth: number, frames: readonly string[]): Uint32Array {
    const n = frames.length > 0 ? this.lengthFrom(depth, frames.length) : this.length(depth);
    return (this.placeholders[n] ??= new Uint32Array(n).fill(IMAGE_BASE));
  }

  /** Length of the chain that {@link chain} would give for Lua's own frames. */
  length(depth: number): number {
    const { g } = this.lua;
    return this.lengthFrom(depth, g.frames[g.sp - 1] === F_box ? 1 : 2);
  }

  private lengthFrom(depth: number, innermost: number): number {
    const limit = depth < MAX_FRAMES ? depth : MAX_FRAMES;
    const length = innermost + this.lua.g.sp;
    return length < limit ? length : limit;
  }

  /** Innermost functions of the present chain into `ids`; `outermost` is the last of the running ones that was read. */
  private gather(limit: number, frames: readonly string[]): number {
    const { g } = this.lua;
    const ids = this.ids;
    let n = 0;
    if (frames.length > 0) {
      for (let i = frames.length - 1; i >= 0 && n < limit; i--) ids[n++] = g.names.id(frames[i]!);
    } else {
      if (n < limit) ids[n++] = F_l_alloc;
      if (n < limit && g.frames[g.sp - 1] !== F_box) ids[n++] = F_luaM_realloc;
    }
    let i = g.sp;
    while (i > 0 && n < limit) ids[n++] = g.frames[--i]!;
    this.outermost = i;
    return n;
  }

  /** Names functions of the C side and puts them into flash. */
  place(frames: readonly string[]): void {
    for (const name of frames) this.lua.g.names.id(name);
    this.install();
  }

  /** Puts functions that are new into flash, with their symbols. */
  install(): void {
    const { names } = this.lua.g.names;
    if (this.count === names.length) return;
    const { memory, symbols } = this.machine;
    const { irom } = EXTERNAL_WINDOWS;
    const start = Math.floor(functionAddress(this.count) / PAGE) * PAGE;
    const end = Math.ceil(functionAddress(names.length) / PAGE) * PAGE;
    memory.map(start, end - start, irom.pageClass);
    const added: GuestSymbol[] = [];
    for (let id = this.count; id < names.length; id++) {
      const address = functionAddress(id);
      memory.copyIn(address, this.code);
      added.push({
        name: names[id]!,
        address,
        size: FUNCTION_SIZE,
        kind: 'function',
        local: id < CORE_FUNCTIONS.length,
        object: 'lua.o',
      });
    }
    symbols.add(added);
    this.count = names.length;
  }

  /** Core of the chain runs, with its two exits: the heap function and the place behind the outermost call. */
  private prepare(): Core {
    if (this.core !== undefined) return this.core;
    const core = new Core({ memory: this.machine.memory, id: 0, timing: 'off' });
    // addresses in the page before the image: nothing is there, natives answer
    this.heapFunction = IMAGE_BASE - 16;
    this.outside = IMAGE_BASE - 28;
    core.addNative(this.heapFunction, (c) => {
      this.found = [nativeReturnAddress(c), ...walkCallChain(c, this.wanted)];
    });
    core.addNative(this.outside, (c) => {
      this.returned = true;
      c.stop();
    });
    this.core = core;
    return core;
  }

  /** Runs the functions (innermost first) in the guest and reads the chain where the innermost calls the heap. */
  private run(ids: Int32Array, depth: number): number[] {
    this.install();
    const core = this.prepare();
    const { memory } = this.machine;
    const list = (this.stackTop - 16 - 4 * (ids.length + 1)) & ~15;
    for (let i = 0; i < ids.length; i++)
      memory.write32(list + 4 * i, functionAddress(ids[ids.length - 1 - i]!));
    memory.write32(list + 4 * ids.length, this.heapFunction);
    const sp = list - 32;
    core.ar.fill(0);
    core.ps = PS_CALL8;
    core.windowBase = 0;
    core.windowStart = 1;
    core.setA(1, sp);
    memory.write32(sp - 16, 0);
    memory.write32(sp - 12, sp + 32);
    core.setA(8, (0x80000000 | (this.outside & REGION_MASK)) >>> 0);
    core.setA(10, list + 4);
    core.pc = memory.read32(list);
    this.found = undefined;
    this.returned = false;
    this.wanted = depth;
    for (let i = 0; i < 64 && !this.returned; i++) core.run(core.cycles + 1000);
    if (this.found === undefined || !this.returned)
      throw new GuestImageError(Array.from(ids, (id) => this.lua.functionName(id)));
    // the frame behind the outermost function is not one of the program's
    return (this.found as number[]).filter((address) => address >= IMAGE_BASE).slice(0, depth);
  }
}
