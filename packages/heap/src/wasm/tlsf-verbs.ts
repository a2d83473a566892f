/**
 * TLSF's verbs as WebAssembly: code that writes code, for the hot path. Each does to the bytes what its namesake in `tlsf.ts`
 * does; `tlsf-code.test.ts` holds the two together.
 *
 * Ugly for speed, by measurement (docs/decisions): a block's size word stays in a local and is written once, where `tlsf.ts`
 * reads and writes memory for each flag; the control structure's fields are unpacked once per operation. Blocks are host
 * offsets (guest address - base) in locals, words in memory hold guest addresses. What lies outside the memory traps.
 *
 * @packageDocumentation
 */
import { BLOCK_HEADER_SIZE, BLOCK_OVERHEAD, BLOCK_SIZE_MIN } from '../tlsf-reader.js';
import { PATH } from '../tlsf.js';
import {
  add,
  and,
  block,
  branchIf,
  call,
  clz,
  ctz,
  eq,
  eqz,
  FunctionBuilder,
  geS,
  geU,
  get,
  getGlobal,
  give,
  i32,
  labelled,
  load,
  ltU,
  ne,
  or,
  select,
  set,
  setGlobal,
  shl,
  shrU,
  store,
  sub,
  tee,
  unreachable,
  when,
  xor,
  type Expression,
  type Label,
  type Local,
  type Statement,
} from './emitter.js';

/** Numbers under which a failed assertion is reported to the importing side. */
export const WASM_ASSERTS = [
  'nextOfLast',
  'secondLevelNull',
  'prevFreeNull',
  'nextFreeNull',
  'listHeadNull',
  'insertUnaligned',
  'absorbIntoLast',
  'mergePrevNull',
  'mergePrevUsed',
  'trimUsed',
  'trimFree',
  'locatedTooSmall',
  'gapTooSmall',
  'doubleFree',
  'reallocFree',
] as const;
type WasmAssert = (typeof WASM_ASSERTS)[number];

const FLAGS = 3;
const bit = (n: Expression): Expression => shl(i32(1), n);
const not = (n: Expression): Expression => xor(n, i32(-1));
/** floor(log2 n). */
export const fls = (n: Expression): Expression => sub(i32(31), clz(n));
/** Payload bytes in a size word. */
export const payload = (word: Local): Expression => and(get(word), i32(~FLAGS));

/** A function with the pool's control structure at hand, and the verbs on it. */
export class HeapFunction extends FunctionBuilder {
  /** Guest address of the control structure and its host offset. */
  readonly controlAddress = this.local();
  readonly control = this.local();
  private readonly config = this.local();
  private readonly failures = new Map<WasmAssert, Label>();
  private readonly fl = this.local();
  private readonly sl = this.local();
  private readonly list = this.local();
  private readonly row = this.local();
  private readonly prev = this.local();
  private readonly following = this.local();
  private readonly next = this.local();
  private readonly nextWord = this.local();
  private readonly size = this.local();

  constructor(
    parameters: number,
    hasResult: boolean,
    private readonly base: number,
    private readonly assertIndex: number,
    private readonly pathGlobal: number,
    private readonly fillAbsorbed: boolean,
  ) {
    super(parameters, hasResult);
  }

  /** Host offset of a guest address, and back. */
  offset(address: Expression): Expression {
    return sub(address, i32(this.base));
  }

  address(offset: Expression): Expression {
    return add(offset, i32(this.base));
  }

  /** Unpacks the control structure of a multi_heap header. */
  open(heap: Local): Statement {
    const { control, config } = this;
    return block(
      set(this.controlAddress, load(get(heap), 16)),
      set(control, this.offset(get(this.controlAddress))),
      set(config, load(get(control), 16)),
    );
  }

  private get small(): Expression {
    return and(shrU(get(this.config), i32(23)), i32(0xff));
  }

  private get log2(): Expression {
    return and(shrU(get(this.config), i32(20)), i32(7));
  }

  /** Notes the way that an operation took. */
  mark(bits: number): Statement {
    return setGlobal(this.pathGlobal, or(getGlobal(this.pathGlobal), i32(bits)));
  }

  /** Goes to code at the function's end when an assertion fails. */
  assert(failing: Expression, name: WasmAssert): Statement {
    let label = this.failures.get(name);
    if (label === undefined) this.failures.set(name, (label = { name }));
    return branchIf(label, failing);
  }

