import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workloadSource } from '../workload/index.js';
import { ProblemLog, TraceError } from './errors.js';
import { openTrace } from './open.js';
import { Op, OperationBatch, OperationFlag, operationNames, type OperationSource } from './operations.js';
import { replay } from './replay.js';
import { writeRep, writeTextTrace } from './write.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pieces of `bytes` of at most `size` bytes. */
function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Operations as short texts, such as `malloc 3 100`. */
async function operations(source: OperationSource): Promise<string[]> {
  const batch = new OperationBatch(5);
  const list: string[] = [];
  while ((await source.read(batch)) > 0)
    for (let row = 0; row < batch.count; row++) {
      const flags = batch.flags[row]!;
      const parts: (string | number)[] = [operationNames[batch.op[row]!]!, batch.id[row]!];
      if (batch.op[row] === Op.calloc || batch.op[row] === Op.aligned) parts.push(batch.extra[row]!);
      if (batch.op[row] !== Op.free) parts.push(batch.size[row]!);
      if (flags & OperationFlag.nullPointer) parts.push('NULL');
      if (flags & OperationFlag.timed) parts.push(`@${batch.time[row]!}`);
      if (flags & OperationFlag.recorded) parts.push(`=${batch.address[row]!.toString(16)}`);
      if (batch.caps[row]) parts.push(`!${batch.caps[row]!.toString(16)}`);
      list.push(parts.join(' '));
    }
  return list;
}

async function read(text: string | Uint8Array, problems?: ProblemLog, chunk = 1 << 20): Promise<string[]> {
  const bytes = typeof text === 'string' ? encode(text) : text;
  return operations(await openTrace(pieces(bytes, chunk), 'trace', problems ? { problems } : {}));
}

/** The message with which reading fails. */
async function failure(text: string | Uint8Array): Promise<string> {
  try {
    await replay(await openTrace([typeof text === 'string' ? encode(text) : text], 'trace'), []);
  } catch (error) {
    expect(error).toBeInstanceOf(TraceError);
    return (error as TraceError).message;
  }
  throw new Error('expected an error');
}

const TEXT = `xtal-alloc 1
# two blocks
base 0x3ffb2a18
size 185832
clock 240000000
m 7 100 @10
c 8 4 16 @20 =0x3ffb2e00
a 4294967295 64 33 !0x8
r 7 200 =0 @30
R 9 5
f 8
f -
end 7
`;

