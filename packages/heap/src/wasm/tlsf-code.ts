/**
 * The module with multi_heap's malloc, free, realloc and aligned alloc; its verbs are in `tlsf-verbs.ts`.
 *
 * @packageDocumentation
 */
import { BLOCK_HEADER_SIZE, BLOCK_OVERHEAD } from '../tlsf-reader.js';
import { MALLOC_PATH_BITS, PATH } from '../tlsf.js';
import {
  add,
  and,
  block,
  call,
  copyMemory,
  eqz,
  FunctionBuilder,
  geU,
  get,
  getGlobal,
  give,
  gtU,
  i32,
  leave,
  load,
  ltU,
  ModuleBuilder,
  ne,
  or,
  select,
  set,
  setGlobal,
  shl,
  store,
  sub,
  unreachable,
  when,
  type Expression,
  type Local,
  type Statement,
} from './emitter.js';
import { HeapFunction, payload } from './tlsf-verbs.js';

/** What all functions of the module share. */
interface Context {
  readonly module: ModuleBuilder;
  readonly path: number;
  readonly copied: number;
  readonly outside: number;
  readonly begin: (parameters: number, hasResult: boolean) => HeapFunction;
}

/**
 * Bytes of the module for a window at `base`. Exports the functions of `MultiHeapImpl`: `malloc(heap, size)`,
 * `mallocOnPath(heap, size)`, `free(heap, address)`, `realloc(heap, address, size)`, `alignedAlloc(heap, size, alignment,
 * offset)` (as `multi_heap_*_impl`, zeros refused by the caller), `path()`, `copied()`. Imports `env.memory`,
 * `env.assert(n)`, `env.outside(address)`; both functions throw.
 *
 * @param fillAbsorbed comprehensive poisoning: headers of absorbed blocks are filled with 0xFE
 */
export function heapModule(base: number, fillAbsorbed: boolean): Uint8Array {
  const module = new ModuleBuilder();
  const assert = module.importFunction('assert', 1);
  const outside = module.importFunction('outside', 1);
  const path = module.global();
  const copied = module.global();
  const begin = (parameters: number, hasResult: boolean): HeapFunction =>
    new HeapFunction(parameters, hasResult, base, assert, path, fillAbsorbed);
  const context: Context = { module, outside, path, copied, begin };
  defineMalloc(context, 'malloc');
  defineMalloc(context, 'mallocOnPath');
  defineFree(context);
  defineRealloc(context, defineMalloc(context, undefined), defineRelease(context));
  defineAlignedAlloc(context);
  for (const name of ['path', 'copied'] as const) {
    const reader = new FunctionBuilder(0, true);
    reader.emit(give(getGlobal(context[name])));
    module.define(reader, name);
  }
  return module.bytes();
}

/** malloc, with the heap's accounting (exported) or without (inside realloc). */
function defineMalloc({ module, path, begin }: Context, name: 'malloc' | 'mallocOnPath' | undefined): number {
  const fn = begin(2, true);
  const [heap, size] = [fn.parameter(0), fn.parameter(1)];
  const [b, word, rest, adjusted] = [fn.local(), fn.local(), fn.local(), fn.local()];
  fn.emit(
    set(heap, fn.offset(get(heap))),
    fn.open(heap),
    setGlobal(path, i32(0)),
    fn.adjustRequest(adjusted, get(size), i32(4)),
    fn.locateFree(b, word, adjusted),
    fn.prepareUsed(b, word, adjusted, rest),
    name === undefined ? [] : account(fn, heap, word, rest),
    give(
      name === 'mallocOnPath'
        ? or(shl(add(get(b), i32(8)), i32(MALLOC_PATH_BITS - 2)), getGlobal(path))
        : fn.address(add(get(b), i32(8))),
    ),
  );
  fn.finish();
  return module.define(fn, name);
}

/** A block with this size word left the free bytes. */
function account(fn: HeapFunction, heap: Local, word: Local, scratch: Local): Statement {
  return block(
    set(scratch, sub(sub(load(get(heap), 4), payload(word)), i32(BLOCK_OVERHEAD))),
    fn.setFreeBytes(heap, scratch),
  );
}

/** `tlsf_free` of a block, for realloc. */
function defineRelease({ module, path, begin }: Context): number {
  const fn = begin(2, false);
  const [heap, b] = [fn.parameter(0), fn.parameter(1)];
  const [word, previous, previousWord] = [fn.local(), fn.local(), fn.local()];
  fn.emit(
    fn.open(heap),
    setGlobal(path, i32(0)),
    set(word, load(get(b), 4)),
    fn.release(b, word, previous, previousWord),
    leave,
  );
  fn.finish();
  return module.define(fn);
}

function defineFree({ module, path, outside, begin }: Context): void {
  const fn = begin(2, true);
  const [heap, address] = [fn.parameter(0), fn.parameter(1)];
  const [b, word, previous, previousWord] = [fn.local(), fn.local(), fn.local(), fn.local()];
  fn.emit(
    set(heap, fn.offset(get(heap))),
    fn.open(heap),
    assertInside(fn, heap, address, outside),
    set(b, fn.offset(sub(get(address), i32(8)))),
    set(word, load(get(b), 4)),
    store(get(heap), 4, add(add(load(get(heap), 4), payload(word)), i32(BLOCK_OVERHEAD))),
    setGlobal(path, i32(PATH.FREE)),
    fn.release(b, word, previous, previousWord),
    give(getGlobal(path)),
  );
  fn.finish();
  module.define(fn, 'free');
}

