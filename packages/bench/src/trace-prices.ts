/**
 * The price of recording a heap trace, measured: the recorder's twin (packages/heaptrace/twin, real guest code) runs on
 * the model core in single-cycle memory, and every operation's cycles are read off.
 */
import { NATIVE_COSTS, chargeFor, createMachine, type Machine } from '@xtal/esp32';
import {
  traceRecordLayout,
  type ByDepth,
  type RecorderPrices,
  type RecorderVariant,
  type TracePrices,
} from '@xtal/heaptrace';
import { assemble } from '@xtal/xtensa/assembler';

/** Depths that the twin is compiled for. */
const DEPTHS = [0, 2, 10, 32] as const;
/** Buckets of the twin's hash map. */
const BUCKETS = 10;
/** vPortEnterCritical and vPortExitCritical around TLSF: 744 - 545 and 510 - 311 cycles (facts/heap, cycles.md). */
const CRITICAL_SECTION = 199;
const ALL = 0;
const LEAKS = 1;
/** Address that is looked for, and the address of all other records. */
const SOUGHT = 0x3ffc_0000;
const OTHER = 0x3ffd_0000;
/** Code of more bytes than this is linked into the flash window. */
const PADDING = 0x1_0000;

/** Text of a file of the twin, by name without folder. */
export type TwinReader = (name: string) => string;

/** Depths at which a variant exists (v5.0 and older allow ten). */
function depthsOf(variant: RecorderVariant): readonly number[] {
  return variant === 'array' ? DEPTHS.filter((depth) => depth <= 10) : DEPTHS;
}

/** A machine with parts of the twin loaded; functions of the heap return at once and cost nothing. */
class Stand {
  readonly machine: Machine;

  constructor(read: TwinReader, files: readonly string[], inFlash = false) {
    const machine = createMachine();
    this.machine = machine;
    for (const name of ['real_malloc', 'real_free', 'real_realloc'])
      machine.natives.define(name, { run: () => 0x3ffc_0000 });
    for (const name of ['get_call_stack', 'record_allocation', 'record_free', '__xtensa_libgcc_window_spill'])
      machine.natives.define(name, { run: () => 0 });
    const objects = ['driver.s', ...files].map((name) => this.assembled(name, read(name)));
    if (inFlash) objects.push(this.assembled('padding.s', `.text\n.space ${PADDING}\n`));
    machine.loadObjects(objects);
  }

  /** Cycles from the function's first issue to the first issue slot after its return. */
  cycles(name: string, args: readonly number[]): number {
    return this.machine.measureCall(this.address(name), args).cycles;
  }

  /** Cycles of `name(argument)` at the bottom of a call chain; older windows live or on the stack. */
  atDepth(depth: number, name: string, argument: number, spilled: boolean): number {
    const { machine } = this;
    const target = this.address(name);
    let cycles = 0;
    const remove = machine.watchFunction(target, {
      enter: ({ core }) => core.cycles,
      leave: (_, core, entered) => {
        cycles = core.cycles - (entered as number);
      },
    });
    machine.callGuest(this.address('dive'), [depth, target, argument, spilled ? 1 : 0]);
    remove();
    return cycles;
  }

  set(name: string, value: number, offset = 0): void {
    this.machine.memory.write32(this.address(name) + offset, value);
  }

  get(name: string): number {
    return this.machine.memory.read32(this.address(name));
  }

  address(name: string): number {
    const address = this.machine.symbols.address(name);
    if (address === undefined) throw new Error(`the twin has no ${name}`);
    return address;
  }

  private assembled(name: string, text: string): { name: string; bytes: Uint8Array } {
    const { object, diagnostics } = assemble([{ name, text }]);
    if (!object) throw new Error(`${name}: ${diagnostics.map(({ message }) => message).join('; ')}`);
    return { name, bytes: object };
  }
}

/** Wrapper and trace_* function with recording and call stack taken out. */
function wrapperPrices(read: TwinReader): TracePrices['wrapper'] {
  const of = (name: string): ByDepth =>
    DEPTHS.map((depth) => {
      const stand = new Stand(read, [`wrappers-d${depth}.s`]);
      return [depth, stand.atDepth(1, name, 0x3ffc_0000, true)];
    });
  return { malloc: of('wrap_malloc'), free: of('wrap_free'), realloc: of('wrap_realloc') };
}

interface CallStackPrices {
  readonly levels: readonly number[];
  readonly ownWindows: number;
  readonly spilledWindow: number;
  /** How far the sum of levels is from what the twins of depth 2 and 10 cost as a whole. */
  readonly error: number;
}

