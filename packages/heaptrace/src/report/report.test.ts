import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureTotals } from '../analysis/totals.js';
import { allocationEvent, freeEvent, syntheticTrace, traceOf } from '../outside/testing.js';
import { bytesTraceSource, openTrace, type Trace } from '../outside/trace.js';
import { chromiumPath, launchChromium, needsChromium } from './browser-testing.js';
import { ColumnWriter } from './columns.js';
import { gatherReport } from './report-data.js';
import { createReport, renderReport } from './report.js';
import { sourceFinder } from './sources.js';

const bytes = syntheticTrace({ events: 40_000, lua: true, phases: 12 });
const firmware = (): Trace => openTrace(bytesTraceSource(bytes));
/** Names as a hostile program would choose them. */
const hostile = (): Trace =>
  traceOf((w) => {
    w.task(0x3ffb8000, '<img src=x onerror="document.title=1">');
    w.allocationEvent(
      allocationEvent({ cycle: 0, task: 0x3ffb8000, operation: '<b onmouseover=alert(1)>' }, [0x400d1003]),
    );
    for (let i = 0; i < 5; i++) w.mark(i * 100, '</script><script>document.title=2</script>');
  });

describe('what the page gets', () => {
  const data = gatherReport(firmware());

  it('agrees with the analyses', () => {
    const totals = measureTotals(firmware());
    const sum = (field: 'allocations' | 'bytes' | 'liveBlocks' | 'liveBytes'): number =>
      data.sites.reduce((total, site) => total + site[field], 0);
    expect([sum('allocations'), sum('bytes')]).toEqual([totals.allocations, totals.bytes]);
    expect([sum('liveBlocks'), sum('liveBytes')]).toEqual([totals.liveBlocks, totals.liveBytes]);
    expect([data.liveBlocks, data.liveBytes, data.peak.bytes]).toEqual([
      totals.liveBlocks,
      totals.liveBytes,
      totals.peakBytes,
    ]);
    expect(data.phases.marked).toBe(true);
    expect(data.growth.map((row) => row.verdict)).toContain('cache');
  });

  it('without marks the run is cut into equal parts', () => {
    const { phases } = gatherReport(traceOf((w) => w.allocationEvent(allocationEvent())));
    expect(phases).toEqual({ names: expect.any(Array) as string[], marked: false });
    expect(phases.names).toHaveLength(16);
  });

  it('above the limit the smallest dead blocks give way, and are counted', () => {
    const some = gatherReport(firmware(), { maxBlocks: 500 });
    expect(some.droppedBlocks).toBeGreaterThan(10_000);
    expect(some.droppedBlocks + 500 + some.liveBlocks).toBeGreaterThanOrEqual(some.allocations);
    expect(some.allocations).toBe(data.allocations);
  });

  it('an empty trace gives a page too', () => {
    expect(createReport(traceOf(() => {}))).toContain('test.elf');
  });
});

it('columns: varints, deltas of both signs, decompressed by anyone', () => {
  const writer = new ColumnWriter();
  writer.plain([5, 300]);
  writer.deltas([7, 4]);
  expect([...inflateRawSync(Buffer.from(writer.finish(), 'base64'))]).toEqual([2, 5, 0xac, 2, 2, 14, 5]);
});

