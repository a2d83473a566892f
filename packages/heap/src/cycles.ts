/**
 * What heap operations cost on the ESP32, in CPU cycles by the path they took. The figures (`cycles-table.ts`) are derived by
 * running ESP-IDF's compiled functions on the simulator; how, and how sure: docs/heap.md.
 *
 * Span: from the issue of the function's ENTRY to the first issue slot at the return address, single-cycle memory. The table
 * comes from IDF v5.0.1; v5.1.3 has the same shape within about 15 %.
 *
 * @packageDocumentation
 */
import { CAPS_CYCLES, COPY_CYCLES, LOCK_CYCLES, PATH_CYCLES } from './cycles-table.js';
import { PATH } from './tlsf.js';

const OPERATIONS = PATH.FREE | PATH.REALLOC | PATH.ALIGNED;

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Cycles of a path; of one that the derivation did not meet, those of the most similar that it met (same operation and
 * outcome before all else). An aligned allocation counts as the malloc of the same path, plus what a split costs.
 */
function pathCycles(path: number): number {
  const wanted = path & ~PATH.ALIGNED;
  let best = 0;
  let least = Infinity;
  for (const [known, cycles] of PATH_CYCLES) {
    const differs = known ^ wanted;
    const distance = bitCount(differs) + 16 * bitCount(differs & (OPERATIONS | PATH.FAIL | PATH.MOVED));
    if (distance < least) {
      least = distance;
      best = cycles;
    }
  }
  return best;
}

/** `memcpy` of word-aligned bytes (the ROM's). */
function copyCycles(size: number): number {
  return size === 0 ? 0 : COPY_CYCLES.start + COPY_CYCLES.perByte * size;
}

/** Which function of heap_caps was called. */
export type CapsOperation = 'malloc' | 'free' | 'realloc';

/** Looks costs up; remembers paths that it has met. */
export class HeapCycles {
  private readonly known = new Map<number, number>();

  /**
   * A multi_heap operation without its lock.
   *
   * @param path `PATH` bits
   * @param copied bytes that a moving realloc copied
   */
  multiHeap(path: number, copied = 0): number {
    let cycles = this.known.get(path);
    if (cycles === undefined) this.known.set(path, (cycles = pathCycles(path)));
    return (path & PATH.MOVED) === 0 ? cycles : Math.round(cycles + copyCycles(copied));
  }

  /**
   * A heap_caps operation with its locks.
   *
   * @param visits descriptors looked at on the way
   * @param failedAttempts heaps that were tried and had no room
   * @param path the last multi_heap operation's, -1 when none was reached
   */
  heapCaps(
    operation: CapsOperation,
    visits: number,
    failedAttempts: number,
    path: number,
    copied = 0,
  ): number {
    const { entry, visit } = CAPS_CYCLES[operation];
    const failed = failedAttempts * (this.multiHeap(PATH.LARGE | PATH.FAIL) + LOCK_CYCLES);
    const last = path < 0 ? 0 : this.multiHeap(path, copied) + LOCK_CYCLES;
    return Math.round(entry + visit * visits + failed + last);
  }

  /** What C's `malloc`, `free` and `realloc` add to the heap_caps function that they call. */
  wrapper(operation: CapsOperation): number {
    return CAPS_CYCLES[operation].wrapper;
  }

  /** Copying by `memcpy`, for a realloc from heap to heap. */
  copy(size: number): number {
    return Math.round(copyCycles(size));
  }

  /** Zeroing, for calloc: the ROM's `memset`. */
  zero(size: number): number {
    return size === 0 ? 0 : Math.round(CAPS_CYCLES.zero.start + CAPS_CYCLES.zero.perByte * size);
  }
}
