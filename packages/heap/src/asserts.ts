/**
 * Every `assert()` of the heap code that the model can meet: where it stands in IDF and what it prints, as data.
 *
 * Lines are those of IDF v5.1.3 with espressif/tlsf d2e28f8. Verified by vectors or by public crash reports:
 * tlsf.c:469, 496, 566, 1120; multi_heap_poisoning.c:258, 276; heap_caps.c:387. The others were counted in the
 * published file of that revision, or (marked) are not known and counted from the neighbours.
 *
 * @packageDocumentation
 */
import { HeapAssertError } from './errors.js';

const TLSF = 'tlsf.c';
const BLOCK = 'tlsf_block_functions.h';
const POISONING = 'multi_heap_poisoning.c';
const HEAP_CAPS = 'heap_caps.c';

/** Function, file, line, expression. */
const ASSERTS = {
  previousNotFree: ['block_prev', BLOCK, 85, 'block_is_prev_free(block) && "previous block must be free"'],
  nextOfLast: ['block_next', BLOCK, 94, '!block_is_last(block)'],
  secondLevelNull: [
    'search_suitable_block',
    TLSF,
    317,
    'sl_map && "internal error - second level bitmap is null"',
  ],
  prevFreeNull: ['remove_free_block', TLSF, 330, 'prev && "prev_free field can not be null"'],
  nextFreeNull: ['remove_free_block', TLSF, 331, 'next && "next_free field can not be null"'],
  listHeadNull: ['insert_free_block', TLSF, 358, 'current && "free list cannot have a null entry"'],
  insertUnaligned: [
    'insert_free_block',
    TLSF,
    364,
    'block_to_ptr(block) == align_ptr(block_to_ptr(block), ALIGN_SIZE) && "block not aligned properly"',
  ],
  splitInvalid: [
    'block_split',
    TLSF,
    415,
    'block_size(remaining) >= block_size_min && "block split with invalid size"',
  ],
  absorbIntoLast: ['block_absorb', TLSF, 448, '!block_is_last(prev) && "previous block can\'t be last"'],
  mergePrevNull: ['block_merge_prev', TLSF, 468, 'prev && "prev physical block can\'t be null"'],
  mergePrevUsed: [
    'block_merge_prev',
    TLSF,
    469,
    'block_is_free(prev) && "prev block is not free though marked as such"',
  ],
  trimUsed: ['block_trim_free', TLSF, 496, 'block_is_free(block) && "block must be free"'],
  trimFree: ['block_trim_used', TLSF, 509, '!block_is_free(block) && "block must be used"'],
  locatedTooSmall: ['block_locate_free', TLSF, 566, 'block_size(block) >= size'],
  gapTooSmall: ['tlsf_memalign_offs', TLSF, 1094, 'gap >= gap_minimum && "gap size too small"'],
  doubleFree: ['tlsf_free', TLSF, 1120, '!block_is_free(block) && "block already marked as free"'],
  reallocFree: ['tlsf_realloc', TLSF, 1171, '!block_is_free(block) && "block already marked as free"'],
  fillMalloc: ['multi_heap_malloc', POISONING, 258, 'ret'],
  fillAligned: ['multi_heap_aligned_alloc_offs', POISONING, 229, 'ret'], // line not known
  headFree: ['multi_heap_free', POISONING, 276, 'head != NULL'],
  headRealloc: ['multi_heap_realloc', POISONING, 307, 'head != NULL'],
  headSize: ['multi_heap_get_allocated_size', POISONING, 352, 'head != NULL'],
  freeOutside: [
    'heap_caps_free',
    HEAP_CAPS,
    387,
    'heap != NULL && "free() target pointer is outside heap areas"',
  ],
  reallocOutside: [
    'heap_caps_realloc_base',
    HEAP_CAPS,
    415, // line not known
    'heap != NULL && "realloc() pointer is outside heap areas"',
  ],
  sizeOutside: ['heap_caps_get_allocated_size', HEAP_CAPS, 652, 'heap'], // line not known
} as const satisfies Record<string, readonly [string, string, number, string]>;

/** Name of an assertion in the table. */
export type HeapAssertName = keyof typeof ASSERTS;

/** The error for a failed assertion. Kept apart from the hot code, which only tests. */
export function assertionFailed(name: HeapAssertName): HeapAssertError {
  const [functionName, file, line, expression] = ASSERTS[name];
  return new HeapAssertError('assert', functionName, file, line, expression);
}