  /** Ends the function, all of whose ways have returned: behind it stands the code of failed assertions. */
  finish(): void {
    for (const [name, label] of this.failures) {
      const report = [...call(this.assertIndex, i32(WASM_ASSERTS.indexOf(name))), ...unreachable];
      this.wrap((code) => [...labelled(label, code), ...report]);
    }
  }

  /** `fl`, `sl` = list for blocks of `size`. */
  private mapping(size: Expression): Statement {
    const { fl, sl, log2 } = this;
    return block(
      set(sl, size),
      when(
        ltU(get(sl), this.small),
        block(set(fl, i32(0)), set(sl, shrU(get(sl), i32(2)))),
        block(
          set(fl, fls(get(sl))),
          set(sl, xor(shrU(get(sl), sub(get(fl), log2)), bit(log2))),
          set(fl, add(sub(get(fl), and(shrU(get(this.config), i32(5)), i32(7))), i32(1))),
        ),
      ),
    );
  }

  /** `list` = host offset of `blocks[fl][sl]`. */
  private findList(): Statement {
    return set(
      this.list,
      add(
        this.offset(load(get(this.control), 32)),
        shl(add(shl(get(this.fl), this.log2), get(this.sl)), i32(2)),
      ),
    );
  }

  /** `row` = host offset of `sl_bitmap[fl]`. */
  private findRow(): Statement {
    return set(this.row, add(this.offset(load(get(this.control), 28)), shl(get(this.fl), i32(2))));
  }

  /** First half of `remove_free_block`: closes the list behind `b`; `following` = its next_free. */
  private unlink(b: Local): Statement {
    const { prev, following } = this;
    return block(
      set(prev, load(get(b), 12)),
      set(following, load(get(b), 8)),
      this.assert(eqz(get(prev)), 'prevFreeNull'),
      this.assert(eqz(get(following)), 'nextFreeNull'),
      store(this.offset(get(following)), 12, get(prev)),
      store(this.offset(get(prev)), 8, get(following)),
    );
  }

  /** Second half: the head of the list becomes `following`. */
  private setHead(): Statement {
    const { list, following, row, prev: bits, control } = this;
    return block(
      store(get(list), 0, get(following)),
      when(
        eq(get(following), get(this.controlAddress)),
        block(
          this.mark(PATH.LIST_EMPTIED),
          this.findRow(),
          store(get(row), 0, tee(bits, and(load(get(row)), not(bit(get(this.sl)))))),
          when(eqz(get(bits)), store(get(control), 24, and(load(get(control), 24), not(bit(get(this.fl)))))),
        ),
      ),
    );
  }

  /** `block_remove` of a block with a known payload. */
  remove(b: Local, size: Expression): Statement {
    return block(
      this.mapping(size),
      this.findList(),
      this.unlink(b),
      when(eq(load(get(this.list)), this.address(get(b))), this.setHead()),
    );
  }

  /** `block_insert` of a block with a known payload. */
  insert(b: Local, size: Expression): Statement {
    const { list, row, control, following } = this;
    return block(
      this.mapping(size),
      this.findList(),
      this.findRow(),
      set(following, load(get(list))),
      this.assert(eqz(get(following)), 'listHeadNull'),
      store(get(b), 8, get(following)),
      store(get(b), 12, get(this.controlAddress)),
      store(this.offset(get(following)), 12, this.address(get(b))),
      this.assert(and(get(b), i32(3)), 'insertUnaligned'),
      store(get(list), 0, this.address(get(b))),
      store(get(control), 24, or(load(get(control), 24), bit(get(this.fl)))),
      store(get(row), 0, or(load(get(row)), bit(get(this.sl)))),
    );
  }

  /** `next` = block behind `b`, whose payload is `size`. */
  private findNext(b: Local, size: Expression): Statement {
    return set(this.next, add(add(get(b), i32(4)), size));
  }

  /** The bytes of an absorbed header under comprehensive poisoning. */
  private fill(b: Local): Statement {
    return this.fillAbsorbed
      ? block(...[0, 4, 8, 12].map((plus) => store(get(b), plus, i32(0xfefefefe))))
      : [];
  }

  /**
   * `block_merge_next`: where the block behind `b` is free, `b` takes it in. `next`, `nextWord` are that block's; `word` is
   * the size word of `b`, written here if it changes.
   */
  private mergeNext(b: Local, word: Local): Statement {
    const { next, nextWord } = this;
    return when(
      and(get(nextWord), i32(1)),
      block(
        this.mark(PATH.MERGE_NEXT),
        this.remove(next, payload(nextWord)),
        this.assert(eqz(payload(word)), 'absorbIntoLast'),
        store(get(b), 4, tee(word, add(add(get(word), payload(nextWord)), i32(BLOCK_OVERHEAD)))),
        set(this.size, get(next)),
        this.findNext(b, payload(word)),
        store(get(next), 0, this.address(get(b))),
        this.fill(this.size),
      ),
    );
  }

