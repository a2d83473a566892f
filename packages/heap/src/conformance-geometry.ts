/**
 * Geometries: what `multi_heap_register` makes of regions of many sizes.
 *
 * @packageDocumentation
 */
import { createHeapMemory } from './memory.js';
import { MultiHeap } from './multi-heap.js';
import { numberField, VectorError, type JsonObject, type Report } from './conformance-report.js';

const BASE = 0x3f800000;
const MAX_REGION = 16 << 20;

/** Registers each region on memory filled with 0xFE and compares every figure; one case a size. */
export function runGeometry(cases: unknown[], report: Report): void {
  if (cases.length === 0) throw new VectorError('file', 'is an empty list');
  for (const [index, entry] of cases.entries()) {
    if (typeof entry !== 'object' || entry === null)
      throw new VectorError(`[${index}]`, 'expected an object');
    const expected = entry as JsonObject;
    const size = numberField(expected, 'size', `[${index}]`, 0, MAX_REGION);
    if (typeof expected['registered'] !== 'boolean')
      throw new VectorError(`[${index}].registered`, 'expected a boolean');
    const got = geometryOf(size);
    const told = Object.fromEntries(Object.keys(got).map((key) => [key, expected[key]]));
    report.check(`size ${size}`, 'geometry', told, got);
  }
}

function geometryOf(size: number): JsonObject {
  const memory = createHeapMemory(BASE, size);
  memory.u8.fill(0xfe);
  const multiHeap = new MultiHeap(memory);
  const heap = multiHeap.register(BASE, size);
  if (heap === 0) return { size, registered: false };
  const control = multiHeap.control(heap);
  const word = (address: number): number => memory.u32[(address - BASE) >>> 2] ?? 0;
  const config = word(control + 16);
  const pool = multiHeap.tlsf.getPool(control);
  const hasPool = word(control + 24) !== 0;
  const geometry: JsonObject = {
    size,
    registered: true,
    control_size: multiHeap.tlsf.size(control),
    fl_index_count: config & 31,
    fl_index_shift: (config >>> 5) & 7,
    fl_index_max: (config >>> 8) & 63,
    sl_index_count: (config >>> 14) & 63,
    small_block_size: (config >>> 23) & 255,
    config_word: config,
    free_bytes: word(heap + 4),
    pool_size: word(heap + 12),
    has_pool: hasPool,
  };
  if (hasPool) {
    geometry['first_block_size'] = (word(pool) & ~3) >>> 0;
    geometry['largest_free_block'] = multiHeap.getInfo(heap).largestFreeBlock;
  }
  return geometry;
}
