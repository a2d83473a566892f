import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv } from 'ajv';
import type { Browser, Page } from 'playwright-core';
import { Profile } from 'pprof-format';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPeak } from '../analysis/peak.js';
import { measureTotals } from '../analysis/totals.js';
import {
  allocationEvent,
  collect,
  freeEvent,
  MemorySink,
  syntheticTrace,
  traceOf,
} from '../outside/testing.js';
import { bytesTraceSource, openTrace, type Trace } from '../outside/trace.js';
import { chromiumPath, launchChromium, needsChromium } from '../report/browser-testing.js';
import { toChromeTrace } from './chrome-trace.js';
import { STACK_MEASURES, toCollapsed } from './collapsed.js';
import { convertTrace } from './convert.js';
import { toDhat } from './dhat.js';
import { toIdfDump } from './idf-dump.js';
import { toPprof } from './pprof.js';
import { toSpeedscope } from './speedscope.js';

const bytes = syntheticTrace({ events: 20_000, lua: true });
const firmware = (): Trace => openTrace(bytesTraceSource(bytes, 'gateway.xht'));
const small = (): Trace =>
  traceOf((w) => {
    const alloc = (cycle: number, address: number, size: number, chain: number[], core = 0): void =>
      w.allocationEvent(allocationEvent({ cycle, address, size, given: size, core }, chain));
    alloc(0x1_0000_0123, 0x3ffb0100, 100, [0x400d1003, 0x400d2003]);
    alloc(0x1_0000_0200, 0x3ffb0200, 16, [0x400d1009], 1);
    w.allocationEvent(freeEvent(0x3ffb0100, 0x1_0000_0300, [0x400d3003]));
    alloc(0x1_0000_0400, 0x3ffb0100, 40, [0x400d1003, 0x400d2003]);
  });

const require = createRequire(import.meta.url);
const speedscopeFolder = join(require.resolve('speedscope/package.json'), '..');
const dhatViewer = '/usr/libexec/valgrind/dh_view.html';

describe('collapsed stacks', () => {
  it('outermost first, a blank, the number', () => {
    expect(toCollapsed(small())).toBe('0x400d2003;0x400d1003 140\n0x400d1009 16\n');
    expect(toCollapsed(small(), { measure: 'live-blocks' })).toBe('0x400d2003;0x400d1003 1\n0x400d1009 1\n');
    expect(toCollapsed(small(), { measure: 'peak-bytes' })).toBe(
      '0x400d2003;0x400d1003 100\n0x400d1009 16\n',
    );
  });

  it.each(STACK_MEASURES)('%s: the numbers add up to the total of the trace', (measure) => {
    const lines = toCollapsed(firmware(), { measure }).trimEnd().split('\n');
    const sum = lines.reduce((total, line) => total + Number(/ (\d+)$/.exec(line)![1]), 0);
    const totals = measureTotals(firmware());
    const expected = {
      'live-bytes': totals.liveBytes,
      'live-blocks': totals.liveBlocks,
      'peak-bytes': findPeak(firmware()).bytes,
      'total-bytes': totals.bytes,
      'total-blocks': totals.allocations,
    };
    expect(sum).toBe(expected[measure]);
  });

  it('with inlined frames, and for Lua by traceback', () => {
    expect(toCollapsed(firmware())).toMatch(
      /;payload_build \(main\/mqtt\.c:\d+\);json_append \(json\/json\.c:55\) \d+\n/,
    );
    expect(toCollapsed(firmware(), { stacks: 'lua' })).toMatch(
      /\ntick \(init\.lua:31\);format \(init\.lua:14\);l_alloc \(.*\) \d+\n/,
    );
  });

  it('separators in names do not break a line', () => {
    const trace = firmware();
    trace.read({});
    (trace.symbols as Map<number, unknown>).set(trace.chains.at(1, 0), [{ function: 'operator;new\n' }]);
    const lines = toCollapsed(Object.assign(Object.create(trace) as Trace, { read: trace.read.bind(trace) }));
    expect(
      lines
        .trimEnd()
        .split('\n')
        .every((line) => /^\S.* \d+$/.test(line)),
    ).toBe(true);
  });
});

describe('DHAT', () => {
  it('totals, lifetimes, maximum, state at the peak and at the end', () => {
    const file = toDhat(small());
    expect(file).toMatchObject({ dhatFileVersion: 2, tu: 'cycles', tg: 0x1_0000_0200, te: 0x1_0000_0400 });
    expect(file.ftbl).toEqual(['[root]', '0x400d1003', '0x400d2003', '0x400d1009']);
    expect(file.pps).toEqual([
      { tb: 140, tbk: 2, tl: 0x1dd, mb: 100, mbk: 1, gb: 100, gbk: 1, eb: 40, ebk: 1, fs: [1, 2] },
      { tb: 16, tbk: 1, tl: 0x200, mb: 16, mbk: 1, gb: 16, gbk: 1, eb: 16, ebk: 1, fs: [3] },
    ]);
  });
});