  /** `block_merge_prev` of `b`, which has just been marked free; `previous` and `previousWord` are scratch. */
  private mergePrevious(b: Local, word: Local, previous: Local, previousWord: Local): Statement {
    const { next, nextWord } = this;
    return when(
      and(get(word), i32(2)),
      block(
        set(previous, load(get(b))),
        this.assert(eqz(get(previous)), 'mergePrevNull'),
        set(previous, this.offset(get(previous))),
        set(previousWord, load(get(previous), 4)),
        this.assert(eqz(and(get(previousWord), i32(1))), 'mergePrevUsed'),
        this.mark(PATH.MERGE_PREVIOUS),
        this.remove(previous, payload(previousWord)),
        this.assert(eqz(payload(previousWord)), 'absorbIntoLast'),
        set(word, add(add(get(previousWord), payload(word)), i32(BLOCK_OVERHEAD))),
        store(get(previous), 4, get(word)),
        this.findNext(previous, payload(word)),
        store(get(next), 0, this.address(get(previous))),
        this.fill(b),
        set(nextWord, load(get(next), 4)),
        set(b, get(previous)),
      ),
    );
  }

  /** `tlsf_free` of block `b` with size word `word`. */
  release(b: Local, word: Local, previous: Local, previousWord: Local): Statement {
    const { next, nextWord } = this;
    return block(
      this.assert(and(get(word), i32(1)), 'doubleFree'),
      this.assert(eqz(payload(word)), 'nextOfLast'),
      this.findNext(b, payload(word)),
      store(get(next), 0, this.address(get(b))),
      store(get(next), 4, tee(nextWord, or(load(get(next), 4), i32(2)))),
      store(get(b), 4, tee(word, or(get(word), i32(1)))),
      this.mergePrevious(b, word, previous, previousWord),
      this.mergeNext(b, word),
      this.insert(b, payload(word)),
    );
  }

  /**
   * `block_prepare_used` of a free block `b` with size word `word`: cuts off what is not needed, marks it used. `rest` is
   * scratch; afterwards `word` is the size word of `b`.
   */
  prepareUsed(b: Local, word: Local, size: Local, rest: Local): Statement {
    const { next } = this;
    const spare = this.size;
    return block(
      this.assert(eqz(and(get(word), i32(1))), 'trimUsed'),
      when(
        geU(payload(word), add(get(size), i32(BLOCK_HEADER_SIZE))),
        block(
          this.mark(PATH.SPLIT),
          set(rest, add(add(get(b), i32(4)), get(size))),
          set(spare, sub(sub(payload(word), get(size)), i32(BLOCK_OVERHEAD))),
          // free, and the block before it in use
          store(get(rest), 4, or(get(spare), i32(1))),
          store(get(b), 4, tee(word, or(get(size), and(get(word), i32(2))))),
          this.findNext(rest, get(spare)),
          store(get(next), 0, this.address(get(rest))),
          store(get(next), 4, or(load(get(next), 4), i32(2))),
          store(get(rest), 0, this.address(get(b))),
          this.insert(rest, get(spare)),
        ),
        block(
          this.findNext(b, payload(word)),
          store(get(next), 4, and(load(get(next), 4), i32(~2))),
          store(get(b), 4, tee(word, and(get(word), i32(~1)))),
        ),
      ),
    );
  }

  /** In-place part of `tlsf_realloc`: takes in the free block behind (`grows`), then `block_trim_used`. */
  resize(
    b: Local,
    word: Local,
    size: Local,
    grows: Expression,
    next: Local,
    nextWord: Local,
    rest: Local,
  ): Statement {
    return block(
      when(
        grows,
        block(
          set(this.next, get(next)),
          set(this.nextWord, get(nextWord)),
          this.mergeNext(b, word),
          store(get(this.next), 4, and(load(get(this.next), 4), i32(~2))),
          store(get(b), 4, tee(word, and(get(word), i32(~1)))),
        ),
      ),
      this.assert(and(get(word), i32(1)), 'trimFree'),
      when(
        geU(payload(word), add(get(size), i32(BLOCK_HEADER_SIZE))),
        block(
          this.mark(PATH.SPLIT),
          set(rest, add(add(get(b), i32(4)), get(size))),
          set(nextWord, or(sub(sub(payload(word), get(size)), i32(BLOCK_OVERHEAD)), i32(1))),
          store(get(rest), 4, get(nextWord)),
          store(get(b), 4, tee(word, or(get(size), and(get(word), i32(2))))),
          this.findNext(rest, payload(nextWord)),
          store(get(this.next), 0, this.address(get(rest))),
          store(get(this.next), 4, tee(this.nextWord, or(load(get(this.next), 4), i32(2)))),
          this.mergeNext(rest, nextWord),
          this.insert(rest, payload(nextWord)),
        ),
      ),
    );
  }

