import { nativeCallIncrement, STATE_INDEX, type Core } from '@xtal/xtensa';
import type { Machine } from './machine.js';
import { callbackCode, CALLBACK_STACK_WORDS, SERVED_SIZE, type CallbackCode } from './start-code.js';

/** How a guest function is called from outside. */
export interface CallOptions {
  /** Stack pointer; below the guest's own by default. */
  readonly stack?: number | undefined;
  /** Gives up after this many instructions; never by default. */
  readonly maxInstructions?: number | undefined;
}

/** What a call gave and cost. */
export interface CallOutcome {
  /** a2 of the function, unsigned. */
  readonly result: number;
  /** a3, the upper half of 64-bit results. */
  readonly high: number;
  /** Cycles from the issue of the function's first instruction to the first issue slot at the return address. */
  readonly cycles: number;
  readonly instructions: number;
}

/** Thrown through native functions when the guest has ended inside a call that they made. */
export class GuestStopped extends Error {
  constructor(reason: string) {
    super(`the guest ended inside a function that was called from outside: ${reason}`);
    this.name = 'GuestStopped';
  }
}

/** Gaps of the ROM beside those of native functions: code for calls back into the guest, and return addresses. */
const CALLBACK_CODE = 0x4006_5d94;
/** WOE, UM and CALLINC 2: as CALL8 leaves it, interrupts on (facts/heap/cycles.md). */
const PS_CALL8 = 0x6_0020;
/** A stack that nothing else uses when the guest has none yet. */
const SPARE_STACK = 0x3fff_f000;
/** Bytes left free below the guest's own stack pointer: its save areas and room for an interrupt's frame. */
const RED_ZONE = 512;
const REGION_MASK = 0x3fff_ffff;

/** Special registers that a function may change and that a call from outside puts back. */
const SAVED = [
  'sar',
  'lbeg',
  'lend',
  'lcount',
  'br',
  'acclo',
  'acchi',
  'm0',
  'm1',
  'm2',
  'm3',
  'scompare1',
  'threadptr',
  'fcr',
  'fsr',
  'epc1',
  'depc',
  'excsave1',
  'exccause',
  'excvaddr',
  'intenable',
  'cpenable',
  'vecbase',
];

/** A call on its way. */
interface PendingCall {
  readonly address: number;
  readonly args: readonly number[];
  /** 1 to 3 for CALL4 to CALL12 by which the native function was reached; 0 without windows. */
  readonly increment: number;
  result: number;
  high: number;
  /** The function has returned. */
  done: boolean;
  /** The frame that was built for the call is gone again. */
  resumed: boolean;
}

/** Calls of guest functions, from outside and from native functions. */
export class GuestCalls {
  private readonly code: CallbackCode;
  private readonly outsideReturn: number;
  private readonly resumed: number;
  /** Arguments of the call that is being set up, and whether calls have come back: a stack, as calls nest. */
  private readonly pending: PendingCall[] = [];

  constructor(private readonly machine: Machine) {
    const { natives, memory } = machine;
    this.code = callbackCode(CALLBACK_CODE);
    memory.copyIn(CALLBACK_CODE, this.code.bytes);
    natives.define('_xtal_callback_ready', { run: ({ core }) => this.ready(core) });
    natives.define('_xtal_callback_returned', { run: ({ core }) => this.returned(core) });
    natives.define('_xtal_callback_resumed', { run: ({ core }) => this.flag(core, 'resumed') });
    natives.define('_xtal_call_returned', { run: ({ core }) => this.flag(core, 'done') });
    machine.symbols.add([
      {
        name: '_xtal_callback',
        address: CALLBACK_CODE,
        size: this.code.bytes.length,
        kind: 'function',
        local: true,
        object: 'xtal',
      },
    ]);
    natives.bindAt('_xtal_callback_ready', this.code.ready, { hidden: true });
    natives.bindAt('_xtal_callback_returned', this.code.returned, { hidden: true });
    this.resumed = natives.address('_xtal_callback_resumed')!;
    this.outsideReturn = natives.address('_xtal_call_returned')!;
  }

  call(address: number, args: readonly number[], options: CallOptions): CallOutcome {
    if (this.machine.ended) throw new GuestStopped('it had ended before');
    const { core } = this.machine;
    return this.machine.natives.isServing
      ? this.nested(core, address, args)
      : this.outside(core, address, args, options);
  }

