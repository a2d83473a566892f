import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { eachBatch, operationNames, ProblemLog, replay, type OperationBatch } from '@xtal/heap';
import { bytesTraceSource, SYNTHETIC_HEADER, TraceWriter, writeSyntheticTrace } from '@xtal/heaptrace';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from './main.js';
import { isOutsideTrace, OutsideOperations } from './outside-operations.js';

const folder = mkdtempSync(join(tmpdir(), 'xtal-replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);

async function xtal(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    stdout: (data) => (stdout += typeof data === 'string' ? data : Buffer.from(data).toString()),
    stderr: (text) => (stderr += text),
    cwd: folder,
  });
  return { code, stdout, stderr };
}

const TRACE = 'xtal-alloc 1\nm 0 100 @10\nm 1 2000 @20\nf 0 @30\nr 1 3000 @40\nf 1 @50\nend 5\n';

describe('xtal workload', () => {
  it('writes exactly what is asked for, the same each time', async () => {
    const first = await xtal('workload', 'iot', '--seed', '7', '--ops', '1000');
    expect(first.code).toBe(0);
    expect(first.stdout.match(/^[mcarRf] /gm)).toHaveLength(1000);
    expect(first.stdout).toMatch(/^xtal-alloc 1\nclock 240000000\nm 0 /);
    expect(await xtal('workload', 'iot', '--seed', '7', '--ops', '1000', '-o', 'a.alloc.gz')).toMatchObject({
      code: 0,
    });
    expect(gunzipSync(readFileSync(path('a.alloc.gz'))).toString()).toBe(first.stdout);
    expect((await xtal('workload', 'iot', '--seed', '8', '--ops', '1000')).stdout).not.toBe(first.stdout);
  });

  it('writes .rep by extension, with true numbers in the header', async () => {
    expect((await xtal('workload', 'powerlaw', '--ops', '500', '-o', 'p.rep')).code).toBe(0);
    const lines = readFileSync(path('p.rep'), 'utf8').trim().split('\n');
    expect(lines.slice(1, 4)).toEqual(['250', '500', '1']);
    expect(lines.slice(4)).toHaveLength(500);
    expect(new Set(lines.slice(4).map((line) => line[0]))).toEqual(new Set(['a', 'f']));
  });

  it('64 for wrong usage, 74 where nothing can be written', async () => {
    for (const args of [
      [],
      ['nonsense'],
      ['iot', 'lua'],
      ['iot', '--ops', 'many'],
      ['iot', '--live', '1'],
      ['iot', '--seed', '-1'],
    ])
      expect((await xtal('workload', ...args)).code, args.join(' ')).toBe(64);
    expect((await xtal('workload', 'iot', '-o', 'no/such/folder/x')).code).toBe(74);
  });

  it.skipIf(!existsSync('/dev/full'))(
    '74 on a full disk; what the path leads to is not removed',
    async () => {
      symlinkSync('/dev/full', path('full.alloc'));
      const { code, stderr } = await xtal('workload', 'iot', '--ops', '100', '-o', 'full.alloc');
      expect(code).toBe(74);
      expect(stderr).toContain('full.alloc: cannot be written: no space left on the device');
      expect(lstatSync(path('full.alloc')).isSymbolicLink()).toBe(true);
      expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
    },
  );

  it('the help names every kind with its distributions', async () => {
    const { stdout } = await xtal('workload', '--help');
    for (const kind of [
      'powerlaw',
      'uniform',
      'iot',
      'lua',
      'fragment',
      'lifo',
      'fifo',
      'ramp-plateau',
      'leak',
    ])
      expect(stdout).toMatch(new RegExp(`^  ${kind} +\\w[^]*?sizes[^]*?lifetimes`, 'm'));
  });
});

