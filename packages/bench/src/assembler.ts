/**
 * Assembler: source lines a second, to a finished object.
 *
 * Target: 200 000 lines a second after warm-up.
 */
import Benchmark from 'benchmark';
import { assemble } from '@xtal/xtensa';

/** One line of the benchmark's result. */
export interface AssemblerBenchmarkRow {
  readonly name: string;
  readonly lines: number;
  /** Source lines a second, comments and directives included. */
  readonly linesPerSecond: number;
  /** Relative margin of error of the mean, percent. */
  readonly marginPercent: number;
}

/** Code as a compiler writes it: functions with literals, calls, near and far branches, data, line directives. */
export function compilerLikeSource(functions: number): string {
  const lines = ['\t.file "bench.c"', '\t.text', '\t.file 1 "bench.c"'];
  for (let i = 0; i < functions; i++) {
    lines.push(
      `\t.section .text.f${i},"ax",@progbits`,
      '\t.literal_position',
      `\t.literal .LC${i}, table+${i * 4}, ${i * 7919}`,
      '\t.align 4',
      `\t.global f${i}`,
      `\t.type f${i}, @function`,
      `f${i}:`,
      `.LFB${i}:`,
      `\t.loc 1 ${i + 1} 5`,
      '\tentry\tsp, 48',
      `\tl32r\ta8, .LC${i}\t# the table`,
      '\tmovi.n\ta9, 10',
      `.LL${i}:`,
      `\t.loc 1 ${i + 2} 9`,
      '\tl32i.n\ta10, a8, 4',
      '\taddx4\ta11, a2, a10',
      '\ts32i\ta11, sp, 68',
      `\tbeqz\ta10, .LE${i}`,
      `\tcall8\tf${(i * 17) % functions}`,
      '\textui\ta10, a10, 4, 12',
      '\taddi.n\ta9, a9, -1',
      `\tbltu\ta11, a9, .LL${i}`,
      `\tmovi\ta2, ${i * 1000}`,
      `.LE${i}:`,
      '\tretw.n',
      `\t.size f${i}, .-f${i}`,
    );
  }
  lines.push('\t.section .rodata', '\t.align 4', 'table:');
  for (let i = 0; i < functions; i++) lines.push(`\t.word f${i}, ${i}`, `\t.string "function %d\\n"`);
  return `${lines.join('\n')}\n`;
}

/** Hand-written code: macros, repetitions, conditionals, expressions. */
export function macroSource(repetitions: number): string {
  return `\t.macro save r, off
\ts32i \\r, a1, \\off * 4
\t.endm
\t.rept ${repetitions}
1:\tsave a2, 1
\tsave a3, 2
\t.if . - 1b > 4
\tadd a2, a3, a4
\t.else
\tnop
\t.endif
\tj 1b
\t.endr
`;
}

/** Measures the assembler on both kinds of source. */
export function assemblerBenchmark(): AssemblerBenchmarkRow[] {
  const cases = [
    ['compiler output with line directives', compilerLikeSource(1000), undefined],
    // Every repetition reads 12 lines again and expands two macros of one line.
    ['macros and repetitions', macroSource(2000), 2000 * 14],
  ] as const;
  return cases.map(([name, text, count]) => {
    const lines = count ?? text.split('\n').length;
    const run = (): void => {
      const { object } = assemble([{ name: 'bench.s', text }]);
      if (object === undefined) throw new Error(`${name} does not assemble`);
    };
    const benchmark = new Benchmark(name, run, { minTime: 1, maxTime: 2 });
    benchmark.run();
    return { name, lines, linesPerSecond: lines * benchmark.hz, marginPercent: benchmark.stats.rme };
  });
}
