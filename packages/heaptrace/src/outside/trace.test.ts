import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonLinesWriter } from './json-lines-writer.js';
import { MAX_CYCLE, TraceFormatError, TraceWriteError } from './format.js';
import { SYNTHETIC_HEADER, writeSyntheticTrace } from './synthetic-trace.js';
import {
  allocationEvent,
  collect,
  freeEvent,
  MemorySink,
  SMALL_HEADER,
  syntheticTrace,
  traceOf,
} from './testing.js';
import { bytesTraceSource, openTrace } from './trace.js';
import { fileTraceSink, fileTraceSource } from './trace-file.js';
import { TraceWriter } from './trace-writer.js';

const anyEvent = fc
  .record({
    kind: fc.constantFrom('alloc' as const, 'free' as const, 'realloc' as const, 'fail' as const),
    cycle: fc.maxSafeNat().map((cycle) => cycle % (MAX_CYCLE + 1)),
    core: fc.nat(1),
    task: fc.constantFrom(0, 0x3ffb8000, 0x3ffb9000),
    operation: fc.constantFrom('malloc', 'heap_caps_malloc', 'ключ'),
    caps: fc.nat(0xffffffff),
    size: fc.nat(0xffffffff),
    given: fc.nat(0xffffffff),
    address: fc.nat(0xffffffff),
    oldAddress: fc.nat(0xffffffff),
    chain: fc.array(fc.nat(0xffffffff), { maxLength: 12 }),
  })
  .map(({ chain, ...fields }) => {
    if (fields.kind === 'free') fields.size = 0;
    if (fields.kind === 'fail') fields.address = 0;
    if (fields.kind === 'alloc' || fields.kind === 'free') fields.oldAddress = 0;
    return { fields, chain };
  });

describe('both forms keep every field of every event', () => {
  for (const [form, Writer] of [
    ['binary', TraceWriter],
    ['JSON lines', JsonLinesWriter],
  ] as const)
    it(form, () => {
      fc.assert(
        fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
          const sink = new MemorySink();
          const writer = new Writer(sink, SMALL_HEADER);
          for (const { fields, chain } of events) writer.allocationEvent(allocationEvent(fields, chain));
          writer.finish(5);
          const trace = openTrace(bytesTraceSource(sink.bytes()));
          const read = collect(trace);
          expect(read.outcome.damage).toBeUndefined();
          expect(
            read.events.map(({ chain, lua: _, ...rest }) => ({
              fields: rest,
              chain: trace.chains.chain(chain),
            })),
          ).toEqual(events);
        }),
        { numRuns: 200 },
      );
    });

  it('header, marks, counters, tasks, tracebacks and symbols', () => {
    for (const Writer of [TraceWriter, JsonLinesWriter]) {
      const sink = new MemorySink();
      const writer = new Writer(sink, { ...SMALL_HEADER, machine: { cpuMHz: 160 } });
      const lua = writer.luaTracebacks.intern([
        { source: 'init.lua', line: 3, name: 'tick' },
        { source: 'init.lua', line: 9 },
      ]);
      writer.task(0x3ffb8000, 'main');
      writer.mark(10, 'start');
      writer.internedEvent(allocationEvent({ cycle: 20, task: 0x3ffb8000 }), 0, lua);
      writer.counters(30, 0, 4000, 3000, 1);
      const symbols = new Map([
        [
          0x400d1234,
          [
            { function: 'in', file: 'a.c', line: 1, inlined: true },
            { function: 'out', offset: 4 },
          ],
        ],
      ]);
      writer.finish(40, symbols);
      const trace = openTrace(bytesTraceSource(sink.bytes()));
      const read = collect(trace);
      expect(trace.header).toEqual({ ...SMALL_HEADER, machine: { cpuMHz: 160 } });
      expect(read.marks).toEqual([{ cycle: 10, name: 'start' }]);
      expect(read.counters).toEqual([
        { cycle: 30, heap: 0, freeBytes: 4000, largestFree: 3000, liveBlocks: 1 },
      ]);
      expect([...trace.tasks]).toEqual([[0x3ffb8000, 'main']]);
      expect(trace.luaTracebacks.traceback(read.events[0]!.lua)).toEqual([
        { source: 'init.lua', line: 3, name: 'tick' },
        { source: 'init.lua', line: 9 },
      ]);
      expect([...trace.symbols]).toEqual([...symbols]);
      expect(read.outcome).toEqual({ events: 1, lastCycle: 40 });
    }
  });

  it('a second reading gives the same identifiers', () => {
    const trace = openTrace(bytesTraceSource(syntheticTrace({ events: 3000, lua: true })));
    expect(collect(trace).events).toEqual(collect(trace).events);
    // Also when nobody listens to marks and counters.
    expect(trace.read({})).toEqual(collect(trace).outcome);
  });
});