describe('the page', () => {
  it('holds no address of a network and allows none', () => {
    const html = createReport(firmware());
    expect(html).toContain("default-src 'none'");
    const urls = [...html.matchAll(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}/gi)].map(([url]) => url);
    expect(urls.filter((url) => url !== 'http://www.w3.org')).toEqual([]);
    expect(html).not.toMatch(/<(link|img|iframe)\b|@import|url\(/);
  });

  it('shows hostile names as text', () => {
    const html = renderReport(gatherReport(hostile(), { title: '</title><script>' }));
    expect(html).not.toContain('</script><script>document');
    expect(html).toContain('<title>&#60;/title&#62;&#60;script&#62; · heap report</title>');
  });

  it('its scripts are free of type errors', () => {
    const config = fileURLToPath(new URL('../../assets/report/tsconfig.json', import.meta.url));
    const { config: json } = ts.readConfigFile(config, (path) => ts.sys.readFile(path)) as {
      config: unknown;
    };
    const { options, fileNames } = ts.parseJsonConfigFileContent(json, ts.sys, dirname(config));
    expect(fileNames.length).toBeGreaterThan(5);
    const messages = ts
      .getPreEmitDiagnostics(ts.createProgram(fileNames, options))
      .map(
        (entry) =>
          `${entry.file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(entry.messageText, ' ')}`,
      );
    expect(messages).toEqual([]);
  });
});

describe('source files', () => {
  const root = mkdtempSync(join(tmpdir(), 'xtal-'));
  const inside = join(root, 'project');
  mkdirSync(join(inside, 'main'), { recursive: true });
  writeFileSync(join(inside, 'main/mqtt.c'), 'int x;\n');
  writeFileSync(join(inside, 'binary.c'), 'a\0b');
  for (const [folder, name] of [
    ['a', 'twice.c'],
    ['b', 'twice.c'],
    ['a', 'once.c'],
  ]) {
    mkdirSync(join(inside, folder!), { recursive: true });
    writeFileSync(join(inside, folder!, name!), `${folder}\n`);
  }
  writeFileSync(join(root, 'secret.c'), 'no\n');
  symlinkSync(join(root, 'secret.c'), join(inside, 'link.c'));
  afterAll(() => rmSync(root, { recursive: true }));
  const find = sourceFinder([inside, join(root, 'missing')]);

  it.each([
    ['main/mqtt.c', 'int x;\n'],
    ['/build/gateway/main/mqtt.c', 'int x;\n'],
    ['C:\\gateway\\main\\mqtt.c', 'int x;\n'],
    ['once.c', 'a\n'],
    ['elsewhere/once.c', 'a\n'],
    ['twice.c', undefined],
    ['b/twice.c', 'b\n'],
    ['other.c', undefined],
    ['binary.c', undefined],
    ['../secret.c', undefined],
    ['main/../../secret.c', undefined],
    ['link.c', undefined],
    [join(root, 'secret.c'), undefined],
    ['/etc/passwd', undefined],
    ['main', undefined],
    ['', undefined],
  ])('%s', (file, text) => {
    expect(find(file)).toBe(text);
  });

  it('whatever name comes, only files below the folder are read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '.', '/', 'main', 'secret.c', 'mqtt.c', 'link.c')),
        (parts) => {
          expect(find(parts.join('/'))).not.toBe('no\n');
        },
      ),
    );
  });
});