/** get_call_stack: cycles of each level from the run at depth 32, the rest from whole runs. */
function callStackPrices(read: TwinReader, inFlash: boolean): CallStackPrices {
  const whole = (depth: number, dive: number, spilled: boolean): number => {
    const files = [`wrappers-d${depth}.s`, `callstack-d${depth}.s`, 'spill.s'];
    const bare = new Stand(read, files.slice(0, 1), inFlash).atDepth(1, 'wrap_free', 0, true);
    return new Stand(read, files, inFlash).atDepth(dive, 'wrap_free', 0, spilled) - bare;
  };
  const stand = new Stand(read, ['wrappers-d32.s', 'callstack-d32.s', 'spill.s'], inFlash);
  const starts: number[] = [];
  let collecting = false;
  stand.machine.watchFunction('get_call_stack', { enter: () => void (collecting = true) });
  stand.machine.watchFunction('__xtensa_libgcc_window_spill', {
    enter: ({ core }) => void (collecting && starts.push(core.cycles)),
  });
  stand.atDepth(50, 'wrap_free', 0, true);
  if (starts.length !== 32) throw new Error(`get_call_stack read ${starts.length} levels, expected 32`);
  const level = starts.slice(1).map((at, i) => at - starts[i]!);
  const levels = [0];
  for (const cycles of level) levels.push(levels.at(-1)! + cycles);
  levels.push(levels.at(-1)! + 2 * level.at(-1)! - level.at(-2)!);
  const ownWindows = whole(2, 50, true) - levels[2]!;
  const error = Math.abs(whole(10, 50, true) - ownWindows - levels[10]!);
  // Three frames of the dive and the two of whoever called it are live besides the caller's own.
  const live = new Stand(read, ['wrappers-d2.s', 'callstack-d2.s', 'spill.s'], inFlash);
  let windows = 0;
  live.machine.watchFunction('wrap_free', {
    enter: ({ core }) => void (windows = bits(core.windowStart)),
  });
  const alive = live.atDepth(4, 'wrap_free', 0, false);
  const spilled = new Stand(read, ['wrappers-d2.s', 'callstack-d2.s', 'spill.s'], inFlash).atDepth(
    4,
    'wrap_free',
    0,
    true,
  );
  return { levels, ownWindows, spilledWindow: Math.round((alive - spilled) / (windows - 1)), error };
}

function bits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** One variant at one depth: records set up in the twin's memory, operations measured. */
class RecorderStand {
  private readonly stand: Stand;
  private readonly layout;
  private readonly links: boolean;

  constructor(
    read: TwinReader,
    private readonly variant: RecorderVariant,
    depth: number,
  ) {
    this.stand = new Stand(read, [`${variant}-d${depth}.s`]);
    for (const name of ['memcpy', 'memmove', 'memset'] as const) {
      // The array's moves are priced by the byte; the calls are measured here without their bytes.
      const free = variant === 'array' && name === 'memmove';
      this.stand.machine.natives.define(name, {
        run: (call) => {
          if (!free) chargeFor(call, name, call.arg(2));
          return call.arg(0);
        },
      });
    }
    const idf = { array: 'v5.0', lists: 'v5.2', tailq: 'v5.1', slist: 'v5.2' }[variant];
    this.layout = traceRecordLayout(idf, depth, variant === 'tailq' || variant === 'slist');
    this.links = variant !== 'array';
  }

  /** `held` records in one bucket, that of {@link SOUGHT} as number `sought`; room for `room` more. */
  setUp(held: number, room: number, mode: number, sought: number): void {
    const { stand, layout } = this;
    const storage = stand.address('storage');
    const at = (i: number): number => storage + i * layout.bytes;
    const { memory } = stand.machine;
    memory.fill(storage, 16384, 0);
    stand.set('tracing', 1);
    stand.set('mode', mode);
    stand.set('capacity', held + room);
    stand.set('count', held);
    stand.set('buffer', storage);
    for (let i = 0; i < held; i++) memory.write32(at(i) + layout.address, i === sought ? SOUGHT : OTHER);
    if (!this.links) return;
    const list = (head: number, from: number, to: number, link: number, tail: boolean): void => {
      let previous = head;
      memory.write32(head, 0);
      for (let i = from; i < to; i++) {
        memory.write32(previous, at(i));
        if (tail) memory.write32(at(i) + link + 4, previous);
        memory.write32(at(i) + link, 0);
        previous = at(i) + link;
      }
      if (tail) memory.write32(head + 4, previous);
    };
    list(stand.address('recorded'), 0, held, layout.list, true);
    list(stand.address('unused'), held, held + room, layout.list, true);
    if (layout.hash < 0) return;
    const tail = this.variant === 'tailq';
    for (let b = 0; b < BUCKETS; b++) {
      const head = stand.address('map') + b * (tail ? 8 : 4);
      memory.write32(head, 0);
      if (tail) memory.write32(head + 4, head);
    }
    const bucket = this.bucketOf(SOUGHT);
    list(stand.address('map') + bucket * (tail ? 8 : 4), 0, held, layout.hash, tail);
  }

