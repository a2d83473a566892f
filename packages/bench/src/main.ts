/** `npm run bench [GROUP...]`: runs the benchmarks, prints tables, writes `.xtal/bench.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { assemblerBenchmark } from './assembler.js';
import { engineBench, formatEngineBench } from './engine.js';
import { benchmarkHeap, benchmarkObserver, formatHeapBenchmark } from './heap.js';
import { formatLuaBenchmark, luaBenchmark } from './lua.js';
import { benchmarkReplay } from './replay.js';
import { benchmarkTracing, formatTracing } from './tracing.js';

/** A group's figures, and how they are printed. */
interface Group {
  readonly title: string;
  run(): Promise<{ figures: unknown; text: string }> | { figures: unknown; text: string };
}

/** Rows as a table whose columns are the keys. */
function table(rows: readonly object[]): string {
  const cells = rows.map((row) =>
    Object.entries(row).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'number'
        ? Number.isInteger(value)
          ? String(value)
          : value.toFixed(2)
        : String(value),
    ]),
  );
  const keys = cells[0]?.map(([key]) => key!) ?? [];
  const widths = keys.map((key, column) =>
    Math.max(key.length, ...cells.map((row) => row[column]![1]!.length)),
  );
  const line = (texts: readonly string[]): string =>
    texts.map((text, column) => text.padStart(widths[column]!)).join('  ');
  return `${[line(keys), ...cells.map((row) => line(row.map(([, text]) => text!)))].join('\n')}\n`;
}

const GROUPS: Readonly<Record<string, Group>> = {
  engine: {
    title: 'Interpreter: million guest instructions a second',
    run: () => {
      const rows = engineBench();
      return { figures: rows, text: formatEngineBench(rows) };
    },
  },
  assembler: {
    title: 'Assembler',
    run: () => {
      const rows = assemblerBenchmark();
      return { figures: rows, text: table(rows) };
    },
  },
  heap: {
    title: "TLSF: nanoseconds an operation beside the C library's malloc",
    run: () => {
      const rows = benchmarkHeap();
      const observer = benchmarkObserver();
      return { figures: { rows, observer }, text: formatHeapBenchmark(rows, observer) };
    },
  },
  replay: {
    title: 'Replay of a .rep trace',
    run: async () => {
      const rows = await benchmarkReplay();
      return { figures: rows, text: table(rows) };
    },
  },
  tracing: {
    title: 'The price of tracing: guest cycles, guest bytes and host nanoseconds of malloc + free',
    run: () => {
      const rows = benchmarkTracing();
      return { figures: rows, text: formatTracing(rows) };
    },
  },
  lua: {
    title: 'Lua: times of plain fengari',
    run: async () => {
      const rows = await luaBenchmark();
      return { figures: rows, text: formatLuaBenchmark(rows) };
    },
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(GROUPS, name));
if (unknown.length > 0) {
  process.stderr.write(
    `bench: unknown group ${unknown.join(', ')}; there are ${Object.keys(GROUPS).join(', ')}\n`,
  );
  process.exit(64);
}
const figures: Record<string, unknown> = {
  machine: { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length },
};
for (const name of asked.length > 0 ? asked : Object.keys(GROUPS)) {
  const group = GROUPS[name]!;
  process.stdout.write(`\n${group.title}\n\n`);
  const result = await group.run();
  figures[name] = result.figures;
  process.stdout.write(result.text);
}
const folder = fileURLToPath(new URL('../../../.xtal/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}bench.json`, `${JSON.stringify(figures, undefined, 2)}\n`);
process.stdout.write('\nwritten: .xtal/bench.json\n');