describe('size', () => {
  it('stays below 24 bytes an event, chains, symbols and all', () => {
    const bytes = syntheticTrace({ events: 100_000, lua: true });
    expect(bytes.length / 100_000).toBeLessThan(24);
  });
});

describe('a trace that is not whole', () => {
  const whole = syntheticTrace({ events: 30_000 });
  const all = collect(openTrace(bytesTraceSource(whole))).events;

  it('is read up to the cut, wherever it is cut', () => {
    for (let length = 400; length < whole.length; length += 4099) {
      const read = collect(openTrace(bytesTraceSource(whole.subarray(0, length))));
      expect(read.outcome.damage).toMatch(/cut off|no end record/);
      expect(read.events).toEqual(all.slice(0, read.events.length));
      // Up to the last whole record; marks, symbols and the like take the rest.
      expect(read.events.length).toBeGreaterThanOrEqual(
        Math.floor(((length - 6000) / whole.length) * 30_000),
      );
    }
  });

  it('says that the end record is missing when the cut falls between chunks', () => {
    const sink = new MemorySink();
    const writer = new TraceWriter(sink, SMALL_HEADER);
    writer.allocationEvent(allocationEvent());
    writer.flush();
    const { outcome } = collect(openTrace(bytesTraceSource(sink.bytes())));
    expect(outcome).toEqual({
      events: 1,
      lastCycle: 0,
      damage: 'there is no end record: the run was cut off or is still going on',
    });
  });

  it('is read up to a damaged chunk', () => {
    const bytes = whole.slice();
    bytes[100_000]! ^= 0x10;
    const read = collect(openTrace(bytesTraceSource(bytes)));
    expect(read.outcome.damage).toMatch(/^the chunk at byte \d+ is damaged: its checksum is wrong$/);
    expect(read.events.length).toBeGreaterThan(0);
    expect(read.events).toEqual(all.slice(0, read.events.length));
  });

  it('JSON lines: is read up to the line that lacks its end', () => {
    const sink = new MemorySink();
    const writer = new JsonLinesWriter(sink, SYNTHETIC_HEADER);
    writeSyntheticTrace(writer, { events: 500 });
    const bytes = sink.bytes();
    const read = collect(openTrace(bytesTraceSource(bytes.subarray(0, bytes.length / 2))));
    expect(read.outcome.damage).toMatch(/^the file is cut off in line \d+$/);
    expect(read.events.length).toBeGreaterThan(100);
  });
});

