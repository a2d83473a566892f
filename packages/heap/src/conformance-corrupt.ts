/**
 * `heap-corrupt-1`: memory that a program overwrote, and how IDF finds it.
 *
 * @packageDocumentation
 */
import { HeapAssertError } from './errors.js';
import { HeapCaps } from './heap-caps.js';
import { createHeapMemory, type HeapMemory } from './memory.js';
import type { Poisoning } from './poisoning.js';
import type { HeapLayout } from './regions.js';
import {
  numberField,
  numberValue,
  oneOf,
  POISONING_NAMES,
  VectorError,
  type JsonObject,
  type Report,
} from './conformance-report.js';

const BASE = 0x3ff80000;
const END = 0x400c2000;

/** Runs all cases of the file; each compared result is one case. */
export function runCorruption(file: JsonObject, report: Report): void {
  const told = file['layout'] as JsonObject | undefined;
  if (typeof told !== 'object') throw new VectorError('layout', 'expected an object');
  const layout: HeapLayout = {
    heapStart: numberField(told, 'heap_start', 'layout'),
    iramEnd: numberField(told, 'iram_end', 'layout'),
    unicore: told['unicore'] === true,
  };
  const init = numberField(told, 'init', 'layout', 0, 255);
  const cases = file['cases'];
  if (!Array.isArray(cases) || cases.length === 0)
    throw new VectorError('cases', 'expected a list with cases');
  for (const [index, entry] of (cases as unknown[]).entries()) {
    if (typeof entry !== 'object' || entry === null)
      throw new VectorError(`cases[${index}]`, 'expected an object');
    const one = entry as JsonObject;
    const name = typeof one['name'] === 'string' ? one['name'] : `cases[${index}]`;
    const ops = one['ops'];
    if (!Array.isArray(ops)) throw new VectorError(name, 'expected a list of operations');
    const poisoning = oneOf(one['poison'], POISONING_NAMES, `${name}.poison`);
    const run = new CorruptionCase(layout, init, poisoning, name, report);
    for (const [at, op] of (ops as unknown[]).entries()) {
      if (!Array.isArray(op)) throw new VectorError(`${name}[${at}]`, 'expected an array');
      run.operation(op, `${name}[${at}]`);
    }
  }
}

class CorruptionCase {
  private readonly memory: HeapMemory;
  private readonly heapCaps: HeapCaps;
  private readonly pointers = new Map<number, number>();
  private printed = '';

  constructor(
    layout: HeapLayout,
    init: number,
    poisoning: Poisoning,
    name: string,
    private readonly report: Report,
  ) {
    this.memory = createHeapMemory(BASE, END - BASE);
    this.memory.u8.fill(init);
    this.heapCaps = new HeapCaps({
      memory: this.memory,
      layout,
      poisoning,
      print: (text): void => {
        this.printed += text;
      },
    });
    try {
      this.heapCaps.init();
    } catch (error) {
      throw new VectorError(name, error instanceof Error ? error.message : String(error));
    }
  }

  /** The assertion's line, or null when the call returns. */
  private attempt(call: () => void): string | null {
    try {
      call();
      return null;
    } catch (error) {
      if (error instanceof HeapAssertError) return error.message;
      throw error;
    }
  }

  private poke(address: number, bytes: number[]): void {
    bytes.forEach((byte, i) => {
      this.memory.u8[(address + i - BASE) >>> 0] = byte;
    });
  }

  operation(op: unknown[], where: string): void {
    const { heapCaps, report } = this;
    const n = (index: number): number => numberValue(op[index], `${where}[${index}]`, -0xffffffff);
    this.printed = '';
    switch (op[0]) {
      case 'boot':
        heapCaps.enableNonosStackHeaps();
        return;
      case 'm':
        return this.result(where, n(1), n(3), heapCaps.mallocDefault(n(2)));
      case 'hr':
        return this.result(where, n(1), n(4), heapCaps.realloc(this.pointers.get(n(1)) ?? 0, n(2), n(3)));
      case 'f':
        heapCaps.free(this.pointers.get(n(1)) ?? 0);
        return;
      case 'poke':
        return this.poke((this.pointers.get(n(1)) ?? 0) + n(2), [n(3)]);
      case 'poke32':
        return this.poke(
          n(1),
          [0, 8, 16, 24].map((shift) => (n(2) >>> shift) & 0xff),
        );
      case 'check': {
        let valid = false;
        const failed = this.attempt(() => {
          valid = heapCaps.checkIntegrity(n(1), n(2) !== 0);
        });
        report.check(where, 'heap_caps_check_integrity', [op[3], op[4]], [failed ?? valid, this.printed]);
        return;
      }
      case 'sfree':
      case 'xfree': {
        const address = op[0] === 'xfree' ? n(1) : (this.pointers.get(n(1)) ?? 0);
        const failed = this.attempt(() => {
          heapCaps.free(address);
        });
        report.check(where, 'heap_caps_free', [op[2], op[3]], [failed, this.printed]);
        return;
      }
      case 'sm': {
        let address: number | null = null;
        const failed = this.attempt(() => {
          address = heapCaps.mallocDefault(n(2));
        });
        report.check(where, 'malloc', [op[3], op[4], op[5]], [address, failed, this.printed]);
        if (address !== null) this.pointers.set(n(1), address);
        return;
      }
      default:
        throw new VectorError(where, `unknown operation ${JSON.stringify(op[0])}`);
    }
  }

  private result(where: string, slot: number, expected: number, got: number): void {
    this.report.check(where, 'address', expected, got);
    if (got !== 0) this.pointers.set(slot, got);
  }
}