describe('pprof', () => {
  it('decodes to the same totals, names, lines and inlined frames', () => {
    const profile = Profile.decode(gunzipSync(toPprof(firmware())));
    const text = (index: unknown): string => profile.stringTable.strings[Number(index)]!;
    expect(profile.sampleType.map(({ type, unit }) => `${text(type)}/${text(unit)}`)).toEqual([
      'alloc_objects/count',
      'alloc_space/bytes',
      'inuse_objects/count',
      'inuse_space/bytes',
    ]);
    const totals = measureTotals(firmware());
    const sums = [0, 1, 2, 3].map((i) =>
      profile.sample.reduce((sum, { value }) => sum + Number(value[i]), 0),
    );
    expect(sums).toEqual([totals.allocations, totals.bytes, totals.liveBlocks, totals.liveBytes]);
    const names = profile.location.map(({ line }) =>
      line.map((l) => text(profile.function[Number(l.functionId) - 1]!.name)),
    );
    expect(names).toContainEqual(['json_append', 'payload_build']);
    const labels = profile.sample.flatMap(({ label }) => label.map((l) => `${text(l.key)}=${text(l.str)}`));
    expect(labels.sort()).toEqual(['lua=init.lua:14', 'lua=init.lua:22']);
  });

  const go = spawnSync('go', ['version']).status === 0;
  it.skipIf(!go)('is read by `go tool pprof` (skipped where Go is not installed)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'xtal-'));
    try {
      writeFileSync(join(folder, 'heap.pb.gz'), toPprof(firmware()));
      const { stdout, status } = spawnSync(
        'go',
        ['tool', 'pprof', '-top', '-sample_index=alloc_space', 'heap.pb.gz'],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
      expect(status).toBe(0);
      expect(stdout).toContain('mem_malloc');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('speedscope', () => {
  const schema = JSON.parse(
    readFileSync(join(speedscopeFolder, 'dist/release/file-format-schema.json'), 'utf8'),
  ) as object;
  const validate = new Ajv({ strict: false }).compile(schema);

  it.each(['native', 'lua'] as const)('%s stacks satisfy the published schema', (stacks) => {
    const file = toSpeedscope(firmware(), { stacks });
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...file, profiles: [{}] })).toBe(false);
    for (const { samples, weights, endValue } of file.profiles) {
      expect(samples.length).toBe(weights.length);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(endValue);
      expect(samples.flat().every((frame) => frame < file.shared.frames.length)).toBe(true);
    }
  });
});

describe('Chrome trace events', () => {
  const file = toChromeTrace(firmware(), { steps: 100, spans: 50 });

  it('have the fields that each phase needs, and times in order of the counters', () => {
    for (const event of file.traceEvents) {
      expect(typeof event.name).toBe('string');
      expect(event.ts).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(event.pid) && Number.isInteger(event.tid)).toBe(true);
      if (event.ph === 'C') expect(Object.values(event.args!).every(Number.isFinite)).toBe(true);
      if (event.ph === 'b' || event.ph === 'e') expect(event.id).toMatch(/^0x/);
      if (event.ph === 'i') expect(event.s).toMatch(/^[gt]$/);
    }
  });

  it('carry counters, marks, task names and the largest blocks as spans', () => {
    const named = (ph: string): string[] => file.traceEvents.filter((e) => e.ph === ph).map((e) => e.name);
    expect(new Set(named('C'))).toEqual(
      new Set(['live bytes', 'live blocks', 'free DRAM', 'largest free DRAM']),
    );
    expect(named('i')).toContain('iteration 10');
    expect(named('b').length).toBe(50);
    expect(named('e').length).toBe(50);
    const tasks = file.traceEvents.filter((e) => e.name === 'thread_name').map((e) => e.args!.name);
    expect(tasks).toContain('net');
    const last = file.traceEvents.filter((e) => e.name === 'live bytes').at(-1)!;
    expect(last.args!.bytes).toBe(measureTotals(firmware()).liveBytes);
  });
});

describe('IDF dump', () => {
  it('v5.1.3, leaks', () => {
    expect(toIdfDump(small(), { depth: 2 })).toBe(
      '====== Heap Trace: 2 records (2 capacity) ======\n' +
        '    16 bytes (@ 0x3ffb0200, Internal) allocated CPU 1 ccount 0x00000200 caller 0x400d1009:\n' +
        '    40 bytes (@ 0x3ffb0100, Internal) allocated CPU 0 ccount 0x00000400 caller 0x400d1003:0x400d2003\n' +
        '====== Heap Trace Summary ======\n' +
        'Mode: Heap Trace Leaks\n' +
        "56 bytes 'leaked' in trace (2 allocations)\n" +
        'records: 2 (2 capacity, 2 high water mark)\n' +
        'total allocations: 3\n' +
        'total frees: 1\n' +
        '================================\n',
    );
  });

  it('v4.4, all', () => {
    expect(toIdfDump(small(), { mode: 'all', depth: 2, idfVersion: 'v4.4.8' })).toBe(
      '3 allocations trace (3 entry buffer)\n' +
        '100 bytes (@ 0x3ffb0100) allocated CPU 0 ccount 0x00000120 caller 0x400d1003:0x400d2003\n' +
        'freed by 0x400d3003:0x0\n' +
        '16 bytes (@ 0x3ffb0200) allocated CPU 1 ccount 0x00000200 caller 0x400d1009:\n' +
        '40 bytes (@ 0x3ffb0100) allocated CPU 0 ccount 0x00000400 caller 0x400d1003:0x400d2003\n' +
        '56 bytes alive in trace (2/3 allocations)\n' +
        'total allocations 3 total frees 1\n',
    );
  });
});

it('conversion to JSON lines and back loses nothing', () => {
  const lines = new MemorySink();
  convertTrace(firmware(), lines, 'json-lines');
  const again = new MemorySink();
  convertTrace(openTrace(bytesTraceSource(lines.bytes())), again, 'binary');
  const back = openTrace(bytesTraceSource(again.bytes()));
  expect(collect(back)).toEqual(collect(firmware()));
  const original = firmware();
  collect(original);
  expect(back.header).toEqual(original.header);
  expect(back.symbols).toEqual(original.symbols);
  expect(back.tasks).toEqual(original.tasks);
});

describe.skipIf(chromiumPath === undefined)(`the real tools accept the files ${needsChromium}`, () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await launchChromium();
    folder = mkdtempSync(join(tmpdir(), 'xtal-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens speedscope, gives it a file, waits for the profile (or for its complaint). */
  async function openInSpeedscope(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(folder, name);
    writeFileSync(path, content);
    const page: Page = await browser.newPage();
    const messages: string[] = [];
    page.on('dialog', (dialog) => {
      messages.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => messages.push(error.message));
    await page.goto(`file://${join(speedscopeFolder, 'dist/release/index.html')}`);
    await page.locator('input[type=file]').setInputFiles(path);
    for (let tries = 0; messages.length === 0 && (await page.title()) === 'speedscope'; tries++) {
      if (tries === 200) messages.push('no profile after 20 s');
      await page.waitForTimeout(100);
    }
    const title = await page.title();
    await page.close();
    expect(messages).toEqual([]);
    return title;
  }

  it('speedscope: its own format', async () => {
    const title = await openInSpeedscope('heap.speedscope.json', JSON.stringify(toSpeedscope(firmware())));
    expect(title).toContain('gateway (synthetic)');
  });

  it('speedscope: collapsed stacks', async () => {
    expect(await openInSpeedscope('heap.txt', toCollapsed(firmware()))).toContain('heap.txt');
  });

  it('speedscope: pprof', async () => {
    expect(await openInSpeedscope('heap.pb.gz', toPprof(firmware()))).toContain('heap.pb.gz');
  });

  it('speedscope refuses what is none of these (so that the checks above can fail)', async () => {
    await expect(openInSpeedscope('heap.json', '{"profiles":7}')).rejects.toThrow();
  });

  it.skipIf(!existsSync(dhatViewer))(
    "DHAT: valgrind's viewer (skipped where valgrind is not installed)",
    async () => {
      const path = join(folder, 'dhat.json');
      writeFileSync(path, JSON.stringify(toDhat(firmware())));
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`file://${dhatViewer}`);
      await page.locator('input[type=file]').setInputFiles(path);
      await page
        .waitForFunction("document.body.innerText.includes('mem_malloc')", undefined, {
          timeout: 20_000,
        })
        .catch(() => {});
      const text = await page.locator('body').innerText();
      await page.close();
      expect(errors).toEqual([]);
      expect(text).toContain('gateway (synthetic)');
      expect(text).toMatch(/cycles/);
      expect(text).toContain('mem_malloc');
    },
  );
});