describe('xtal replay', () => {
  it('several allocators side by side', async () => {
    writeFileSync(path('t.alloc'), TRACE);
    const { code, stdout } = await xtal(
      'replay',
      't.alloc',
      '--allocator',
      'tlsf,buddy',
      '--heap',
      '16K@0x3ffb0000',
      '--no-host-time',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('5 operations, 40 cycles of guest time');
    expect(stdout).toMatch(/^tlsf +3000 /m);
    expect(stdout).toMatch(/^buddy +3000 /m);
    expect(stdout).not.toContain('ns/op');
    expect((await xtal('replay', 't.alloc')).stdout).toContain('ns/op');
  });

  it("an allocator of one's own, as a module", async () => {
    const bump = fileURLToPath(new URL('../../../examples/replay/bump.mjs', import.meta.url));
    const { code, stdout } = await xtal('replay', 't.alloc', '--allocator', `tlsf,${bump}`, '--no-host-time');
    expect(code).toBe(0);
    // 8 bytes of control, 100 and 2000 bytes with headers; the realloc cannot grow in place, so 3000 more.
    expect(stdout).toMatch(/^bump +3000 +5120 /m);
    writeFileSync(path('none.mjs'), 'export const x = 1;\n');
    writeFileSync(path('broken.mjs'), 'export default {\n');
    expect((await xtal('replay', 't.alloc', '--allocator', './none.mjs')).code).toBe(65);
    for (const name of ['./broken.mjs', './missing.mjs'])
      expect((await xtal('replay', 't.alloc', '--allocator', name)).code, name).toBe(66);
  });

  it('--idf: TLSF as another version has it', async () => {
    // v5.4 carves what the search rounded up to: 1000 bytes become 1008 in a heap of 16 columns, so the footprint grows.
    writeFileSync(path('v.alloc'), 'xtal-alloc 1\nm 0 1000\nm 1 1000\nf 0\nf 1\nend 4\n');
    const footprint = async (...args: string[]): Promise<number> => {
      const { stdout } = await xtal('replay', 'v.alloc', '--heap', '64K', '--json', ...args);
      return (JSON.parse(stdout) as { allocators: { peakFootprint: number }[] }).allocators[0]!.peakFootprint;
    };
    const plain = await footprint();
    expect(await footprint('--idf', 'v5.1.3')).toBe(plain);
    expect(await footprint('--idf', 'v5.4')).toBeGreaterThan(plain);
    expect((await xtal('replay', 'v.alloc', '--idf', 'v9')).code).toBe(64);
  });

  it('--json, --csv', async () => {
    const { code, stdout } = await xtal(
      'replay',
      't.alloc',
      '--json',
      '--csv',
      'out.csv',
      '--allocator',
      'all',
    );
    expect(code).toBe(0);
    const report = JSON.parse(stdout) as { totals: object; allocators: { allocator: string }[] };
    expect(report.totals).toMatchObject({ operations: 5, peakLiveBytes: 3000 });
    expect(report.allocators.map((row) => row.allocator)).toContain('segregated');
    const rows = readFileSync(path('out.csv'), 'utf8').trim().split('\n');
    expect(rows[0]).toBe(
      'allocator,operation,cycle,live,footprint,free,largest_free,free_blocks,fragmentation,waste',
    );
    expect(rows).toHaveLength(1 + 5 * report.allocators.length);
  });

  it('--write converts: to .rep and back to text', async () => {
    expect((await xtal('replay', 't.alloc', '--write', 't.rep')).code).toBe(0);
    expect(readFileSync(path('t.rep'), 'utf8').split('\n').slice(1).join(' ')).toBe(
      '2 5 1 a 0 100 a 1 2000 f 0 r 1 3000 f 1 ',
    );
    expect((await xtal('replay', 't.rep', '--write', 'again.alloc')).code).toBe(0);
    expect(readFileSync(path('again.alloc'), 'utf8')).toContain(
      'm 0 100\nm 1 2000\nf 0\nr 1 3000\nf 1\nend 5\n',
    );
    expect((await xtal('replay', 't.rep', '--write', './t.rep')).code).toBe(64);
    expect(readFileSync(path('t.rep'), 'utf8')).not.toBe('');
  });

  it('65 with file and line for a trace that contradicts itself; --keep-going counts and skips', async () => {
    writeFileSync(path('bad.alloc'), 'xtal-alloc 1\nm 0 100\nf 1\nm 0 5\nwhat\nf 0\nend 4\n');
    expect(await xtal('replay', 'bad.alloc')).toMatchObject({
      code: 65,
      stdout: '',
      stderr:
        'xtal replay: bad.alloc:3: free of id 1, which is not allocated here (never allocated, or freed already)\n',
    });
    expect((await xtal('replay', 'bad.alloc', '--write', 'bad.rep')).code).toBe(65);
    expect(existsSync(path('bad.rep'))).toBe(false);
    const kept = await xtal('replay', 'bad.alloc', '--keep-going');
    expect(kept.code).toBe(0);
    expect(kept.stdout).toContain(
      'skipped: 1 malformed, 2 contradictory, 0 truncated\n  bad.alloc:3: free of id 1',
    );
  });

  it('65 malformed, 66 missing, 74 not writable, 64 wrong usage', async () => {
    writeFileSync(path('empty'), '');
    writeFileSync(path('noise'), 'hello');
    writeFileSync(path('smallheap'), 'xtal-alloc 1\nbase 4096\nsize 64\nm 0 1\nf 0\nend 2\n');
    for (const name of ['empty', 'noise', 'smallheap'])
      expect((await xtal('replay', name)).code, name).toBe(65);
    expect((await xtal('replay', 'missing')).code).toBe(66);
    expect((await xtal('replay', '.')).code).toBe(66);
    expect((await xtal('replay', 't.alloc', '--csv', 'no/such/folder')).code).toBe(74);
    expect((await xtal('replay', 't.alloc', '--write', 'no/such/folder.rep')).code).toBe(74);
    for (const args of [
      [],
      ['t.alloc', '--allocator', 'magic'],
      ['t.alloc', '--heap', '4K@2'],
      ['t.alloc', '--heap', '4K@1@2'],
      ['t.alloc', '--heap', '16'],
      ['t.alloc', '--samples', '1'],
      ['a', 'b', '--write', 'c'],
    ])
      expect((await xtal('replay', ...args)).code, args.join(' ')).toBe(64);
  });

  const vectors = fileURLToPath(new URL('../../../../shared/vectors/heap/', import.meta.url));
  it.skipIf(!existsSync(vectors))(
    'golden vectors give the recorded addresses (skipped without ../shared)',
    async () => {
      for (const [name, allocator] of [
        ['edge.dram-main.none', 'tlsf'],
        ['realloc.diram-upper.none', 'tlsf'],
        ['memalign.iram.none', 'tlsf'],
        ['iot.dram-main.light', 'tlsf-light'],
        ['memalign.dram-small.comp', 'tlsf-comprehensive'],
      ] as const) {
        const { code, stdout } = await xtal(
          'replay',
          `${vectors}${name}.jsonl.gz`,
          '--allocator',
          allocator,
          '--json',
        );
        expect(code, name).toBe(0);
        const [row] = (
          JSON.parse(stdout) as { allocators: { addresses: { compared: number; equal: number } }[] }
        ).allocators;
        expect(row!.addresses.compared, name).toBeGreaterThan(500);
        expect(row!.addresses.equal, name).toBe(row!.addresses.compared);
      }
    },
  );
});

/** An outside trace of a made-up firmware. */
function synthetic(events: number): Buffer {
  const pieces: Uint8Array[] = [];
  const writer = new TraceWriter({ write: (bytes) => void pieces.push(bytes.slice()) }, SYNTHETIC_HEADER);
  writeSyntheticTrace(writer, { events, seed: 3 });
  return Buffer.concat(pieces);
}

describe('outside traces', () => {
  it('every event becomes the operation that it is, without contradiction', async () => {
    const bytes = synthetic(5000);
    expect(isOutsideTrace(bytes)).toBe(true);
    const problems = new ProblemLog();
    const operations = new OutsideOperations(bytesTraceSource(bytes, 'synthetic'), problems);
    const seen = new Set<string>();
    await eachBatch(operations, (batch: OperationBatch) => {
      for (let row = 0; row < batch.count; row++) seen.add(operationNames[batch.op[row]!]!);
    });
    expect([...seen].sort()).toEqual(expect.arrayContaining(['free', 'malloc']));
    const report = await replay(
      new OutsideOperations(bytesTraceSource(bytes, 'synthetic'), problems),
      ['tlsf'],
      { problems },
    );
    expect(report.totals.skipped).toBe(0);
    expect(report.totals.operations).toBeGreaterThan(1000);
    expect(report.allocators[0]).toMatchObject({ problems: [] });
  });

  it('cut in the middle: 65, or everything before the cut with --keep-going', async () => {
    const bytes = synthetic(20_000);
    writeFileSync(path('cut.heap'), bytes.subarray(0, bytes.length - 1000));
    const stopped = await xtal('replay', 'cut.heap');
    expect(stopped).toMatchObject({ code: 65 });
    expect(stopped.stderr).toContain('cut.heap');
    const kept = await xtal('replay', 'cut.heap', '--keep-going');
    expect(kept.code).toBe(0);
    expect(kept.stdout).toContain('1 truncated');
  });
});
