/**
 * Every order of the calls of `heaptrace`, against a model that was written from the facts about the C source alone:
 * what a call says, what `dump` prints, when the user is warned.
 */
import { describe, expect, it } from 'vitest';
import { createHeapMemory } from '@xtal/heap';
import { HeapTraceStandalone, heapTraceStateBytes } from '@xtal/heaptrace';
import { runLua } from '../testing/run-lua.js';
import { openHeaptrace } from './heaptrace.js';
import type { LuaState } from './lua-api.js';
import type { ModuleContext, ModuleFunction } from './module.js';

const CAPACITY = 2;
const CALLS = {
  init: `init(${CAPACITY})`,
  'init 0': 'init(0)',
  'init too large': 'init(1000000)',
  leaks: 'start(1)',
  all: 'start(0)',
  'start 2': 'start(2)',
  stop: 'stop()',
  resume: 'resume()',
  dump: 'dump()',
} as const;
type Call = keyof typeof CALLS;

/** The recorder and the module as the facts describe them; the unit test allocates one block of 8 bytes after each call. */
class Model {
  /** What the SDK was given last. */
  private sdk: 'nothing' | 'buffer' | 'freed buffer' = 'nothing';
  /** Where its lists are. */
  private lists: 'nowhere' | 'buffer' | 'freed buffer' = 'nowhere';
  private capacity = 0;
  private count = 0;
  private highWater = 0;
  private allocations = 0;
  private overflowed = false;
  running = false;
  mode = 0;

  /** What the call raises, '' for nothing. */
  call(call: Call): string {
    switch (call) {
      case 'init 0':
        return 'invalid trace buffer size';
      case 'init':
      case 'init too large': {
        this.running = false;
        if (this.lists === 'buffer') this.lists = 'freed buffer';
        if (call === 'init') {
          this.sdk = 'buffer';
          this.capacity = CAPACITY;
          return '';
        }
        if (this.sdk === 'buffer') this.sdk = 'freed buffer';
        return 'out of memory';
      }
      case 'start 2':
        return 'invalid trace mode';
      case 'leaks':
      case 'all':
        if (this.sdk === 'nothing') return 'failed to start heap tracing; code 259';
        this.lists = this.sdk;
        this.mode = call === 'all' ? 0 : 1;
        this.count = this.allocations = 0;
        this.overflowed = false;
        this.running = true;
        return '';
      case 'stop':
      case 'resume':
        if (this.running === (call === 'resume')) return `failed to ${call} heap tracing; code 259`;
        this.running = call === 'resume';
        return '';
      case 'dump':
        return '';
    }
  }

  /** A word that the warning of a call that has just been done must have; undefined for no warning. */
  warning(call: Call, error: string): string | undefined {
    if (call === 'init too large' && this.sdk === 'freed buffer') return 'still holds the buffer';
    if (error !== '') return undefined;
    if ((call === 'leaks' || call === 'all') && this.sdk === 'freed buffer') return 'heap is damaged';
    if (call === 'resume' && this.lists === 'nowhere') return 'device panic';
    if (call === 'resume' && this.lists === 'freed buffer') return 'buffer that was freed';
    if (call === 'dump' && this.lists === 'freed buffer' && this.count > 0) return 'freed memory';
    return undefined;
  }

  /** Whether the next allocation is recorded into memory that is not the recorder's. */
  get damaging(): boolean {
    return this.running && this.lists !== 'buffer';
  }

  allocate(): void {
    if (!this.running) return;
    this.allocations++;
    if (this.count === this.capacity) this.overflowed = true;
    else this.count++;
    this.highWater = Math.max(this.highWater, this.count);
  }

  /** What `dump` prints beside the records. */
  summary(): string {
    const bytes = 8 * this.count;
    return (
      `====== Heap Trace: ${this.count} records (${this.capacity} capacity) ======\n` +
      '====== Heap Trace Summary ======\n' +
      (this.mode === 0
        ? `Mode: Heap Trace All\n${bytes} bytes alive in trace (${this.count}/${this.count} allocations)\n`
        : `Mode: Heap Trace Leaks\n${bytes} bytes 'leaked' in trace (${this.count} allocations)\n`) +
      `records: ${this.count} (${this.capacity} capacity, ${this.highWater} high water mark)\n` +
      `total allocations: ${this.allocations}\ntotal frees: 0\n` +
      (this.overflowed ? '(NB: Internal Buffer has overflowed, so trace data is incomplete.)\n' : '') +
      '================================\n'
    );
  }
}