  private outside(
    core: Core,
    address: number,
    args: readonly number[],
    { stack, maxInstructions }: CallOptions,
  ): CallOutcome {
    const saved = {
      pc: core.pc,
      ps: core.ps,
      windowBase: core.windowBase,
      windowStart: core.windowStart,
      ar: core.ar.slice(),
      fr: core.fr.slice(),
      special: SAVED.map((name) => core.readSpecial(name)),
    };
    const own = core.getA(1);
    const top =
      (stack ??
        (core.windowStart !== 0 && this.machine.bytes.plainWrite(own - RED_ZONE, RED_ZONE) >= 0
          ? own - RED_ZONE
          : SPARE_STACK)) & ~15;
    core.ar.fill(0);
    core.ps = PS_CALL8;
    core.windowBase = 0;
    core.windowStart = 1;
    core.writeSpecial('cpenable', 1);
    core.writeSpecial('lcount', 0);
    const sp = args.length > 6 ? top - 16 * Math.ceil((args.length - 6) / 4) : top;
    core.setA(1, sp);
    this.machine.memory.write32(sp - 12, top + 32);
    core.setA(8, (0x8000_0000 | (this.outsideReturn & REGION_MASK)) >>> 0);
    args.forEach((value, i) => {
      if (i < 6) core.setA(10 + i, value);
      else this.machine.memory.write32(sp + 4 * (i - 6), value);
    });
    // As if CALL8 had been executed, for natives that stand in for the function.
    core.state[STATE_INDEX.LASTCALL] = 2;
    core.pc = address;
    const entry = { address, args, increment: 2, result: 0, high: 0, done: false, resumed: false };
    const [cycles, instructions] = [core.cycles, core.instructions];
    try {
      this.run(entry, () => entry.done, maxInstructions);
      return {
        result: core.getA(10) >>> 0,
        high: core.getA(11) >>> 0,
        cycles: core.cycles - cycles,
        instructions: core.instructions - instructions,
      };
    } finally {
      core.ar.set(saved.ar);
      core.fr.set(saved.fr);
      core.windowBase = saved.windowBase;
      core.windowStart = saved.windowStart;
      SAVED.forEach((name, i) => core.writeSpecial(name, saved.special[i]!));
      core.ps = saved.ps;
      core.pc = saved.pc;
    }
  }

  /** A call from a native function that stands at its first instruction, reached by any CALLn. */
  private nested(core: Core, address: number, args: readonly number[]): CallOutcome {
    const increment = nativeCallIncrement(core);
    const [pc, ps] = [core.pc, core.ps];
    const entry = { address, args, increment, result: 0, high: 0, done: false, resumed: false };
    const [cycles, instructions] = [core.cycles, core.instructions];
    if (increment === 0) {
      // Without windows the callee may use every register: keep them all.
      const registers = Array.from({ length: 16 }, (_, i) => core.getA(i));
      core.setA(0, this.outsideReturn);
      args.slice(0, 6).forEach((value, i) => core.setA(2 + i, value));
      core.pc = address;
      this.run(entry, () => entry.done);
      entry.result = core.getA(2);
      entry.high = core.getA(3);
      registers.forEach((value, i) => core.setA(i, value));
    } else {
      const link = core.getA(4 * increment);
      core.pc = this.code.entry;
      this.run(entry, () => entry.resumed);
      core.setA(4 * increment, link);
    }
    core.pc = pc;
    core.ps = ps;
    // Natives find their arguments by the kind of the last call; the callee has made others since.
    core.state[STATE_INDEX.LASTCALL] = increment;
    return {
      result: entry.result >>> 0,
      high: entry.high >>> 0,
      cycles: core.cycles - cycles,
      instructions: core.instructions - instructions,
    };
  }

  private run(entry: PendingCall, done: () => boolean, maxInstructions?: number): void {
    this.pending.push(entry);
    try {
      this.machine.natives.outsideNative(() => this.machine.runUntil(done, maxInstructions));
    } finally {
      this.pending.splice(this.pending.indexOf(entry));
    }
  }

  /** The callback frame stands and a8 to a15 are free. */
  private ready(core: Core): void {
    const { address, args } = this.pending.at(-1)!;
    core.setA(8, address);
    args.slice(0, 6).forEach((value, i) => core.setA(10 + i, value));
    args
      .slice(6, 6 + CALLBACK_STACK_WORDS)
      .forEach((value, i) => this.machine.memory.write32(core.getA(1) + 4 * i, value));
    core.pc = this.code.ready + SERVED_SIZE;
  }

  private returned(core: Core): void {
    const entry = this.pending.at(-1)!;
    entry.result = core.getA(10);
    entry.high = core.getA(11);
    // Until now a0 was the native function's return address, for call chains; RETW shall come back here instead.
    core.setA(0, ((entry.increment << 30) | (this.resumed & REGION_MASK)) >>> 0);
    core.pc = this.code.returned + SERVED_SIZE;
  }

  private flag(core: Core, what: 'done' | 'resumed'): void {
    const entry = this.pending.at(-1);
    if (entry !== undefined) entry[what] = true;
    core.stop();
    // Stay here: whoever waits for the flag decides where the core goes on.
    core.pc = what === 'done' ? this.outsideReturn : this.resumed;
  }
}