describe('xtal-alloc-1', () => {
  it('says all that there is to say', async () => {
    const source = await openTrace([encode(TEXT)], 'trace');
    expect(await operations(source)).toEqual([
      'malloc 7 100 @10',
      'calloc 8 4 16 @20 =3ffb2e00',
      'aligned_alloc 4294967295 64 33 !8',
      'realloc 7 200 @30 =0',
      'realloc 9 5 NULL',
      'free 8',
      'free 0 NULL',
    ]);
    expect(source.header).toEqual({
      format: 'xtal-alloc-1',
      base: 0x3ffb2a18,
      size: 185832,
      clockHz: 240_000_000,
    });
  });

  it('reads the same from chunks of any size, with CR LF, and gzip-compressed', async () => {
    const whole = await read(TEXT);
    for (const size of [1, 2, 3, 7, 50]) expect(await read(TEXT, undefined, size)).toEqual(whole);
    expect(await read(TEXT.replaceAll('\n', '\r\n'))).toEqual(whole);
    expect(await read(gzipSync(TEXT), undefined, 10)).toEqual(whole);
    expect(await read(TEXT.trimEnd())).toEqual(whole);
  });

  it('is written as it is read', async () => {
    const chunks: Buffer[] = [];
    await writeTextTrace(await openTrace([encode(TEXT)], 'trace'), (bytes) =>
      chunks.push(Buffer.from(bytes)),
    );
    expect(Buffer.concat(chunks).toString()).toBe(
      TEXT.replace('# two blocks\n', '').replace('r 7 200 =0 @30', 'r 7 200 @30 =0'),
    );
  });

  it.each([
    [
      'xtal-alloc 2\nend 0\n',
      'trace:1: expected "xtal-alloc 1" (this xtal reads version 1), got "xtal-alloc 2"',
    ],
    ['xtal-alloc 1\nm 1\nend 1\n', 'trace:2: expected "m ID SIZE", '],
    ['xtal-alloc 1\nm 1 -5\nend 1\n', 'trace:2: expected "m ID SIZE", '],
    ['xtal-alloc 1\nx 1 5\nend 1\n', 'trace:2: expected "m ID SIZE", '],
    ['xtal-alloc 1\nm 1 5 ~7\nend 1\n', 'trace:2: expected "@CYCLES", "=ADDRESS" or "!CAPS"'],
    ['xtal-alloc 1\nm 1 5 @7 @8\nend 1\n', 'trace:2: expected "@CYCLES"'],
    ['xtal-alloc 1\nm 1 4294967296\nend 1\n', 'trace:2: 4294967296 is out of range'],
    ['xtal-alloc 1\nm 4294967296 1\nend 1\n', 'trace:2: 4294967296 is out of range'],
    ['xtal-alloc 1\nfoo 1\nend 0\n', 'trace:2: expected'],
    ['xtal-alloc 1\nm 1 1\nsize 1000\nf 1\nend 2\n', 'trace:3: header line "size" must come once, before'],
    ['xtal-alloc 1\nm 1 1\nf 1\nend 3\n', 'trace:4: "end 3", but 2 operations came before it'],
    ['xtal-alloc 1\nend 0\nm 1 1\n', 'trace:3: expected nothing after the line "end"'],
    ['xtal-alloc 1\nm 1 1\nf 1\n', 'trace:4: file ends after 2 operations without the line "end N"'],
    ['xtal-alloc 1\nf 1\nend 1\n', 'trace:2: free of id 1, which is not allocated here'],
    ['xtal-alloc 1\nm 1 1\nf 1\nf 1\nend 3\n', 'trace:4: free of id 1, which is not allocated here'],
    ['xtal-alloc 1\nr 1 4\nend 1\n', 'trace:2: realloc of id 1, which is not allocated here'],
    ['xtal-alloc 1\nm 1 1\nm 1 2\nend 2\n', 'trace:3: malloc of id 1, which is allocated already'],
    ['xtal-alloc 1\nm 1 1 @9\nf 1 @8\nend 2\n', 'trace:3: time goes back from cycle 9 to 8'],
    ['xtal-alloc 1\nbase 3\nsize 4096\nm 1 1\nf 1\nend 2\n', "trace: the header's heap of 4096 bytes at 0x3"],
    ['xtal-alloc 1\nbase 0\nsize 4294967295\nm 1 1\nf 1\nend 2\n', "trace: the header's heap of 4294967295"],
  ])('%j: %s', async (text, message) => {
    expect(await failure(text)).toContain(message);
  });
});

describe('.rep', () => {
  const REP = '20000\n2\n5\n1\na 0 2040\na 1 48\nr 0 10\nf 1\nf 0\n';

  it('reads malloc-lab traces', async () => {
    const source = await openTrace([encode(REP)], 'short.rep');
    expect(await operations(source)).toEqual([
      'malloc 0 2040',
      'malloc 1 48',
      'realloc 0 10',
      'free 1',
      'free 0',
    ]);
    expect(source.header).toEqual({ format: 'rep', operations: 5, size: 20000 });
    expect(await read(REP, undefined, 1)).toHaveLength(5);
    expect(await read('1\n1\n2\n1\n a  0   5 \nf -1\n')).toEqual(['malloc 0 5', 'free 0 NULL']);
  });

  it.each([
    ['20000\n2\nx\n1\n', 'trace:3: expected header line 3 of .rep, the number of operations, a whole number'],
    ['20000\n2\n', 'trace:3: file ends within the header of .rep'],
    ['0\n1\n2\n1\na 0 5\n', 'trace:6: header announces 2 operations, the file ends after 1'],
    ['0\n1\n1\n1\na 0 5\nf 0\n', 'trace:7: header announces 1 operations, the file has 2'],
    ['0\n1\n1\n1\na 1 5\n', "trace:5: id 1 is not below 1, the header's number of ids"],
    ['0\n1\n1\n1\na 0 5 6\n', 'trace:5: expected "a ID SIZE"'],
    ['0\n1\n1\n1\na 0 99999999999\n', 'trace:5: size 99999999999 is out of range'],
    ['0\n1\n1\n1\nf 0\n', 'trace:5: free of id 0, which is not allocated here'],
    ['0\n1\n2\n1\na 0 5\na 0 5\n', 'trace:6: malloc of id 0, which is allocated already'],
  ])('%j: %s', async (text, message) => {
    expect(await failure(text)).toContain(message);
  });

  it('is written with an id for every block, calloc and aligned_alloc as malloc', async () => {
    let text = '';
    const result = await writeRep(
      () => openTrace([encode(TEXT.replace('r 7 200 =0 @30', 'r 7 200 @30'))], 'trace'),
      (bytes) => (text += Buffer.from(bytes).toString()),
    );
    expect(text).toBe('185832\n4\n6\n1\na 0 100\na 1 64\na 2 33\nr 0 200\na 3 5\nf 1\n');
    expect(result).toEqual({ operations: 6, ids: 4, alignmentsLost: 1, leftOut: 1 });
  });
});