/** The module on a recorder of its own, without Lua. */
class Bench {
  static readonly memory = createHeapMemory(0x3ffb0000, 0x1000);
  readonly warnings: string[] = [];
  printed = '';
  readonly #table;
  readonly #trace = new HeapTraceStandalone({ memory: Bench.memory, stateAddress: 0x3ffb0000 });
  #argument = 0;

  constructor() {
    let room = 0x3ffb0000 + heapTraceStateBytes('v5.1.3');
    const context = {
      api: {
        luaL_checkinteger: () => this.#argument,
        luaL_error: (_: LuaState, text: Uint8Array) => {
          throw new Error(Buffer.from(text).toString());
        },
      },
      clock: { hz: 240e6 },
      charge: () => undefined,
      warn: (text: string) => this.warnings.push(text),
    } as unknown as ModuleContext;
    this.#table = openHeaptrace(context, {
      trace: this.#trace,
      released: () => undefined,
      // Nothing is ever given again, so that what lies in freed memory stays defined.
      calloc: (count, size) => (count * size > 0x1000 ? 0 : (room += count * size) - count * size),
      free: () => undefined,
      print: (text) => (this.printed = text),
      baud: () => 115200,
      watchdogMs: 300,
    }).table;
  }

  call(text: string): string {
    const [, name, argument] = /^(\w+)\((\d*)\)$/.exec(text)!;
    this.#argument = Number(argument);
    try {
      (this.#table[name!] as ModuleFunction).call({ l_G: {} });
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  }

  allocate(): void {
    this.#trace.recordAllocation(0, 0, 0x3ffc0000, 8, []);
  }
}

/** All sequences of a length. */
function* sequences(calls: readonly Call[], length: number): Generator<Call[]> {
  if (length === 0) yield [];
  else for (const rest of sequences(calls, length - 1)) for (const call of calls) yield [...rest, call];
}

describe('order of the calls of heaptrace', () => {
  it('all sequences of five calls, an allocation after each', () => {
    let compared = 0;
    for (const sequence of sequences(Object.keys(CALLS) as Call[], 5)) {
      const bench = new Bench();
      const model = new Model();
      const story: string[] = [];
      for (const call of sequence) {
        bench.warnings.length = 0;
        const error = bench.call(CALLS[call]);
        const expected = model.call(call);
        const warning = model.warning(call, expected);
        story.push(`${call}: ${error}`);
        if (error !== expected) expect.fail(`${story.join(', ')}; expected: ${expected}`);
        if (warning === undefined ? bench.warnings.length > 0 : !bench.warnings.join().includes(warning))
          expect.fail(`${story.join(', ')}; warned: ${bench.warnings.join() || 'no'}, expected: ${warning}`);
        compared++;
        if (call === 'dump') {
          const printed = bench.printed.replace(/^ .*\n/gm, '');
          if (printed !== model.summary()) expect(printed, story.join(', ')).toBe(model.summary());
        }
        if (model.damaging) break; // what follows depends on what lies in the memory
        bench.allocate();
        model.allocate();
      }
    }
    expect(compared).toBeGreaterThan(200_000);
  });

  it('all sequences of three calls on a board: same texts; damage ends as a death of the board', () => {
    const calls: Call[] = ['init', 'init too large', 'leaks', 'stop', 'resume', 'dump'];
    for (const sequence of sequences(calls, 3)) {
      const script = sequence.map(
        (call) => `print(select(2, pcall(function() heaptrace.${CALLS[call]} end)))\n`,
      );
      const { output, result, board } = runLua(`${script.join('')}local t = {{}, {}} collectgarbage()`);
      const texts = output
        .replace(/====== Heap Trace: [^]*?\n================================\n/g, '')
        .replace(/init.lua:\d+: /g, '');
      const model = new Model();
      let damaged = false;
      let expected = '';
      for (const call of sequence) {
        const error = model.call(call);
        if (!damaged) expected += `${error}\n`;
        damaged ||= model.damaging || model.warning(call, error) === 'heap is damaged';
      }
      const name = sequence.join(', ');
      if (damaged) {
        expect(['died', 'idle'], name).toContain(result.reason);
        continue;
      }
      expect(texts, name).toBe(expected);
      expect(result.reason, name).toBe('idle');
      expect(board.services.trace!.recordsAllocations, name).toBe(model.running);
      expect(board.services.trace!.mode, name).toBe(model.mode);
    }
  }, 60_000);
});
