/**
 * The outside trace on a machine: programs that a real ESP32 GCC built run against the heap services with and without
 * it. The objects are those of the shared fixtures; without them the tests are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMachine, type Machine } from '@xtal/esp32';
import { describe, expect, it } from 'vitest';
import { findLeaks } from '../analysis/leaks.js';
import { LiveHeap } from '../analysis/live-heap.js';
import { installHeapServices } from '../services/index.js';
import { chainFrames } from '../symbols/labels.js';
import { Symbolizer } from '../symbols/symbolizer.js';
import { MemorySink } from './testing.js';
import { bytesTraceSource, openTrace, type Trace } from './trace.js';
import { TraceWriter } from './trace-writer.js';

const folder = fileURLToPath(new URL('../../../../../shared/fixtures/programs/objects/', import.meta.url));
const found = existsSync(folder);

interface ExpectedSite {
  op: string;
  chain: { fn: string; file: string; line: number; inlined?: true }[];
  count: number;
  freed: number;
  moved_by_realloc: number;
  remain_count: number;
  remain_bytes: number;
}

interface Expected {
  objects: string[];
  calls: number;
  alloc_sites: ExpectedSite[];
}

const expectedOf = (level: string): Expected =>
  JSON.parse(readFileSync(`${folder}w1_sensor.${level}.json`, 'utf8')) as Expected;

/** Runs the two objects of the sensor program. */
function run(
  objects: readonly string[],
  traced: boolean,
): { machine: Machine; text: string; trace: Trace | undefined } {
  let text = '';
  const machine = createMachine({ consoleOut: (bytes) => (text += new TextDecoder().decode(bytes)) });
  const services = installHeapServices(machine);
  machine.loadObjects(objects.map((name) => ({ name, bytes: new Uint8Array(readFileSync(folder + name)) })));
  const sink = new MemorySink();
  const writer = traced
    ? new TraceWriter(sink, { program: objects.join(' '), cpuHz: machine.cpuMHz * 1e6, heaps: [] })
    : undefined;
  if (writer !== undefined) services.addListener(writer);
  expect(machine.run({ maxInstructions: 5_000_000 }).reason).toBe('exit');
  if (writer === undefined) return { machine, text, trace: undefined };
  const symbolizer = new Symbolizer(
    machine.symbols,
    machine.images.map(
      (image) => (name: string) => image.sections.find((section) => section.name === name)?.bytes,
    ),
  );
  writer.finish(machine.core.cycles, symbolizer.symbolize(writer.addresses()));
  expect(symbolizer.problems).toEqual([]);
  expect(sink.bytes().length / writer.events).toBeLessThan(24);
  return { machine, text, trace: openTrace(bytesTraceSource(sink.bytes())) };
}

/** `op: fn file:line < …` of a site. */
const siteKey = (
  op: string,
  chain: { fn: string; file: string; line: number; inlined?: boolean }[],
): string =>
  `${op}: ${chain.map((f) => `${f.fn} ${f.file}:${f.line}${f.inlined === true ? ' inlined' : ''}`).join(' < ')}`;

describe.skipIf(!found)('objects of GCC 13.3 (skipped where the shared fixtures are not found)', () => {
  it.each(['O0', 'O2', 'Os', 'O2lc'])(
    'w1_sensor.%s: tracing from outside changes no cycle and no byte',
    (level) => {
      const { objects } = expectedOf(level);
      const without = run(objects, false);
      const traced = run(objects, true);
      expect(traced.text).toBe(without.text);
      // Its number depends on what a block held before (shrink reads a byte that nobody wrote).
      expect(traced.text).toMatch(/^done \d+ 1$/m);
      expect(traced.machine.core.cycles).toBe(without.machine.core.cycles);
      expect(traced.machine.core.instructions).toBe(without.machine.core.instructions);
      expect(traced.machine.stateHash()).toBe(without.machine.stateHash());
    },
  );

  it.each(['O0', 'O2', 'Os', 'O2lc'])(
    'w1_sensor.%s: every site with its chain, lines, inlined frames, counts and remains',
    (level) => {
      const { objects, alloc_sites: sites, calls } = expectedOf(level);
      const trace = run(objects, true).trace!;
      const heap = new LiveHeap();
      const counts = new Map<number, { op: string; count: number }>();
      const { events } = trace.read({
        event(event) {
          heap.apply(event);
          if (heap.born < 0) return;
          const entry = counts.get(event.chain) ?? { op: event.operation, count: 0 };
          counts.set(event.chain, { ...entry, count: entry.count + 1 });
        },
      });
      expect(events).toBe(calls);
      const leaks = findLeaks(trace).groups;
      const got = [...counts].map(([chain, { op, count }]) => {
        const remains = leaks.find((group) => group.chain === chain);
        const frames = chainFrames(trace, chain).map((frame) => ({
          fn: frame.function,
          file: basename(frame.file ?? ''),
          line: frame.line ?? 0,
          ...(frame.inlined === true ? { inlined: true } : {}),
        }));
        return [siteKey(op, frames), count, remains?.blocks ?? 0, remains?.bytes ?? 0] as const;
      });
      const wanted = sites.map((site) => [
        siteKey(site.op, site.chain),
        site.count,
        site.remain_count,
        site.remain_bytes,
      ]);
      expect(got.map((row) => row.join(' | ')).sort()).toEqual(wanted.map((row) => row.join(' | ')).sort());
    },
  );
});