describe('heap-ops-1 and heap-caps-1', () => {
  const HEADER = '{"format":"heap-ops-1","base":1073424920,"size":6432}\n';

  it('reads operations, with what the recorded run got', async () => {
    const text = `${HEADER}["H",0,1,2,[],1]\n["m",0,8,1073408096]\n["r",1,5,1073408112]\n["f",2]\n["c",3,2,9,0]\n["a",3,16,8,1073408128]\n["r",0,0,0]\n["f",0]\n{"end":7}\n`;
    expect(await read(text)).toEqual([
      'malloc 0 8 =3ffae860',
      'realloc 1 5 NULL =3ffae870',
      'free 2 NULL',
      'calloc 3 2 9 =0',
      'aligned_alloc 3 16 8 =3ffae880',
      'realloc 0 0 =0',
      'free 0 NULL',
    ]);
  });

  it('heap-caps-1: capabilities are kept, queries passed over', async () => {
    const text = `{"format":"heap-caps-1"}\n["boot"]\n["m",0,18,1073408320]\n["hm",1,99,2048,0,{"fail":[[99,2048,"heap_caps_malloc"]]}]\n["hp",1,25,1028,4096,1065354364]\n["h",1]\n["hr",1,30,1024,5]\n{"end":6}\n`;
    expect(await read(text)).toEqual([
      'malloc 0 18 =3ffae940 !1000',
      'malloc 1 99 =0 !800',
      'malloc 1 25 =3f80047c !404',
      'realloc 1 30 =5 !400',
    ]);
  });

  it.each([
    [`${HEADER}["m",0,8,4]\n`, 'trace:3: file ends without the line {"end": n}'],
    [`${HEADER}["m",0,8,4]\n{"end":2}\n`, 'trace:3: {"end": 2}, but 1 operations came before it'],
    [`${HEADER}["m",0,"8",4]\n{"end":1}\n`, 'trace:2: field 2 of "m" is no 32-bit number'],
    [`${HEADER}["m",0,-8,4]\n{"end":1}\n`, 'trace:2: field 2 of "m" is no 32-bit number'],
    [`${HEADER}["hm",0,8,4]\n{"end":1}\n`, 'trace:2: expected a line of heap-ops-1 (m, c, a, r, f)'],
    [`${HEADER}["m",0,8,4\n{"end":1}\n`, 'trace:2: not JSON'],
    ['{"format":"heap-ops-2"}\n', 'trace:1: expected a header with "format": "heap-ops-1"'],
    ['{"format":"heap-ops-1"}\n', 'trace:1: header of heap-ops-1: expected 32-bit numbers "base" and "size"'],
    [`${HEADER}["m",0,8,4]\n["m",0,8,4]\n{"end":2}\n`, 'trace:3: malloc of id 0, which is allocated already'],
  ])('%j: %s', async (text, message) => {
    expect(await failure(text)).toContain(message);
  });
});

describe('any file', () => {
  it('says what was expected of an unknown or empty file', async () => {
    expect(await failure('')).toBe('trace: the file is empty, expected a trace');
    expect(await failure('hello world')).toMatch(
      /^trace:1: unknown format: expected "xtal-alloc 1", .* got "hello/,
    );
    expect(await failure(gzipSync(''))).toContain('the file is empty');
  });

  it('damaged or cut gzip data', async () => {
    const blocks = Array.from({ length: 500 }, (_, id) => `m ${id} ${(id * 7919) % 4096}\n`);
    const packed = gzipSync(`xtal-alloc 1\n${blocks.join('')}end 500\n`);
    expect(await failure(packed.subarray(0, packed.length - 20))).toContain('gzip data ends early');
    const damaged = packed.slice();
    damaged[60]! ^= 0xff;
    expect(await failure(damaged)).toMatch(/damaged gzip data|expected/);
  });

  it('keepGoing counts and skips', async () => {
    const problems = new ProblemLog(true);
    const text = 'xtal-alloc 1\nm 1 10\nm 1 20\nnonsense\nf 2\nm 3 30\nf 1\nf 3\n';
    const source = await openTrace([encode(text)], 'trace', { problems });
    const report = await replay(source, ['first-fit'], { problems });
    expect(report.totals).toMatchObject({ operations: 4, malloc: 2, free: 2, skipped: 2, endLiveBlocks: 0 });
    expect(report.skipped.counts).toEqual({ malformed: 1, truncated: 1, contradictory: 2 });
    expect(report.skipped.messages).toHaveLength(4);
    expect(report.allocators[0]).toMatchObject({ failures: 0, peakLive: 40, problems: [] });
  });

  it('a line without an end is refused before it fills the memory', async () => {
    function* endless(): Generator<Uint8Array> {
      yield encode('xtal-alloc 1\n');
      for (let chunk = 0; chunk < 1000; chunk++) yield new Uint8Array(1 << 16).fill(0x6d);
      throw new Error('read on and on');
    }
    const source = await openTrace(endless(), 'trace');
    await expect(operations(source)).rejects.toThrow(/^trace:2: line of more than 4194304 bytes/);
  });
});