  /** Cycles of record_allocation, less those when tracing is off. */
  allocation(address: number): number {
    const rec = this.stand.address('storage') + 16384 - 512;
    this.stand.machine.memory.write32(rec + 4, address);
    return this.more('record_allocation', [rec]);
  }

  /** Cycles of record_free, less those when tracing is off. */
  free(address: number): number {
    return this.more('record_free', [address, this.stand.address('storage') + 16384 - 512]);
  }

  private bucketOf(address: number): number {
    const sum = (address >>> 3) + (address >>> 5) + (address >>> 7);
    return (Math.imul(sum, 16777619) >>> 0) % BUCKETS;
  }

  private more(name: string, args: readonly number[]): number {
    const running = this.stand.cycles(name, args);
    this.stand.set('tracing', 0);
    return running - this.stand.cycles(name, args);
  }
}

function recorderPrices(read: TwinReader, variant: RecorderVariant): RecorderPrices {
  const stands = depthsOf(variant).map((depth) => [depth, new RecorderStand(read, variant, depth)] as const);
  const at = (
    [held, room, mode, sought]: readonly [number, number, 0 | 1, number],
    measure: (stand: RecorderStand) => number,
  ): ByDepth =>
    stands.map(([depth, stand]) => {
      stand.setUp(held, room, mode, sought);
      return [depth, measure(stand)];
    });
  const allocate = (stand: RecorderStand): number => stand.allocation(SOUGHT);
  const free = (stand: RecorderStand): number => stand.free(SOUGHT);
  const single = (table: ByDepth): number => table[0]![1];
  // The array is searched from its end, the lists from their head.
  const place = (passedOver: number, held: number): number =>
    variant === 'array' ? held - 1 - passedOver : passedOver;
  const found = (mode: 0 | 1, passedOver: number): ByDepth => at([8, 1, mode, place(passedOver, 8)], free);
  const unknown = (held: number): number => single(at([held, 1, LEAKS, -1], free));
  const perRecord = (single(found(ALL, 6)) - single(found(ALL, 1))) / 5;
  const mapped = variant === 'tailq' || variant === 'slist';
  const allocation = at([3, 3, LEAKS, -1], allocate);
  // A full buffer loses its first record, which is the first of its bucket.
  const full = at([3, 0, LEAKS, 0], allocate);
  // A bucket is passed over and then, on a miss, the list: what a record costs in the list is the rest.
  const walked = mapped ? (unknown(7) - unknown(2)) / 5 - perRecord : perRecord;
  // Unlinking from a singly linked bucket walks it once more.
  const unlinked = mapped ? (single(found(LEAKS, 6)) - single(found(LEAKS, 1))) / 5 - perRecord : 0;
  const less = (table: ByDepth, cycles: number): ByDepth =>
    table.map(([depth, all]) => [depth, Math.round(all - cycles)]);
  const passed = mapped ? perRecord : walked;
  const { round } = Math;
  return {
    allocation,
    drop: full.map(([depth, cycles], i) => [depth, cycles - allocation[i]![1]]),
    freeEmpty: single(at([0, 1, LEAKS, -1], free)),
    freeUnknown: round(unknown(2) - 2 * (mapped ? walked + perRecord : walked)),
    freeAll: less(found(ALL, 1), passed),
    freeLeaks: less(found(LEAKS, 1), passed + (variant === 'slist' ? unlinked : 0)),
    walked: round(walked),
    bucketWalked: round(mapped ? perRecord : 0),
  };
}

/** Measures everything. `read` gives the twin's files: `driver.s`, `spill.s` and those of `asm/`. */
export function measureTracePrices(read: TwinReader): TracePrices & { callStackError: number } {
  const flash = callStackPrices(read, true);
  const iram = callStackPrices(read, false);
  return {
    wrapper: wrapperPrices(read),
    callStack: flash.levels,
    callStackIram: iram.levels,
    ownWindows: flash.ownWindows,
    spilledWindow: flash.spilledWindow,
    criticalSection: CRITICAL_SECTION,
    recorder: {
      array: recorderPrices(read, 'array'),
      lists: recorderPrices(read, 'lists'),
      tailq: recorderPrices(read, 'tailq'),
      slist: recorderPrices(read, 'slist'),
    },
    move: { start: NATIVE_COSTS.memmove.base, byte: NATIVE_COSTS.memmove.each },
    callStackError: Math.max(flash.error, iram.error),
  };
}
