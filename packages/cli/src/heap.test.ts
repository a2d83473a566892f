import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileTraceSink, SYNTHETIC_HEADER, TraceWriter, writeSyntheticTrace } from '@xtal/heaptrace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from './main.js';

const folder = mkdtempSync(join(tmpdir(), 'xtal-heap-'));
const write = (name: string, seed: number): void =>
  void writeSyntheticTrace(new TraceWriter(fileTraceSink(join(folder, name)), SYNTHETIC_HEADER), {
    events: 60_000,
    phases: 12,
    lua: true,
    seed,
  });
beforeAll(() => {
  write('run.xht', 1);
  write('other.xht', 2);
  const bytes = readFileSync(join(folder, 'run.xht'));
  writeFileSync(join(folder, 'cut.xht'), bytes.subarray(0, 200_000));
  writeFileSync(join(folder, 'text.xht'), 'hello');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function xtal(...args: string[]): Promise<{ code: number; out: string; err: string; bytes: Buffer }> {
  const parts: Buffer[] = [];
  let err = '';
  const code = await main(args, {
    stdout: (data) => void parts.push(Buffer.from(data)),
    stderr: (text) => void (err += text),
    cwd: folder,
  });
  const bytes = Buffer.concat(parts);
  return { code, out: bytes.toString(), err, bytes };
}

describe('xtal heap', () => {
  it('leaks: the leak comes first, with verdict, chain and an example', async () => {
    const { code, out } = await xtal('heap', 'leaks', 'run.xht', '--depth', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ blocks, \d+ bytes alive at the end; verdicts over 13 marks\n/);
    expect(out).toMatch(
      /\n\n\d+ bytes in \d+ blocks of \d+ allocations, LEAK: \+[\d.]+ bytes per phase\n {6}topic_copy {2}main\/mqtt\.c:\d+\n {6}publish {5}main\/mqtt\.c:\d+\n {6}\.\.\. 3 more frames\n {6}first: 0x3ff[0-9a-f]{5}, \d+ bytes, /,
    );
    expect(out).toMatch(/cache: grew, then stayed\n {6}session_new/);
  });

  it('leaks between marks, by function, by Lua line, by task', async () => {
    const between = await xtal(
      'heap',
      'leaks',
      'run.xht',
      '--from',
      'iteration 3',
      '--to',
      'iteration 4',
      '--by',
      'function',
    );
    expect(between.out).toContain('allocated since "iteration 3" and alive at "iteration 4"');
    expect(between.out).toMatch(/freed later/);
    expect((await xtal('heap', 'leaks', 'run.xht', '--by', 'lua')).out).toContain('init.lua:22');
    expect((await xtal('heap', 'leaks', 'run.xht', '--by', 'task')).out).toMatch(/\n {6}net\n/);
  });

  it('peak, top, diff, map print their tables', async () => {
    expect((await xtal('heap', 'peak', 'run.xht')).out).toMatch(
      /^peak: \d+ bytes in \d+ blocks at .* \(cycle \d+\)\n\n *bytes +share +blocks +chain\n/,
    );
    const top = await xtal('heap', 'top', 'run.xht', '--order', 'count', '--top', '3');
    expect(top.out.split('\n')[3]).toMatch(/sample_new main\/sensor\.c:\d+ < sensor_poll < /);
    expect(top.out).toMatch(/\.\.\. and \d+ groups more \(--top \d+ shows all\)\n$/);
    expect((await xtal('heap', 'top', 'run.xht', '--order', 'short-lived')).out).toMatch(
      /short-lived +bytes +of ended/,
    );
    expect((await xtal('heap', 'diff', 'run.xht', 'other.xht')).out).toMatch(
      /\d+ groups changed, \d+ did not/,
    );
    expect((await xtal('heap', 'diff', 'run.xht', 'run.xht')).out).toContain('0 groups changed, 12 did not');
    const map = await xtal('heap', 'map', 'run.xht', '--at', 'iteration 6');
    expect(map.out).toMatch(/^DRAM: \d+ blocks, one character for 128 bytes/);
    expect(map.out).toMatch(/\n {2}0x3ff[0-9a-f]{5} [-.+#=]{64}\n/);
    expect(map.out).toContain('blocks that keep free ranges apart');
  });

  it('who: owner now and then', async () => {
    const { out } = await xtal('heap', 'leaks', 'run.xht', '--json');
    const { groups } = JSON.parse(out) as {
      groups: { verdict: string; examples: { address: number; bornCycle: number }[] }[];
    };
    const { address, bornCycle } = groups.find((group) => group.verdict === 'leak')!.examples[0]!;
    const who = await xtal('heap', 'who', 'run.xht', `0x${(address + 1).toString(16)}`);
    expect(who.out).toMatch(/^0x[0-9a-f]{8} at the end: byte 1 of \d+ bytes at 0x/);
    expect(who.out).toContain('topic_copy');
    const before = await xtal(
      'heap',
      'who',
      'run.xht',
      `0x${address.toString(16)}`,
      '--at',
      String(bornCycle - 1),
    );
    expect(before.out).not.toContain('alive\n      topic_copy');
  });

  it.each([
    ['h.folded', /^main_task/],
    ['h.speedscope.json', /speedscope\.app/],
    ['dhat.json', /"dhatFileVersion":2/],
    ['h.perfetto.json', /"traceEvents"/],
    ['h.jsonl', /^\{"xtal":"heap-trace","version":1/],
    ['h.xht', /^XTALHEAP/],
  ])('export -o %s: the ending says the format', async (name, content) => {
    expect((await xtal('heap', 'export', 'run.xht', '-o', name)).code).toBe(0);
    expect(readFileSync(join(folder, name), 'latin1')).toMatch(content);
  });

  it('export to standard output; JSON lines can be analysed like the binary form', async () => {
    expect((await xtal('heap', 'export', 'run.xht', '--format', 'pprof')).bytes.subarray(0, 2)).toEqual(
      Buffer.from([0x1f, 0x8b]),
    );
    expect((await xtal('heap', 'export', 'run.xht', '--format', 'idf')).out).toContain(
      'Mode: Heap Trace Leaks',
    );
    await xtal('heap', 'export', 'run.xht', '-o', 'same.jsonl');
    expect((await xtal('heap', 'leaks', 'same.jsonl')).out).toBe(
      (await xtal('heap', 'leaks', 'run.xht')).out,
    );
  });

  it('a trace that was cut off is analysed up to the cut', async () => {
    const { code, out, err } = await xtal('heap', 'leaks', 'cut.xht');
    expect(code).toBe(0);
    expect(err).toMatch(/^xtal: cut\.xht: the file is cut off .*; this is about the \d{5} events before\n$/);
    expect(out).toMatch(/blocks/);
  });

  it.each([
    [64, ['heap'], 'expected one of leaks, peak, top, who, diff, map, export'],
    [64, ['heap', 'loot'], 'unknown part "loot"'],
    [64, ['heap', 'leaks'], 'expected exactly one trace'],
    [64, ['heap', 'leaks', 'run.xht', '--at', '1'], '--at has no meaning for "heap leaks"'],
    [
      64,
      ['heap', 'leaks', 'run.xht', '--from', 'dawn'],
      'no mark "dawn" in the trace; its marks are "start", "iteration 1"',
    ],
    [
      64,
      ['heap', 'leaks', 'run.xht', '--by', 'age'],
      '--by: expected one of chain, function, lua, task, got "age"',
    ],
    [64, ['heap', 'leaks', 'run.xht', '--phases', '('], '--phases: not a regular expression'],
    [64, ['heap', 'leaks', 'run.xht', '--phases', 'x'], '--phases: 0 marks match; a verdict needs 4'],
    [64, ['heap', 'who', 'run.xht', '12'], 'expected an address such as 0x3ffb4c10, got "12"'],
    [64, ['heap', 'export', 'run.xht', '-o', 'x.doc'], '--format: expected one of collapsed'],
    [65, ['heap', 'leaks', 'text.xht'], 'text.xht: byte 0: not a heap trace of xtal'],
    [65, ['heap', 'leaks', 'run.xht', '--elf', 'text.xht'], 'text.xht: at 0x0: 52 bytes expected'],
    [66, ['heap', 'leaks', 'none.xht'], 'none.xht: cannot be read: no such file'],
    [
      74,
      ['heap', 'export', 'run.xht', '-o', 'no/x.folded'],
      'no/x.folded: cannot be written: no such folder',
    ],
    [64, ['report', 'run.xht'], '-o FILE.html is missing'],
    [65, ['report', 'text.xht', '-o', 'r.html'], 'text.xht: byte 0: not a heap trace of xtal'],
    [66, ['report', 'none.xht', '-o', 'r.html'], 'none.xht: cannot be read: no such file'],
    [74, ['report', 'run.xht', '-o', 'no/r.html'], 'no/r.html: cannot be written: no such folder'],
  ])('exit code %i: xtal %j', async (code, args, message) => {
    const result = await xtal(...args);
    expect(result.err).toContain(message);
    expect(result.code).toBe(code);
  });
});

it('xtal report writes the page, with the sources of the folder that was named', async () => {
  writeFileSync(join(folder, 'mqtt.c'), '/* the source */\n');
  expect(
    (await xtal('report', 'run.xht', '-o', 'r.html', '--sources', '.', '--title', 'Night run')).code,
  ).toBe(0);
  const html = readFileSync(join(folder, 'r.html'), 'utf8');
  expect(html).toContain('<h1 id="title">Night run</h1>');
  expect(html).toContain('/* the source */');
});

it.skipIf(!existsSync('/dev/full'))('xtal report: a full disk is exit code 74', async () => {
  const { code, err } = await xtal('report', 'run.xht', '-o', '/dev/full');
  expect([code, err]).toEqual([
    74,
    'xtal report: /dev/full: cannot be written: no space left on the device\n',
  ]);
});