describe.skipIf(chromiumPath === undefined)(`in a browser ${needsChromium}`, () => {
  let browser: Browser;
  let folder: string;
  const errors: string[] = [];
  const requests: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
    folder = mkdtempSync(join(tmpdir(), 'xtal-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function open(html: string, fragment = ''): Promise<Page> {
    const path = join(folder, 'report.html');
    writeFileSync(path, html);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    errors.length = 0;
    requests.length = 0;
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(`file://${path}${fragment}`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    return page;
  }

  it('opens without errors and asks for nothing but itself', async () => {
    const page = await open(createReport(firmware()));
    expect(errors).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await page.locator('h1').innerText()).toBe('gateway (synthetic)');
    expect(await page.locator('#growth tbody tr').first().innerText()).toMatch(/^leak\s+topic_copy/);
    expect(await page.locator('#lua tbody tr').count()).toBe(2);
    await page.close();
  });

  it('a click on the map leads from the block to its chain to its source', async () => {
    const source = (file: string): string | undefined =>
      file === 'freertos/tasks.c'
        ? Array.from({ length: 900 }, (_, i) => `line ${i + 1};`).join('\n')
        : undefined;
    const page = await open(createReport(firmware(), { source }));
    const map = page.locator('.chart.map canvas');
    const box = (await map.boundingBox())!;
    // Low in the map, late in the run: a block from the start that stays.
    await map.click({ position: { x: box.width * 0.7, y: 320 } });
    expect(await page.locator('#details h2').innerText()).toMatch(/^[\d\s]+ bytes at 0x3ffb[0-9a-f]{4}$/);
    expect(await page.locator('#details dd').nth(1).innerText()).toBe('never');
    const frame = page.locator('#details .frames button').first();
    expect(await frame.innerText()).toMatch(/^task_create\s+freertos\/tasks\.c:\d+$/);
    await frame.click();
    const line = /:(\d+)$/.exec(await frame.innerText())![1]!;
    expect(await page.locator('#details pre.source .here').innerText()).toBe(`line ${line};`);
    await page.locator('#details .frames button').nth(1).click();
    expect(await page.locator('#details .note').innerText()).toContain(
      'main/gateway.c is not in this report',
    );
    expect(errors).toEqual([]);
    await page.close();
  });

  it('a suspect by mouse and by keyboard; zoom and back; a frame of the graph; search; theme', async () => {
    const page = await open(createReport(firmware()));
    await page.locator('#growth tbody tr').first().locator('button').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#details h2').innerText()).toBe('topic_copy');
    expect(await page.locator('#growth tr.chosen').count()).toBe(1);
    const picture = (): Promise<string> =>
      page.evaluate("document.querySelector('.chart.map canvas').toDataURL()");
    const whole = await picture();
    await page.locator('#zoom-in').click();
    await page.waitForTimeout(100);
    expect(await picture()).not.toBe(whole);
    await page.locator('#whole').click();
    await page.waitForTimeout(100);
    expect(await picture()).toBe(whole);
    await page.locator('#colour').selectOption('site');
    await page.waitForTimeout(100);
    expect(await page.locator('#legend span').count()).toBeGreaterThan(4);
    await page.locator('#flame canvas').click({ position: { x: 40, y: 28 } });
    expect(await page.locator('#flame .crumbs').innerText()).toContain('main_task');
    await page.locator('#search').fill('session');
    const light = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.locator('#theme').click();
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).not.toBe(light);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('hostile names do nothing', async () => {
    const page = await open(createReport(hostile()));
    await page.locator('#growth tbody tr').first().click();
    expect(await page.title()).toBe('test.elf · heap report');
    expect(await page.locator('img').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('several heaps, failures and a cut trace are told', async () => {
    const trace = traceOf(
      (w) => {
        for (let i = 0; i < 300; i++)
          w.allocationEvent(
            allocationEvent(
              { cycle: i * 10, address: (i & 1 ? 0x3ffb0010 : 0x3f800010) + i * 64, size: 48, given: 48 },
              [0x400d1003 + (i % 7) * 3],
            ),
          );
        w.allocationEvent(freeEvent(0x3ffb0fff, 3100));
        w.allocationEvent(
          allocationEvent({ kind: 'fail', cycle: 3200, address: 0, given: 0, size: 99_999 }, [0x400d1003]),
        );
      },
      {
        program: 'two heaps',
        cpuHz: 240e6,
        heaps: [
          { name: 'SPIRAM', start: 0x3f800000, size: 0x400000 },
          { name: 'DRAM', start: 0x3ffb0000, size: 0x10000 },
        ],
      },
      3300,
    );
    const page = await open(createReport(trace), '#theme=dark');
    expect(await page.locator('.chart.map').count()).toBe(2);
    expect(await page.locator('#failures tbody tr').innerText()).toContain('99\u202f999');
    expect(await page.locator('#damage').innerText()).toContain(
      '1 free was of a block from before the trace',
    );
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(errors).toEqual([]);
    await page.close();
  });
});
