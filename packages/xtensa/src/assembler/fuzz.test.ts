import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from './index.js';

/** Sources with something of everything; fuzzing cuts, doubles and swaps their pieces. */
const SEEDS = [
  `\t.file "a.c"\n\t.text\n\t.literal_position\n\t.literal .LC0, table+4, 1234567\n\t.align 4\n\t.global main\n\t.type main, @function
main:\n.LFB0:\n\t.file 1 "a.c"\n\t.loc 1 3 5 view -0\n\tentry sp, 48\n\tl32r a2, .LC0\n.L2:\n\tl32i.n a3, a2, 4\n\tbeqz.n a3, .L3\n\tcall8 printf
\taddi.n a2, a2, 1\n\tbltu a2, a3, .L2\n.L3:\n\tretw.n\n.LFE0:\n\t.size main, .-main\n\t.section .rodata\ntable: .word .L2, .L3, 3f-.L2
3:\t.string "x%d\\n"\n\t.uleb128 .LFE0-.LFB0\n\t.comm buffer,100,4\n\t.ident "GCC"\n`,
  `.macro push r, off=4, rest:vararg\n s32i \\r, a1, \\off\n.ifnb \\rest\n .word \\rest\n.endif\n.endm\n.irp r,a2,a3\n push \\r, 8\n.endr
.rept 3\n1: loop a2, 2f\n addi a2, a2, 1000\n2: j 1b\n.endr\n.if . - 1b > 3\n.byte 1\n.else\n.byte 'a'\n.endif\n.set x, 5\nx = x + 1
.begin no-transform\n movi a2, x\n rsr a2, ps\n.end no-transform\n.section .text.f,"axG",@progbits,f,comdat\nf: movi a2, 0x12345678
 mula.da.hl.ldinc m0, a4, m1, a1\n all4 b9, b12:b13:b14:b15\n madd.s f1, f2, f3\n.cfi_startproc\n.cfi_def_cfa a1, 16\n.cfi_endproc\n.fill 3, 2, 1
.p2align 3,,7\n.float 1.5\n.org 200\n.pushsection .data\n.quad -1\n.popsection\n.exitm\n.purgem push\n`,
  `#define N(x) addi x, x, 1 /* c */\n#if N > 1 && !defined(M)\n#include "self"\n#endif\n#ifdef __XTENSA__\n N(a2) // x\n#else\n#error\n#endif
# 7 "b.S"\n.include "self"\n.word 1+2*(3-4)/5%6<<7>>8|9&10^11, ~1, -2, !3, a-b, 'x'\n`,
];

const limits = {
  statements: 20_000,
  expandedText: 400_000,
  readText: 2_000_000,
  outputBytes: 400_000,
  nesting: 60,
  errors: 30,
};

type Mutation = readonly [kind: number, at: number, length: number, text: string];

function mutate(seed: string, mutations: readonly Mutation[]): string {
  let text = seed;
  for (const [kind, where, length, insert] of mutations) {
    const at = where % (text.length + 1);
    const piece = text.slice(at, at + length);
    if (kind === 0) text = text.slice(0, at) + text.slice(at + length);
    else if (kind === 1) text = text.slice(0, at) + insert + text.slice(at + length);
    else if (kind === 2) text = text.slice(0, at) + piece.repeat(3) + text.slice(at + length);
    else {
      const lines = text.split('\n');
      const from = where % lines.length;
      const to = length % lines.length;
      [lines[from], lines[to]] = [lines[to]!, lines[from]!];
      text = lines.join('\n');
    }
  }
  return text;
}

const fragments = fc.oneof(
  fc.constantFrom(
    '.macro m\nm\n.endm\nm\n', '.rept 99999999\n', '.endr\n', '(', ')', '"', "'", '\\', '\\@', ',', ':', '=', ' - ', '.', '.L2', '1f', '0x', '99999999999999999999',
    '\n', ';', '.if 1\n', '.else\n', '.endif\n', '.space ', '.align ', '.org ', '.uleb128 ', '.section ', '#if ', '#define ', '/*', '*/', '//', 'a99', '\u0000', '\u{1f600}', '\r',
  ), // prettier-ignore
  fc.string({ maxLength: 12, unit: 'binary' }),
);

describe('mutated sources', () => {
  it('end with an object or with diagnostics, and never throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEEDS),
        fc.array(fc.tuple(fc.nat(3), fc.nat(5000), fc.nat(60), fragments), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.boolean(),
        (seed, mutations, preprocess, textSectionLiterals) => {
          const text = mutate(seed, mutations);
          const result = assemble([{ name: preprocess ? 'fuzz.S' : 'fuzz.s', text }], {
            limits,
            textSectionLiterals,
            include: (name) => (name === 'self' ? text : undefined),
          });
          const failed = result.diagnostics.some((d) => d.severity === 'error');
          expect(result.object === undefined).toBe(failed);
          for (const d of result.diagnostics) expect(d.message).not.toBe('');
        },
      ),
      { numRuns: 600 },
    );
  });
});