  /** `block_trim_free_leading`: the first `gap` - 4 bytes become a free block, `b` and `word` the block behind it. */
  trimFreeLeading(b: Local, word: Local, gap: Local, rest: Local): Statement {
    const { next } = this;
    const cut = this.size;
    return when(
      geU(payload(word), add(get(gap), i32(BLOCK_HEADER_SIZE))),
      block(
        this.mark(PATH.SPLIT),
        set(cut, sub(get(gap), i32(BLOCK_OVERHEAD))),
        set(rest, add(add(get(b), i32(4)), get(cut))),
        store(get(b), 4, or(get(cut), and(get(word), i32(FLAGS)))),
        set(word, or(sub(sub(payload(word), get(cut)), i32(BLOCK_OVERHEAD)), i32(FLAGS))),
        store(get(rest), 4, get(word)),
        this.findNext(rest, payload(word)),
        store(get(next), 0, this.address(get(rest))),
        store(get(next), 4, or(load(get(next), 4), i32(2))),
        store(get(rest), 0, this.address(get(b))),
        this.insert(b, get(cut)),
        set(b, get(rest)),
      ),
    );
  }

  /** `adjust_request_size`: `into` = 0 where it cannot be had. */
  adjustRequest(into: Local, size: Expression, align: Expression): Statement {
    const max = bit(and(shrU(get(this.config), i32(8)), i32(0x3f)));
    const aligned = and(add(size, sub(align, i32(1))), sub(i32(0), align));
    return block(
      set(into, size),
      when(
        get(into),
        block(
          set(into, aligned),
          set(
            into,
            select(
              ltU(get(into), i32(BLOCK_SIZE_MIN)),
              i32(BLOCK_SIZE_MIN),
              select(geU(get(into), max), i32(0), get(into)),
            ),
          ),
        ),
      ),
    );
  }

  /**
   * `block_locate_free`: `b` and `word` = a free block that fits and its size word, taken from its list. Where there is none,
   * the function returns 0.
   */
  locateFree(b: Local, word: Local, size: Local): Statement {
    const { fl, sl, row, control, prev: wanted, following: bits, log2 } = this;
    const fail = block(this.mark(PATH.FAIL), give(i32(0)));
    const search = block(
      set(this.size, get(size)),
      when(
        geU(get(size), this.small),
        block(
          set(this.size, sub(add(get(size), bit(sub(fls(get(size)), log2))), i32(1))),
          this.mark(PATH.LARGE),
        ),
      ),
      this.mapping(get(this.size)),
    );
    const higherRow = block(
      set(bits, and(load(get(control), 24), shl(i32(-1), add(get(fl), i32(1))))),
      when(eqz(get(bits)), fail),
      set(fl, ctz(get(bits))),
      this.findRow(),
      set(bits, load(get(row))),
      this.assert(eqz(get(bits)), 'secondLevelNull'),
      this.mark(PATH.HIGHER_FIRST),
      set(wanted, ctz(get(bits))),
    );
    return block(
      when(eqz(get(size)), fail),
      search,
      when(geS(get(fl), and(get(this.config), i32(0x1f))), fail),
      this.findRow(),
      set(wanted, get(sl)),
      set(bits, and(load(get(row)), shl(i32(-1), get(wanted)))),
      when(eqz(get(bits)), higherRow),
      set(sl, ctz(get(bits))),
      when(ne(get(sl), get(wanted)), this.mark(PATH.HIGHER_SECOND)),
      this.findList(),
      set(b, load(get(this.list))),
      when(eqz(get(b)), give(i32(0))),
      set(b, this.offset(get(b))),
      set(word, load(get(b), 4)),
      this.assert(ltU(payload(word), get(size)), 'locatedTooSmall'),
      this.unlink(b),
      this.setHead(),
    );
  }

  /** Accounts for a free counter that became `free`. */
  setFreeBytes(heap: Local, free: Local): Statement {
    return block(
      store(get(heap), 4, get(free)),
      when(ltU(get(free), load(get(heap), 8)), store(get(heap), 8, get(free))),
    );
  }
}
