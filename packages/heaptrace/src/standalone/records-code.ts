/**
 * The order of the recorder's list as WebAssembly, in a memory of its own: which record an address has, how many records are
 * older, which is the oldest. It answers what a walk over the list would find, without the walk; the price of a free is that
 * of the walk, so the number matters.
 *
 * Records get rising positions when they are appended. One that leaves from within the list leaves a hole, a bit for each
 * position. Records that leave at the list's beginning, as they do when it overflows, leave nothing. When the positions are
 * used up, the records are numbered anew.
 *
 * ```text
 * 0          buckets: the oldest record of those whose addresses fall into one, 0 = none
 * entries    of ENTRY_BYTES, one for each record of the buffer; a record is given by the offset of its entry
 * unused     the records that are in no list; the last one is the next to be taken
 * positions  the record of each position
 * holes      a bit of each position; a word more, for a mark behind the last position
 * ```
 *
 * Ugly for speed, by measurement (docs/decisions/0031): every allocation and free of a traced program comes through here.
 */
import {
  add,
  and,
  block,
  branchIf,
  call,
  eq,
  eqz,
  FunctionBuilder,
  get,
  getGlobal,
  give,
  gtU,
  i32,
  load,
  loop,
  ltU,
  ModuleBuilder,
  ne,
  or,
  popcnt,
  set,
  setGlobal,
  shl,
  shrU,
  store,
  sub,
  tee,
  when,
  type Expression,
  type Local,
  type Statement,
} from '@xtal/heap/wasm';

/** Offsets in a record's entry, in bytes. The first three are the fields of `heap_trace_record_t`. */
export const ENTRY = {
  ccount: 0,
  address: 4,
  size: 8,
  /** Offset of the bucket. */
  bucket: 12,
  /** The next younger record of the bucket, 0 = none. */
  younger: 16,
  /** Of the oldest record of a bucket: the youngest. */
  youngest: 20,
  /** -1 in a record that is in no list. */
  position: 24,
  /** Not 0 in a record that was freed and stays. */
  freed: 28,
} as const;
export const ENTRY_BYTES = 32;

/** Where things are in the memory, see the head of this file: offsets in bytes. */
export interface RecordsMemory {
  readonly buckets: number;
  readonly entries: number;
  readonly unused: number;
  readonly positions: number;
  readonly holes: number;
  /** Size of all. */
  readonly bytes: number;
}

/** The memory for so many records. */
export function recordsMemory(capacity: number): RecordsMemory {
  const buckets = 2 ** Math.max(12, Math.ceil(Math.log2(4 * capacity)));
  // positions are used up after eight records for each that the list can hold
  const count = Math.ceil(Math.max(1024, 8 * capacity) / 32) * 32;
  const entries = 4 * buckets;
  const unused = entries + ENTRY_BYTES * capacity;
  const positions = unused + 4 * capacity;
  const holes = positions + 4 * count;
  return { buckets, entries, unused, positions, holes, bytes: holes + count / 8 + 4 };
}

/** What the module exports. Records are offsets of entries, addresses are the guest's. */
export interface RecordsCode {
  /** All records are unused; the caller has zeroed the memory and filled `unused`. */
  begin(
    capacity: number,
    buckets: number,
    entries: number,
    unused: number,
    positions: number,
    holes: number,
    highWaterMark: number,
  ): void;
  /**
   * A record at the end of the list: twice its number in the buffer, plus 1 where the list was full and lost its oldest,
   * which became this one.
   */
  append(ccount: number, address: number, size: number): number;
  /** The oldest record of an address, 0 = none. */
  find(address: number): number;
  /** How many records of the list are older than one. */
  rank(record: number): number;
  /**
   * The oldest record of an address leaves the list, without address and size, for the unused ones. Gives its rank; -1 - n if
   * n records are there, of other addresses.
   */
  release(address: number): number;
  /** A free with records present is counted ({@link release} does it). */
  countFree(): void;
  /** Bounds of the positions in use. */
  start(): number;
  end(): number;
  /** The recorder's counters; `overflowed` is 0 or 1. */
  count(): number;
  highWaterMark(): number;
  overflowed(): number;
  allocations(): number;
  frees(): number;
}