function defineRealloc(context: Context, malloc: number, release: number): void {
  const { module, path, copied, outside, begin } = context;
  const fn = begin(3, true);
  const [heap, address, size] = [fn.parameter(0), fn.parameter(1), fn.parameter(2)];
  const [b, word, next, nextWord] = [fn.local(), fn.local(), fn.local(), fn.local()];
  const [adjusted, moved, before, scratch] = [fn.local(), fn.local(), fn.local(), fn.local()];
  const pathSoFar = fn.local();
  const grows = gtU(get(adjusted), get(before));
  const noRoom = or(
    eqz(and(get(nextWord), i32(1))),
    gtU(get(adjusted), add(add(get(before), payload(nextWord)), i32(BLOCK_OVERHEAD))),
  );
  const move = block(
    set(moved, call(malloc, fn.address(get(heap)), get(size))),
    fn.mark(PATH.REALLOC),
    when(eqz(get(moved)), give(i32(0))),
    set(scratch, select(ltU(get(before), get(size)), get(before), get(size))),
    copyMemory(fn.offset(get(moved)), fn.offset(get(address)), get(scratch)),
    setGlobal(copied, get(scratch)),
    set(pathSoFar, getGlobal(path)),
    call(release, get(heap), get(b)),
    setGlobal(path, or(or(get(pathSoFar), getGlobal(path)), i32(PATH.MOVED))),
    set(word, load(fn.offset(sub(get(moved), i32(8))), 4)),
  );
  const inPlace = block(
    fn.resize(b, word, adjusted, grows, next, nextWord, scratch),
    set(moved, get(address)),
    fn.mark(PATH.IN_PLACE),
  );
  fn.emit(
    set(heap, fn.offset(get(heap))),
    fn.open(heap),
    assertInside(fn, heap, address, outside),
    set(b, fn.offset(sub(get(address), i32(8)))),
    set(word, load(get(b), 4)),
    set(before, payload(word)),
    fn.assert(eqz(get(before)), 'nextOfLast'),
    set(next, add(add(get(b), i32(4)), get(before))),
    set(nextWord, load(get(next), 4)),
    setGlobal(path, i32(PATH.REALLOC)),
    fn.adjustRequest(adjusted, get(size), i32(4)),
    when(eqz(get(adjusted)), block(fn.mark(PATH.FAIL), give(i32(0)))),
    fn.assert(and(get(word), i32(1)), 'reallocFree'),
    when(grows, when(noRoom, move, inPlace), inPlace),
    set(scratch, sub(add(load(get(heap), 4), get(before)), payload(word))),
    fn.setFreeBytes(heap, scratch),
    give(get(moved)),
  );
  fn.finish();
  module.define(fn, 'realloc');
}

function defineAlignedAlloc({ module, path, begin }: Context): void {
  const fn = begin(4, true);
  const [heap, size, align, offset] = [fn.parameter(0), fn.parameter(1), fn.parameter(2), fn.parameter(3)];
  const [b, word, rest, adjusted, withGap] = [fn.local(), fn.local(), fn.local(), fn.local(), fn.local()];
  const [pointer, target, gap, gapMinimum] = [fn.local(), fn.local(), fn.local(), fn.local()];
  const roundUp = (value: Expression): Expression =>
    and(add(value, sub(get(align), i32(1))), sub(i32(0), get(align)));
  const large = gtU(get(align), i32(4));
  const awkwardGap = or(
    and(ne(get(gap), i32(0)), ltU(get(gap), get(gapMinimum))),
    and(and(eqz(get(gap)), ne(get(offset), i32(0))), large),
  );
  fn.emit(
    set(heap, fn.offset(get(heap))),
    fn.open(heap),
    setGlobal(path, i32(PATH.ALIGNED)),
    fn.adjustRequest(adjusted, get(size), i32(4)),
    set(offset, and(add(get(offset), i32(3)), i32(~3))),
    set(gapMinimum, add(get(offset), i32(BLOCK_HEADER_SIZE))),
    set(rest, sub(add(add(get(adjusted), get(align)), get(gapMinimum)), get(offset))),
    fn.adjustRequest(withGap, get(rest), get(align)),
    set(withGap, select(and(ne(get(adjusted), i32(0)), large), get(withGap), get(adjusted))),
    fn.locateFree(b, word, withGap),
    set(pointer, fn.address(add(get(b), i32(8)))),
    set(target, roundUp(get(pointer))),
    set(gap, sub(get(target), get(pointer))),
    when(
      awkwardGap,
      block(
        set(rest, sub(get(gapMinimum), get(gap))),
        set(rest, select(gtU(get(rest), get(align)), get(rest), get(align))),
        set(gap, sub(roundUp(add(get(target), get(rest))), get(pointer))),
      ),
    ),
    when(
      get(gap),
      block(
        fn.assert(ltU(get(gap), get(gapMinimum)), 'gapTooSmall'),
        set(gap, sub(get(gap), get(offset))),
        fn.trimFreeLeading(b, word, gap, rest),
      ),
    ),
    fn.prepareUsed(b, word, adjusted, rest),
    account(fn, heap, word, rest),
    give(fn.address(add(get(b), i32(8)))),
  );
  fn.finish();
  module.define(fn, 'alignedAlloc');
}

/** `assert_valid_block`. */
function assertInside(fn: HeapFunction, heap: Local, address: Local, outside: number): Statement {
  const pool = fn.local();
  return block(
    set(pool, add(get(fn.controlAddress), load(get(fn.control), 20))),
    when(or(ltU(get(address), get(pool)), geU(sub(get(address), get(pool)), load(get(heap), 12))), [
      ...call(outside, get(address)),
      ...unreachable,
    ]),
  );
}