describe('hostile bytes: nothing but a TraceError', () => {
  const seeds = [
    TEXT,
    '20000\n2\n5\n1\na 0 2040\na 1 48\nr 0 10\nf 1\nf 0\n',
    '{"format":"heap-ops-1","base":1073424920,"size":6432}\n["m",0,8,4]\n["a",1,16,8,4]\n["f",0]\n{"end":3}\n',
    '{"format":"heap-caps-1"}\n["boot"]\n["m",0,18,5]\n["hp",1,25,4,8,9]\n{"end":3}\n',
  ].map(encode);

  async function survives(bytes: Uint8Array, chunk: number): Promise<void> {
    for (const keepGoing of [false, true]) {
      const problems = new ProblemLog(keepGoing);
      try {
        const source = await openTrace(pieces(bytes, chunk), 'trace', { problems });
        await replay(source, [], { problems });
        await writeRep(
          () => openTrace(pieces(bytes, chunk), 'trace', { problems }),
          () => undefined,
          problems,
        );
      } catch (error) {
        if (!(error instanceof TraceError)) throw error;
      }
    }
  }

  it.each(seeds.map((seed, index) => [index, seed] as const))('mutations of trace %i', async (_, seed) => {
    const edit = fc.tuple(fc.nat(seed.length - 1), fc.nat(255), fc.constantFrom('set', 'cut', 'copy'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 99 }),
        (edits, chunk) => {
          let bytes = Buffer.from(seed);
          for (const [at, value, kind] of edits) {
            if (kind === 'set' && bytes.length > 0) bytes[at % bytes.length] = value;
            else if (kind === 'cut') bytes = bytes.subarray(0, at);
            else bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at >> 1)]);
          }
          return survives(bytes, chunk);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('arbitrary bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '',
          'xtal-alloc 1\n',
          '1\n1\n1\n1\n',
          '{"format":"heap-ops-1","base":0,"size":64}\n',
          '\x1f\x8b',
        ),
        fc.uint8Array({ maxLength: 300 }),
        (start, bytes) => survives(Buffer.concat([Buffer.from(start, 'latin1'), bytes]), 50),
      ),
      { numRuns: 300 },
    );
  });
});

describe('round trips', () => {
  it('workload → text → the same operations; → .rep → the same sizes in the same order', async () => {
    const expected = await operations(workloadSource('iot', { seed: 5, ops: 3000 }));
    const chunks: Buffer[] = [];
    await writeTextTrace(workloadSource('iot', { seed: 5, ops: 3000 }), (bytes) =>
      chunks.push(Buffer.from(bytes)),
    );
    expect(await read(Buffer.concat(chunks))).toEqual(expected);
    const rep: Buffer[] = [];
    await writeRep(
      () => openTrace([Buffer.concat(chunks)], 'trace'),
      (bytes) => rep.push(Buffer.from(bytes)),
    );
    // The workload numbers its blocks as .rep does, so but for the times nothing changes.
    expect(await read(Buffer.concat(rep))).toEqual(expected.map((text) => text.replace(/ @\d+$/, '')));
  });
});

const VECTORS = fileURLToPath(new URL('../../../../../shared/vectors/heap/', import.meta.url));
describe.skipIf(!existsSync(VECTORS))('the golden vectors (skipped where ../shared is not present)', () => {
  it('every file is a trace without contradiction, and stays one as .rep', { timeout: 120_000 }, async () => {
    for (const name of readdirSync(VECTORS).filter((file) => file.endsWith('.gz'))) {
      const bytes = readFileSync(VECTORS + name);
      const { totals } = await replay(await openTrace([bytes], name), []);
      expect(totals.operations, name).toBeGreaterThan(1000);
      let rep = Buffer.alloc(0);
      await writeRep(
        () => openTrace([bytes], name),
        (part) => (rep = Buffer.concat([rep, part])),
      );
      const again = await replay(await openTrace([rep], `${name}.rep`), []);
      expect(again.totals.peakLiveBytes, name).toBe(totals.peakLiveBytes);
    }
  });
});
