import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disasm } from '../conformance.js';
import {
  branchTarget,
  decode,
  disassemble,
  encode,
  extractField,
  fieldToValue,
  findInstruction,
  INSTRUCTIONS,
  instruction,
  OperandRangeError,
  operandValue,
  patchInstruction,
  valueToField,
} from './index.js';

const shared = join(import.meta.dirname, '../../../../../shared');
const vectors = join(import.meta.dirname, '../../vectors/disasm.jsonl');

describe('instruction table', () => {
  it('has the 513 instructions of the LX6, in the order of the manual, numbered', () => {
    expect(INSTRUCTIONS).toHaveLength(513);
    const names = INSTRUCTIONS.map((i) => i.name);
    expect([...names].sort()).toEqual(names);
    expect(INSTRUCTIONS.every((i, n) => i.id === n)).toBe(true);
  });

  it('gives every bit of a word to the opcode, one operand or the don’t-care bits', () => {
    for (const i of INSTRUCTIONS) {
      let used = i.mask;
      for (const operand of i.operands) {
        expect(operand.mask & i.mask, `${i.name} operand ${operand.index + 1}`).toBe(0);
        used |= operand.mask;
      }
      expect(used >>> (i.length * 8), i.name).toBe(0);
      expect((i.match & ~i.mask) >>> 0, i.name).toBe(0);
    }
  });

  it.skipIf(!existsSync(join(shared, 'facts/isa/esp32-isa.json')))(
    'is what the generator makes of the reference facts (skipped without them)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'xtal-isa-'));
      try {
        const script = join(import.meta.dirname, '../../scripts/generate-isa-tables.mjs');
        execFileSync(process.execPath, [script, join(shared, 'facts/isa/esp32-isa.json'), folder]);
        for (const file of readdirSync(folder)) {
          const committed = readFileSync(join(import.meta.dirname, 'tables', file), 'utf8');
          expect(readFileSync(join(folder, file), 'utf8') === committed, file).toBe(true);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

describe('decoder', () => {
  it('finds for every 16-bit and for random 24-bit words exactly the row that matches', () => {
    const check = (word: number, length: number): void => {
      const rows = INSTRUCTIONS.filter((i) => i.length === length && (word & i.mask) === i.match);
      expect(rows.length).toBeLessThanOrEqual(1);
      expect(decode(word)?.name).toBe(rows[0]?.name);
    };
    for (let word = 8; word < 0x10000; word += word % 16 === 13 ? 11 : 1) check(word, 2);
    fc.assert(
      fc.property(fc.nat(0xfffff), fc.nat(7), (high, low) => {
        check((high << 4) | low, 3);
      }),
      { numRuns: 3000 },
    );
  });

  it('has no instruction where the low nibble is 14 or 15', () => {
    expect(decode(0x00000e)?.name).toBeUndefined();
    expect(decode(0xffffff)).toBeUndefined();
    expect(disassemble(Uint8Array.of(0x0f, 0, 0), 0)).toMatchObject({ text: '(invalid)', length: 1 });
  });

  it('takes an instruction that is cut off by the end of the bytes as invalid', () => {
    expect(disassemble(Uint8Array.of(0x36, 0x41), 0)).toMatchObject({ text: '(invalid)', length: 2 });
    expect(disassemble(new Uint8Array(0), 0)).toMatchObject({ text: '(invalid)', length: 0 });
  });
});

describe('encoder', () => {
  it('inverts the decoder for every instruction and random fields', () => {
    for (const i of INSTRUCTIONS) {
      fc.assert(
        fc.property(fc.nat(0xffffff), fc.nat(0xffffffff), (random, pc) => {
          const word = i.match | (random & i.operands.reduce((mask, operand) => mask | operand.mask, 0));
          const values = i.operands.map((operand) => operandValue(operand, word, pc));
          expect(encode(i, values, pc)).toBe(word);
        }),
        { numRuns: 20 },
      );
    }
  });

  it('inverts value and field for every operand over its whole field', () => {
    const seen = new Set<string>();
    for (const i of INSTRUCTIONS) {
      for (const operand of i.operands) {
        if (seen.has(operand.type)) continue;
        seen.add(operand.type);
        for (let field = 0; field < 2 ** operand.width; field++) {
          expect(valueToField(operand, fieldToValue(operand, field))).toBe(field);
        }
      }
    }
  });

  it.each([
    ['addi', [2, 3, 128], 3, '-128 to 127'],
    ['movi', [2, 2048], 2, '-2048 to 2047'],
    ['l32i', [2, 3, 6], 3, '0 to 1020 in steps of 4'],
    ['beqi', [2, 9, 0x100], 2, 'one of -1, 1, 2, 3'],
    ['entry', [1, 32761], 2, '0 to 32760 in steps of 8'],
    ['add', [16, 0, 0], 1, 'a0 to a15'],
    ['j', [0x20004], 1, 'a target at a distance of -131068 to 131075'],
  ] as const)('says what %s %j takes', (name, values, operand, expected) => {
    let error: unknown;
    try {
      encode(instruction(name), values, 0);
    } catch (e) {
      error = e;
    }
    expect(error).toBeInstanceOf(OperandRangeError);
    expect(error).toMatchObject({ instruction: name, operand });
    expect((error as Error).message).toContain(expected);
  });
});

describe('relocation of a slot', () => {
  it('patches branches, calls and literal loads and leaves the other fields', () => {
    const beq = encode(instruction('beq'), [3, 4, 0x400d0010], 0x400d0000);
    const moved = patchInstruction(beq, 0x400d0050, 0x400d0020);
    expect(disassemble(moved, 0x400d0020).text).toBe('beq a3, a4, 0x400d0050');
    const l32r = patchInstruction(0x000021, 0x400c0000, 0x400d0001);
    expect(disassemble(l32r, 0x400d0001).text).toBe('l32r a2, 0x400c0000');
    expect(branchTarget(l32r, 0x400d0001)).toBe(0x400c0000);
    expect(extractField(findInstruction('l32r')!.operands[0]!, l32r)).toBe(2);
  });

  it('refuses words without such an operand and targets out of range', () => {
    expect(() => patchInstruction(0x0020f0, 0, 0)).toThrow(RangeError);
    const call8 = encode(instruction('call8'), [4], 0);
    expect(() => patchInstruction(call8, 0x400000, 0)).toThrow(OperandRangeError);
    expect(() => patchInstruction(call8, 6, 0)).toThrow(OperandRangeError);
  });
});

describe('disassembler', () => {
  it('passes the committed part of the vectors', async () => {
    const result = await disasm([{ path: 'disasm.jsonl', bytes: readFileSync(vectors) }]);
    expect(result.failures).toEqual([]);
    expect(result.passed).toBeGreaterThan(900);
  });

  it.skipIf(!existsSync(join(shared, 'vectors/isa/disasm.jsonl')))(
    'passes all shared vectors (skipped without them)',
    async () => {
      const bytes = readFileSync(join(shared, 'vectors/isa/disasm.jsonl'));
      expect(await disasm([{ path: 'disasm.jsonl', bytes }])).toMatchObject({ failed: 0, passed: 4281 });
    },
  );

  it('counts empty, malformed and foreign files as failures', async () => {
    const file = (text: string) => [{ path: 'x', bytes: new TextEncoder().encode(text) }];
    expect(await disasm(file(''))).toMatchObject({ passed: 0, failed: 1 });
    expect(await disasm(file('hello'))).toMatchObject({ passed: 0, failed: 1 });
    expect(await disasm(file('{"name":"add#1","code":"00"}'))).toMatchObject({ passed: 0, failed: 1 });
    expect(await disasm(file('{"pc":"0","hex":"f02000","text":"nop"}'))).toMatchObject({
      failed: 0,
      passed: 1,
    });
    expect((await disasm(file('{"pc":"0","hex":"f02000","text":"memw"}'))).failures).toEqual([
      'x:1: f02000 at 0: expected "memw", got "nop"',
    ]);
  });
});
