/**
 * The heap functions that a guest may call, as data: what they do, and which of IDF's own frames stand between the
 * caller and the trace recorder. Sources: facts/heap §3.4, §6.5; newlib's heap.c and FreeRTOS' heap_idf.c of ESP-IDF.
 */

/** What a heap function does with its arguments. */
export type OperationKind = 'malloc' | 'calloc' | 'realloc' | 'free' | 'aligned' | 'aligned-calloc';

/** Where the capabilities of a request come from. */
export type OperationCaps =
  /** The last argument. */
  | 'argument'
  /** `malloc`'s: DEFAULT, with the PSRAM limit. */
  | 'default'
  /** A list: `num` and so many arguments after the size. */
  | 'prefer'
  /** Fixed bits. */
  | number;

/** One heap function. */
export interface HeapOperation {
  readonly kind: OperationKind;
  readonly caps: OperationCaps;
  /** A function of the C library: its own few cycles are paid as well. */
  readonly cLibrary?: true;
  /** Argument that newlib's reentrant forms have in front: 1, else 0. */
  readonly skip?: 1;
  /**
   * Functions between caller and recorder where undefined references are wrapped (v5.1.4 and older), innermost first;
   * undefined = not recorded there.
   */
  readonly wrap?: readonly string[];
  /** The same where the base functions are wrapped (v5.1.5, v5.2.3, v5.3 and later). */
  readonly base: readonly string[];
}

const INTERNAL_8BIT = 0x804;
const DEFAULT_MALLOC = 'heap_caps_malloc_default';
const DEFAULT_REALLOC = 'heap_caps_realloc_default';
const ALIGNED = 'heap_caps_aligned_alloc';

/** All heap functions by name. */
export const HEAP_OPERATIONS: Readonly<Record<string, HeapOperation>> = {
  malloc: { kind: 'malloc', caps: 'default', cLibrary: true, wrap: [], base: [DEFAULT_MALLOC, 'malloc'] },
  calloc: { kind: 'calloc', caps: 'default', cLibrary: true, wrap: [], base: [DEFAULT_MALLOC, 'calloc'] },
  realloc: { kind: 'realloc', caps: 'default', cLibrary: true, wrap: [], base: [DEFAULT_REALLOC, 'realloc'] },
  free: { kind: 'free', caps: 0, cLibrary: true, wrap: [], base: ['free'] },
  cfree: { kind: 'free', caps: 0, cLibrary: true, wrap: [], base: ['cfree'] },
  _malloc_r: {
    kind: 'malloc',
    caps: 'default',
    skip: 1,
    wrap: ['_malloc_r'],
    base: [DEFAULT_MALLOC, '_malloc_r'],
  },
  _calloc_r: {
    kind: 'calloc',
    caps: 'default',
    skip: 1,
    wrap: ['_calloc_r'],
    base: [DEFAULT_MALLOC, '_calloc_r'],
  },
  _realloc_r: {
    kind: 'realloc',
    caps: 'default',
    cLibrary: true,
    skip: 1,
    wrap: ['_realloc_r'],
    base: [DEFAULT_REALLOC, '_realloc_r'],
  },
  _free_r: { kind: 'free', caps: 0, cLibrary: true, skip: 1, wrap: ['_free_r'], base: ['_free_r'] },
  heap_caps_malloc: { kind: 'malloc', caps: 'argument', wrap: [], base: ['heap_caps_malloc'] },
  heap_caps_calloc: { kind: 'calloc', caps: 'argument', base: ['heap_caps_calloc_base', 'heap_caps_calloc'] },
  heap_caps_realloc: { kind: 'realloc', caps: 'argument', wrap: [], base: ['heap_caps_realloc'] },
  heap_caps_free: { kind: 'free', caps: 0, wrap: [], base: [] },
  heap_caps_malloc_default: { kind: 'malloc', caps: 'default', wrap: [], base: [DEFAULT_MALLOC] },
  heap_caps_realloc_default: { kind: 'realloc', caps: 'default', wrap: [], base: [DEFAULT_REALLOC] },
  heap_caps_malloc_prefer: { kind: 'malloc', caps: 'prefer', base: ['heap_caps_malloc_prefer'] },
  heap_caps_calloc_prefer: {
    kind: 'calloc',
    caps: 'prefer',
    base: ['heap_caps_calloc_base', 'heap_caps_calloc_prefer'],
  },
  heap_caps_realloc_prefer: { kind: 'realloc', caps: 'prefer', base: ['heap_caps_realloc_prefer'] },
  heap_caps_aligned_alloc: { kind: 'aligned', caps: 'argument', base: [ALIGNED] },
  heap_caps_aligned_calloc: {
    kind: 'aligned-calloc',
    caps: 'argument',
    base: [ALIGNED, 'heap_caps_aligned_calloc'],
  },
  heap_caps_aligned_free: { kind: 'free', caps: 0, base: ['heap_caps_aligned_free'] },
  memalign: { kind: 'aligned', caps: 'default', cLibrary: true, base: [ALIGNED, 'memalign'] },
  _memalign_r: { kind: 'aligned', caps: 'default', cLibrary: true, skip: 1, base: [ALIGNED, '_memalign_r'] },
  aligned_alloc: { kind: 'aligned', caps: 'default', cLibrary: true, base: [ALIGNED, 'aligned_alloc'] },
  pvPortMalloc: {
    kind: 'malloc',
    caps: INTERNAL_8BIT,
    wrap: ['pvPortMalloc'],
    base: ['heap_caps_malloc', 'pvPortMalloc'],
  },
  vPortFree: { kind: 'free', caps: 0, wrap: ['vPortFree'], base: ['vPortFree'] },
};

/** Functions of IDF that only appear as frames. */
export const FRAME_FUNCTIONS = ['heap_caps_calloc_base'] as const;