describe('what is not such a trace is refused by name', () => {
  const refused = (bytes: Uint8Array): string => {
    try {
      collect(openTrace(bytesTraceSource(bytes, 'x.xht')));
    } catch (error) {
      if (error instanceof TraceFormatError) return error.message;
      throw error;
    }
    return 'accepted';
  };
  const text = (line: string): Uint8Array => new TextEncoder().encode(line);
  const header = '{"xtal":"heap-trace","version":1,"program":"p","cpuHz":1,"heaps":[]}\n';

  it.each([
    ['empty file', new Uint8Array(0), 'x.xht: byte 0: the file is empty; expected a heap trace of xtal'],
    [
      'an ELF',
      text('\x7fELF________________'),
      'x.xht: byte 0: not a heap trace of xtal: it does not begin with "XTALHEAP"',
    ],
    [
      'other version',
      text('XTALHEAP\x02\0\0\0'),
      'x.xht: byte 8: trace format version 2 is unknown; this xtal reads version 1',
    ],
    ['only a preamble', text('XTALHEAP\x01\0\0\0'), 'x.xht: byte 12: the header is cut off or damaged'],
    ['other JSON', text('{"a":1}\n'), 'x.xht: line 1: not a heap trace of xtal: no "xtal":"heap-trace"'],
    [
      'other JSON version',
      text('{"xtal":"heap-trace","version":9}\n'),
      'x.xht: line 1: trace format version 9 is unknown; this xtal reads version 1',
    ],
    [
      'unknown record',
      text(`${header}{"vibe":1}\n`),
      'x.xht: line 2: record with "vibe" is unknown to version 1',
    ],
    [
      'unknown event',
      text(`${header}{"event":"swap","cycle":1}\n`),
      'x.xht: line 2: event "swap" is unknown to version 1',
    ],
    [
      'undefined chain',
      text(`${header}{"event":"free","cycle":1,"operation":"free","address":4,"chain":1}\n`),
      'x.xht: line 2: chain 1 is not defined',
    ],
    [
      'no address',
      text(`${header}{"event":"free","cycle":1,"operation":"free"}\n`),
      'x.xht: line 2: "address": expected a whole number, got undefined',
    ],
  ])('%s', (_, bytes, message) => {
    expect(refused(bytes)).toBe(message);
  });

  it('fuzz: nothing but a TraceFormatError ever comes out, also behind a right checksum', () => {
    const sink = new MemorySink();
    new TraceWriter(sink, SMALL_HEADER);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(1, 2, 2, 2, 3, 4, 5),
        (payload, type) => {
          refused(withChunk(sink.bytes(), type, payload));
          refused(payload);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** A trace with one more chunk whose checksum is right. */
function withChunk(start: Uint8Array, type: number, payload: Uint8Array): Uint8Array {
  const sink = new MemorySink();
  sink.write(start);
  const header = new Uint8Array(9);
  const view = new DataView(header.buffer);
  view.setUint8(0, type);
  view.setUint32(1, payload.length, true);
  view.setUint32(5, crcOf([header.subarray(0, 5), payload]), true);
  sink.write(header);
  sink.write(payload);
  return sink.bytes();
}

/** CRC-32 bit by bit, so that what the writer puts down is checked by something else than the reader. */
function crcOf(parts: Uint8Array[]): number {
  let crc = 0xffffffff;
  for (const part of parts)
    for (const byte of part) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
  return ~crc >>> 0;
}

describe('files', () => {
  it('writes, reads in pieces, keeps what a full disk let through', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xtal-'));
    try {
      const path = join(folder, 'run.xht');
      writeSyntheticTrace(new TraceWriter(fileTraceSink(path), SYNTHETIC_HEADER, { target: path }), {
        events: 5000,
      });
      expect(new Uint8Array(readFileSync(path))).toEqual(syntheticTrace({ events: 5000 }));
      expect(collect(openTrace(fileTraceSource(path))).events.length).toBeGreaterThanOrEqual(5000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('a path that cannot be created', () => {
    expect(() => fileTraceSink('/no/such/folder/run.xht')).toThrow(
      '/no/such/folder/run.xht: cannot be written: no such file or folder',
    );
  });

  it.skipIf(!existsSync('/dev/full'))('/dev/full refuses the header at once', () => {
    expect(() => new TraceWriter(fileTraceSink('/dev/full'), SMALL_HEADER, { target: '/dev/full' })).toThrow(
      '/dev/full: cannot be written: no space left on the device',
    );
  });

  it('a disk that fills up in the middle: the guest runs on, the end says what was kept', () => {
    const kept = new MemorySink();
    let room = 100_000;
    const sink = {
      write(bytes: Uint8Array) {
        if ((room -= bytes.length) < 0) throw new Error('no space left on the device');
        kept.write(bytes);
      },
    };
    const writer = new TraceWriter(sink, SYNTHETIC_HEADER, { target: 'run.xht' });
    let error: unknown;
    try {
      writeSyntheticTrace(writer, { events: 30_000 });
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(TraceWriteError);
    const { eventsWritten, eventsLost } = error as TraceWriteError;
    expect(eventsWritten + eventsLost).toBe(writer.events);
    expect((error as Error).message).toMatch(
      /^run\.xht: cannot be written: no space left on the device \(kept: \d+ bytes with \d+ events; lost: \d+ events\)$/,
    );
    expect(collect(openTrace(bytesTraceSource(kept.bytes()))).events.length).toBe(eventsWritten);
  });
});

describe('call chains', () => {
  it('are kept once, at the depth asked for', () => {
    const sink = new MemorySink();
    const writer = new TraceWriter(sink, SMALL_HEADER, { chainDepth: 2 });
    for (const tail of [1, 2, 3]) writer.allocationEvent(allocationEvent({}, [0x400d0010, 0x400d0020, tail]));
    writer.finish(0);
    const trace = openTrace(bytesTraceSource(sink.bytes()));
    expect(collect(trace).events.map((event) => event.chain)).toEqual([1, 1, 1]);
    expect(trace.chains.chain(1)).toEqual([0x400d0010, 0x400d0020]);
  });

  it('40 000 different ones stay apart', () => {
    const trace = traceOf((writer) => {
      for (let i = 0; i < 40_000; i++)
        writer.allocationEvent(allocationEvent({ cycle: i }, [0x400d0000 + i, 0x400e0000, 0x400f0000]));
      writer.allocationEvent(freeEvent(0x3ffb0010, 50_000));
    });
    const { events } = collect(trace);
    expect(trace.chains.count).toBe(40_001);
    for (const event of events.slice(0, -1))
      expect(trace.chains.at(event.chain, 0)).toBe(0x400d0000 + event.cycle);
  });
});