/** Bytes of the module, which imports `env.memory` and exports {@link RecordsCode}. */
export function recordsModule(): Uint8Array {
  const module = new ModuleBuilder();
  const variables = {
    bucketMask: module.global(),
    entries: module.global(),
    unused: module.global(),
    positions: module.global(),
    holes: module.global(),
    limit: module.global(),
    /** Position of the list's first record; `end` when there is none. */
    start: module.global(),
    end: module.global(),
    count: module.global(),
    highWaterMark: module.global(),
    overflowed: module.global(),
    allocations: module.global(),
    frees: module.global(),
    /** The place behind the last of the unused records. */
    unusedEnd: module.global(),
    /** A position, and how many records of the list are before it: the next question is often about one nearby. */
    mark: module.global(),
    beforeMark: module.global(),
  };
  type Variable = keyof typeof variables;
  const read = (name: Variable): Expression => getGlobal(variables[name]);
  const write = (name: Variable, value: Expression): Statement => setGlobal(variables[name], value);
  const holeWord = (position: Expression): Expression =>
    add(read('holes'), shl(shrU(position, i32(5)), i32(2)));
  const bit = (position: Expression): Expression => shl(i32(1), position);
  const recordAt = (position: Expression): Expression => add(read('positions'), shl(position, i32(2)));
  const one = i32(1);
  const increment = (name: Variable): Statement => write(name, add(read(name), one));
  const decrement = (name: Variable): Statement => write(name, sub(read(name), one));

  const begin = (): FunctionBuilder => {
    const fn = new FunctionBuilder(7, false);
    const [capacity, buckets, entries, unused, positions, holes, highWaterMark] = [0, 1, 2, 3, 4, 5, 6].map(
      (i) => get(fn.parameter(i)),
    );
    const zero: Variable[] = [
      'start',
      'end',
      'mark',
      'beforeMark',
      'count',
      'overflowed',
      'allocations',
      'frees',
    ];
    fn.emit(
      write('bucketMask', shl(sub(buckets!, one), i32(2))),
      write('entries', entries!),
      write('unused', unused!),
      write('unusedEnd', add(unused!, shl(capacity!, i32(2)))),
      write('positions', positions!),
      write('holes', holes!),
      write('limit', shrU(sub(holes!, positions!), i32(2))),
      write('highWaterMark', highWaterMark!),
      ...zero.map((name) => write(name, i32(0))),
    );
    return fn;
  };

  /** Sets `start` to the first position from it on that is no hole. */
  const skipHoles = (): Statement => {
    const again = { name: 'holes at the beginning' };
    return loop(
      again,
      when(
        ltU(read('start'), read('end')),
        when(
          and(load(holeWord(read('start'))), bit(read('start'))),
          block(increment('start'), branchIf(again, one)),
        ),
      ),
    );
  };

  /** Takes a record out of its bucket. */
  const forget = (fn: FunctionBuilder, record: Local): Statement => {
    const [bucket, next, oldest, before] = [fn.local(), fn.local(), fn.local(), fn.local()];
    const again = { name: 'before' };
    return block(
      set(bucket, load(get(record), ENTRY.bucket)),
      set(next, load(get(record), ENTRY.younger)),
      when(
        eq(tee(oldest, load(get(bucket))), get(record)),
        block(
          store(get(bucket), 0, get(next)),
          when(get(next), store(get(next), ENTRY.youngest, load(get(record), ENTRY.youngest))),
        ),
        block(
          set(before, get(oldest)),
          loop(
            again,
            when(
              ne(load(get(before), ENTRY.younger), get(record)),
              block(set(before, load(get(before), ENTRY.younger)), branchIf(again, one)),
            ),
          ),
          store(get(before), ENTRY.younger, get(next)),
          when(eqz(get(next)), store(get(oldest), ENTRY.youngest, get(before))),
        ),
      ),
    );
  };

  /** Takes a record out of the list. */
  const leaveList = (fn: FunctionBuilder, record: Local): Statement => {
    const position = fn.local();
    const beforeTheMark = ltU(get(position), read('mark'));
    const oneLess = decrement('beforeMark');
    return block(
      set(position, load(get(record), ENTRY.position)),
      when(
        eq(get(position), read('start')),
        block(
          write('start', add(get(position), one)),
          skipHoles(),
          when(
            beforeTheMark,
            oneLess,
            block(write('mark', add(get(position), one)), write('beforeMark', i32(0))),
          ),
        ),
        block(
          store(holeWord(get(position)), 0, or(load(holeWord(get(position))), bit(get(position)))),
          when(beforeTheMark, oneLess),
        ),
      ),
      forget(fn, record),
    );
  };

  /** `record` leaves the list, for the unused ones. */
  const discard = (fn: FunctionBuilder, record: Local): Statement =>
    block(
      leaveList(fn, record),
      store(get(record), ENTRY.position, i32(-1)),
      store(get(record), ENTRY.address, i32(0)),
      store(get(record), ENTRY.size, i32(0)),
      store(read('unusedEnd'), 0, get(record)),
      write('unusedEnd', add(read('unusedEnd'), i32(4))),
      decrement('count'),
    );

  /** Positions from 0 on, in the same order and without holes. */
  const renumber = (): FunctionBuilder => {
    const fn = new FunctionBuilder(0, false);
    const [from, to, record] = [fn.local(), fn.local(), fn.local()];
    const nextRecord = { name: 'next record' };
    const nextWord = { name: 'next word of holes' };
    fn.emit(
      set(from, read('start')),
      set(to, i32(0)),
      loop(
        nextRecord,
        when(
          ltU(get(from), read('end')),
          block(
            when(
              eqz(and(load(holeWord(get(from))), bit(get(from)))),
              block(
                store(recordAt(get(to)), 0, tee(record, load(recordAt(get(from))))),
                store(get(record), ENTRY.position, get(to)),
                set(to, add(get(to), one)),
              ),
            ),
            set(from, add(get(from), one)),
            branchIf(nextRecord, one),
          ),
        ),
      ),
      write('end', get(to)),
      ...(['start', 'mark', 'beforeMark'] as const).map((name) => write(name, i32(0))),
      set(from, i32(0)),
      loop(
        nextWord,
        block(
          store(holeWord(get(from)), 0, i32(0)),
          branchIf(nextWord, ltU(tee(from, add(get(from), i32(32))), read('limit'))),
        ),
      ),
    );
    return fn;
  };
  const renumberIndex = module.define(renumber());

  /** Offset of an address's bucket: blocks are at least 16 bytes apart. */
  const bucketOf = (address: Local): Expression => and(shrU(get(address), i32(2)), read('bucketMask'));

  /** `record` = the oldest of an address, 0 = none. */
  const look = (record: Local, address: Local): Statement => {
    const again = { name: 'next younger' };
    return block(
      set(record, load(bucketOf(address))),
      loop(
        again,
        when(
          get(record),
          when(
            ne(load(get(record), ENTRY.address), get(address)),
            block(set(record, load(get(record), ENTRY.younger)), branchIf(again, one)),
          ),
        ),
      ),
    );
  };

  const append = (): FunctionBuilder => {
    const fn = new FunctionBuilder(3, true);
    const [ccount, address, size] = [fn.parameter(0), fn.parameter(1), fn.parameter(2)];
    const [record, bucket, known, dropped, youngest] = [
      fn.local(),
      fn.local(),
      fn.local(),
      fn.local(),
      fn.local(),
    ];
    const twiceTheNumber = shrU(sub(get(record), read('entries')), i32(Math.log2(ENTRY_BYTES) - 1));
    const result = or(twiceTheNumber, get(dropped));
    fn.emit(
      increment('allocations'),
      when(
        ne(read('unusedEnd'), read('unused')),
        block(
          write('unusedEnd', sub(read('unusedEnd'), i32(4))),
          set(record, load(read('unusedEnd'))),
          increment('count'),
          when(gtU(read('count'), read('highWaterMark')), write('highWaterMark', read('count'))),
        ),
        block(
          set(record, load(recordAt(read('start')))),
          set(dropped, one),
          write('overflowed', one),
          // it would go to the unused ones, and be taken from there
          leaveList(fn, record),
        ),
      ),
      store(get(record), ENTRY.ccount, get(ccount)),
      store(get(record), ENTRY.address, get(address)),
      store(get(record), ENTRY.size, get(size)),
      store(get(record), ENTRY.freed, i32(0)),
      when(eq(read('end'), read('limit')), call(renumberIndex)),
      store(recordAt(read('end')), 0, get(record)),
      store(get(record), ENTRY.position, read('end')),
      increment('end'),
      store(get(record), ENTRY.bucket, tee(bucket, bucketOf(address))),
      store(get(record), ENTRY.younger, i32(0)),
      when(
        tee(known, load(get(bucket))),
        block(
          set(youngest, load(get(known), ENTRY.youngest)),
          store(get(youngest), ENTRY.younger, get(record)),
          store(get(known), ENTRY.youngest, get(record)),
        ),
        block(store(get(bucket), 0, get(record)), store(get(record), ENTRY.youngest, get(record))),
      ),
      give(result),
    );
    return fn;
  };

  const find = (): FunctionBuilder => {
    const fn = new FunctionBuilder(1, true);
    const record = fn.local();
    fn.emit(look(record, fn.parameter(0)), give(get(record)));
    return fn;
  };

  /** `count` = holes at positions from `from` on, before `to`; changes `from`. */
  const countHoles = (from: Local, to: Local, count: Local): Statement => {
    const again = { name: 'next word' };
    const inWord = (position: Local): Expression =>
      popcnt(and(load(holeWord(get(position))), sub(bit(get(position)), one)));
    return block(
      set(count, sub(inWord(to), inWord(from))),
      set(from, and(get(from), i32(~31))),
      loop(
        again,
        when(
          ltU(get(from), and(get(to), i32(~31))),
          block(
            set(count, add(get(count), popcnt(load(holeWord(get(from)))))),
            set(from, add(get(from), i32(32))),
            branchIf(again, one),
          ),
        ),
      ),
    );
  };

  /** Moves the mark to `record`; `beforeMark` is its rank. */
  const moveMark = (fn: FunctionBuilder, record: Local): Statement => {
    const [position, from, to, holes] = [fn.local(), fn.local(), fn.local(), fn.local()];
    const between = sub(sub(get(to), get(position)), get(holes));
    return block(
      set(position, load(get(record), ENTRY.position)),
      when(
        ltU(get(position), read('mark')),
        block(
          set(from, get(position)),
          set(to, read('mark')),
          countHoles(from, to, holes),
          write('beforeMark', sub(read('beforeMark'), between)),
        ),
        block(
          set(from, read('mark')),
          set(to, get(position)),
          countHoles(from, to, holes),
          write('beforeMark', add(read('beforeMark'), sub(sub(get(position), read('mark')), get(holes)))),
        ),
      ),
      write('mark', get(position)),
    );
  };

  const rank = (): FunctionBuilder => {
    const fn = new FunctionBuilder(1, true);
    fn.emit(moveMark(fn, fn.parameter(0)), give(read('beforeMark')));
    return fn;
  };

  const release = (): FunctionBuilder => {
    const fn = new FunctionBuilder(1, true);
    const [address, record, older] = [fn.parameter(0), fn.local(), fn.local()];
    fn.emit(
      when(eqz(read('count')), give(i32(-1))),
      increment('frees'),
      look(record, address),
      when(eqz(get(record)), give(sub(i32(-1), read('count')))),
      moveMark(fn, record),
      set(older, read('beforeMark')),
      discard(fn, record),
      give(get(older)),
    );
    return fn;
  };

  const countFree = (): FunctionBuilder => {
    const fn = new FunctionBuilder(0, false);
    fn.emit(increment('frees'));
    return fn;
  };

  for (const [name, fn] of Object.entries({ begin, append, find, rank, release, countFree }))
    module.define(fn(), name);
  const readable = ['start', 'end', 'count', 'highWaterMark', 'overflowed', 'allocations', 'frees'] as const;
  for (const name of readable) {
    const reader = new FunctionBuilder(0, true);
    reader.emit(give(read(name)));
    module.define(reader, name);
  }
  return module.bytes();
}
