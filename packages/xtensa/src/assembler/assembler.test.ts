import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readElfObject, relocationName, type ElfObject } from '../elf/index.js';
import { disassemble, encode, INSTRUCTIONS, operandValue } from '../isa/index.js';
import { assemble, assembleFlat, formatDiagnostic, type AssemblyOptions } from './index.js';

/** Assembles a source without errors and reads the object back. */
function object(text: string, options: AssemblyOptions = {}): ElfObject {
  const result = assemble([{ name: 'test.s', text }], { debugLines: false, ...options });
  expect(result.diagnostics.map(formatDiagnostic)).toEqual([]);
  return readElfObject('test.o', result.object!);
}

/** Contents of a section as hexadecimal bytes. */
function bytes(file: ElfObject, name: string): string {
  const section = file.sections.find((s) => s.name === name);
  return Buffer.from(section?.data ?? []).toString('hex');
}

/** Disassembly of a section, offsets as addresses. */
function code(file: ElfObject, name = '.text'): string[] {
  const { data } = file.sections.find((s) => s.name === name)!;
  const lines: string[] = [];
  for (let at = 0; at < data.length;) {
    const { text, length } = disassemble(data, at, at);
    lines.push(text);
    at += Math.max(1, length);
  }
  return lines;
}

/** Disassembly of the last bytes of `.text`. */
function tail(file: ElfObject, count: number): string[] {
  const { data } = file.sections.find((s) => s.name === '.text')!;
  const lines: string[] = [];
  for (let at = data.length - count; at < data.length;) {
    const { text, length } = disassemble(data, at, at);
    lines.push(text);
    at += length;
  }
  return lines;
}

/** Relocations of a section: `offset type symbol+addend`. */
function relocations(file: ElfObject, name = '.text'): string[] {
  return file.sections
    .find((s) => s.name === name)!
    .relocations.map((r) => {
      const target =
        r.symbol === undefined ? '*ABS*' : r.symbol.name || file.sections[r.symbol.section]!.name;
      return `${r.offset} ${relocationName(r.type)} ${target}+${r.addend}`;
    });
}

/** Messages of a source with errors. */
function errors(text: string, options: AssemblyOptions = {}): string[] {
  const result = assemble([{ name: 'test.s', text }], options);
  expect(result.object).toBeUndefined();
  return result.diagnostics.filter((d) => d.severity === 'error').map(formatDiagnostic);
}

describe('assemble and disassemble', () => {
  it('are inverse for every instruction over random operands', () => {
    for (const i of INSTRUCTIONS) {
      fc.assert(
        fc.property(fc.nat(0xffffff), fc.nat(0xffffffff), (random, address) => {
          const pc = address >>> 0;
          const free = i.operands.reduce((mask, operand) => mask | operand.mask, 0);
          const word = i.match | (random & free);
          const { text } = disassemble(word, pc);
          const result = assembleFlat(text, pc, { transform: false });
          expect(result.diagnostics.map(formatDiagnostic)).toEqual([]);
          const out = result.bytes!;
          expect(out.length).toBe(i.length);
          expect(out[0]! | (out[1]! << 8) | ((out[2] ?? 0) << 16)).toBe(word);
          expect(
            encode(
              i,
              i.operands.map((o) => operandValue(o, word, pc)),
              pc,
            ),
          ).toBe(word);
        }),
        { numRuns: 12 },
      );
    }
  });
});

describe('narrow and wide forms', () => {
  it.each([
    ['add a2, a3, a4', ['add.n a2, a3, a4']],
    ['addi a2, a3, 1', ['addi.n a2, a3, 1']],
    ['addi a2, a3, 0', ['mov.n a2, a3']],
    ['addi a2, a3, 16', ['addi a2, a3, 16']],
    ['addi a2, a2, 300', ['addmi a2, a2, 0x100', 'addi a2, a2, 44']],
    ['addi a2, a2, 512', ['addmi a2, a2, 0x200']],
    ['addi sp, sp, -3000', ['addmi a1, a1, 0xfffff400', 'addi a1, a1, 72']],
    ['addmi a2, a3, 0x1234', ['addmi a2, a3, 0x1200', 'addi a2, a2, 52']],
    ['mov a2, a3', ['mov.n a2, a3']],
    ['or a2, a3, a3', ['mov.n a2, a3']],
    ['or a2, a3, a4', ['or a2, a3, a4']],
    ['l32i a2, a3, 60', ['l32i.n a2, a3, 60']],
    ['l32i a2, a3, 64', ['l32i a2, a3, 64']],
    ['l32i.n a2, a3, 64', ['l32i a2, a3, 64']],
    ['s32i a2, a3, 0', ['s32i.n a2, a3, 0']],
    ['movi a2, 95', ['movi.n a2, 95']],
    ['movi a2, 96', ['movi a2, 96']],
    ['movi a2, 0xffffffff', ['movi.n a2, -1']],
    ['movi a2, -2048', ['movi a2, 0xfffff800']],
    ['ret', ['ret.n']],
    ['retw', ['retw.n']],
    ['nop', ['nop.n']],
    ['slli a2, a3, 0', ['mov.n a2, a3']],
    ['srli a2, a3, 20', ['extui a2, a3, 20, 12']],
    ['_addi a2, a3, 1', ['addi a2, a3, 1']],
    ['_movi a2, 1', ['movi a2, 1']],
    ['bbci.l a2, 3, .', ['bbci a2, 3, 0x0']],
    ['_bbsi.l a2, 3, .', ['bbsi a2, 3, 0x0']],
  ])('%s', (source, expected) => {
    expect(code(object(`${source}\n`))).toEqual(expected);
  });

  it('leaves everything as written inside .begin no-transform', () => {
    const file = object('.begin no-transform\nadd a2, a3, a4\nmov a2, a3\nret\n.end no-transform\nret\n');
    expect(code(file)).toEqual(['add a2, a3, a4', 'or a2, a3, a3', 'ret', 'ret.n']);
  });
});

describe('literals', () => {
  it('MOVI of a large constant or a symbol becomes L32R of a word in .literal', () => {
    const file = object('movi a2, 100000\nmovi a3, symbol+4\n');
    expect(bytes(file, '.literal')).toBe('a086010000000000');
    expect(relocations(file, '.literal')).toEqual(['4 R_XTENSA_32 symbol+4']);
    expect(relocations(file)).toEqual(['0 R_XTENSA_SLOT0_OP .literal+0', '3 R_XTENSA_SLOT0_OP .literal+4']);
  });

  it('.literal puts words into the section that belongs to the text section', () => {
    const file = object(
      '.section .text.f,"ax"\n.literal_position\n.literal .LC0, f, 7\nf: l32r a2, .LC0\n' +
        '.section .iram1,"ax"\nmovi a2, 0x12345678\n.section .iram0.text,"ax"\nmovi a2, 0x12345678\n',
    );
    expect(file.sections.map((s) => s.name)).toEqual(
      expect.arrayContaining(['.literal.f', '.iram1.literal', '.iram0.literal']),
    );
    expect(bytes(file, '.literal.f')).toBe('0000000007000000');
    expect(relocations(file, '.literal.f')).toEqual(['0 R_XTENSA_32 .text.f+0']);
  });

  it('keeps the offset of a local symbol in the word and of a global one in the addend, as GNU as does', () => {
    const file = object('.data\n.byte 1,2,3,4\nx: .word x+8\n.global y\ny: .word y+8\n');
    expect(bytes(file, '.data')).toBe('010203040c00000000000000');
    expect(relocations(file, '.data')).toEqual(['4 R_XTENSA_32 .data+0', '8 R_XTENSA_32 y+8']);
  });

  it('collects them at .literal_position with textSectionLiterals', () => {
    const file = object('j f\n.literal_position\nf: movi a2, 0x12345678\nmovi a3, 0x11111111\n', {
      textSectionLiterals: true,
    });
    expect(bytes(file, '.text')).toBe('060200' + '00' + '78563412' + '11111111' + '21feff' + '31feff');
  });

  it('.begin literal_prefix names the section', () => {
    const file = object(
      '.begin literal_prefix .mine\nmovi a2, 0x12345678\n.end literal_prefix\nmovi a2, 0x12345678\n',
    );
    expect(bytes(file, '.mine.literal')).toBe('78563412');
    expect(bytes(file, '.literal')).toBe('78563412');
  });

  it('loads with a far offset take it from a literal', () => {
    expect(code(object('l8ui a3, a2, 300\n'))[1]).toBe('add.n a3, a3, a2');
    expect(errors('l8ui a2, a2, 300\n')[0]).toContain('operand 3 of l8ui is 300, expected 0 to 255');
  });
});

describe('branches', () => {
  it('are inverted over a jump when the target is far, narrow when it is near', () => {
    const far = object(
      'beqz a2, far\nbeq a2, a3, far\nbeqz a4, near\nnop\nnop\nnear: .space 1000\nfar: ret\n',
    );
    expect(code(far).slice(0, 5)).toEqual([
      'beqz a2, 0x3f7',
      'bne a2, a3, 0x9',
      'j 0x3f7',
      'beqz.n a4, 0xf',
      'nop.n',
    ]);
  });

  it('goes backwards and forwards over the limit of the narrow form', () => {
    const at = (n: number): string => code(object(`beqz a2, l\n.space ${n}\nl:\n`))[0]!;
    expect(at(1)).toBe('beqz a2, 0x4');
    expect(at(2)).toBe('beqz.n a2, 0x4');
    expect(at(65)).toBe('beqz.n a2, 0x43');
    expect(at(66)).toBe('beqz a2, 0x45');
    expect(tail(object('l: .space 2044\nbeqz a2, l\n'), 3)).toEqual(['beqz a2, 0x0']);
    expect(tail(object('l: .space 2045\nbeqz a2, l\n'), 5)).toEqual(['bnez.n a2, 0x802', 'j 0x0']);
  });

  it.each([
    ['bltz a2', 'bgez a2'],
    ['beqi a2, 3', 'bnei a2, 3'],
    ['blti a2, -1', 'bgei a2, -1'],
    ['bltui a2, 0x8000', 'bgeui a2, 0x8000'],
    ['bltu a2, a3', 'bgeu a2, a3'],
    ['blt a2, a3', 'bge a2, a3'],
    ['bany a2, a3', 'bnone a2, a3'],
    ['ball a2, a3', 'bnall a2, a3'],
    ['bbc a2, a3', 'bbs a2, a3'],
    ['bbci a2, 17', 'bbsi a2, 17'],
    ['bf b3', 'bt b3'],
  ])('%s and %s are opposites', (x, y) => {
    expect(code(object(`${x}, l\n.space 60000\nl:\n`)).slice(0, 2)).toEqual([`${y}, 0x6`, 'j 0xea66']);
    expect(code(object(`${y}, l\n.space 60000\nl:\n`)).slice(0, 2)).toEqual([`${x}, 0x6`, 'j 0xea66']);
  });

  it('to other sections go over a jump that the linker patches', () => {
    const file = object('beqz a2, elsewhere\n');
    expect(code(file)).toEqual(['bnez.n a2, 0x5', 'j 0x6']);
    expect(relocations(file)).toEqual(['0 R_XTENSA_SLOT0_OP .text+5', '2 R_XTENSA_SLOT0_OP elsewhere+0']);
  });

  it('say where a target is out of reach', () => {
    expect(errors('a: .space 140000\nj a\n')[0]).toMatch(
      /^test\.s:2:3: error: target of j is at a distance of -140000/,
    );
    expect(errors('_loop a2, l\n.space 300\nl:\n')[0]).toContain(
      'target of loop is at a distance of 303, expected a target at a distance of 4 to 259',
    );
  });

  it('J.L goes through its register only when it must', () => {
    expect(code(object('j.l near, a5\nnear:\n'))).toEqual(['j 0x3']);
    const far = object('j.l far, a5\n.space 140000\nfar:\n');
    expect(code(far)[1]).toBe('jx a5');
  });
});

describe('calls', () => {
  it('are direct when nothing is known, and L32R with CALLX under longcalls', () => {
    expect(code(object('call8 f\n'))).toEqual(['call8 0x4']);
    const long = object('call8 f\n', { longcalls: true });
    expect(code(long)[1]).toBe('callx8 a8');
    expect(relocations(long)).toEqual(['0 R_XTENSA_SLOT0_OP .literal+0', '0 R_XTENSA_ASM_EXPAND f+0']);
    expect(relocations(long, '.literal')).toEqual(['0 R_XTENSA_32 f+0']);
  });

  it('are expanded when the target is too far or not word-aligned', () => {
    expect(code(object('call4 f\n.space 530000\n.align 4\nf: ret\n'))[1]).toBe('callx4 a4');
    expect(code(object('call0 f\nnop\nf: ret\n'))).toEqual([
      'l32r a0, 0xfffc0000',
      'callx0 a0',
      'nop.n',
      'ret.n',
    ]);
    expect(code(object('call12 f\n.align 4\nf: ret\n'))[0]).toBe('call12 0x4');
  });
});

describe('zero-overhead loops', () => {
  it('are padded so that the first instruction of the body does not cross a word', () => {
    const at = (n: number, count: number): string[] =>
      tail(object(`.space ${n}\nloop a2, e\nsub a3, a3, a4\ne:\n`), count);
    expect(at(4, 8)).toEqual(['nop.n', 'loop a2, 0xc', 'sub a3, a3, a4']);
    expect(at(5, 6)).toEqual(['loop a2, 0xb', 'sub a3, a3, a4']);
    expect(at(6, 6)).toEqual(['loop a2, 0xc', 'sub a3, a3, a4']);
    expect(at(7, 8)).toEqual(['nop.n', 'loop a2, 0xf', 'sub a3, a3, a4']);
  });
});

describe('loops with a far end', () => {
  const start = (name: string, count: number): string[] =>
    code(object(`nop\n${name} a2, e\n.space 400\ne:\n`)).slice(1, 1 + count);

  it('write LBEG and LEND themselves', () => {
    expect(start('loop', 9)).toEqual([
      'loop a2, 0x1d',
      'rsr.lend a2',
      'wsr.lbeg a2',
      'addi a2, a2, -112',
      'addmi a2, a2, 0x200',
      'wsr.lend a2',
      'isync',
      'rsr.lcount a2',
      'addi a2, a2, 1',
    ]);
    expect(start('loopnez', 3)).toEqual(['bnez.n a2, 0x7', 'j 0x1b2', 'loopnez a2, 0x22']);
    expect(start('loopgtz', 3)).toEqual(['bgei a2, 1, 0x8', 'j 0x1b3', 'loopgtz a2, 0x23']);
    expect(errors('loop a2, e\n.space 40000\ne:\n')[0]).toContain(
      'end of loop is at a distance of 40000, expected at most 32639',
    );
  });
});

describe('special registers', () => {
  it.each([
    ['rsr a2, ps', 'rsr.ps a2'],
    ['rsr a2, 230', 'rsr.ps a2'],
    ['wsr a3, EXCSAVE1', 'wsr.excsave1 a3'],
    ['wsr a3, 226', 'wsr.intset a3'],
    ['rsr a3, 226', 'rsr.interrupt a3'],
    ['xsr.sar a4', 'xsr.sar a4'],
    ['rur a2, threadptr', 'rur.threadptr a2'],
    ['wur a2, 231', 'wur.threadptr a2'],
  ])('%s', (source, expected) => {
    expect(code(object(source))).toEqual([expected]);
  });

  it('rejects what the ESP32 has not', () => {
    expect(errors('rsr a2, 99999')[0]).toContain('register 99999 does not exist on the ESP32');
    expect(errors('rsr a2, nonsense')[0]).toContain('"nonsense" is no special register');
    expect(errors('wsr a2, prid')[0]).toContain('wsr cannot access prid');
  });
});

describe('data', () => {
  it.each([
    [".byte 1, -1, 0xff, 'a, '\\n'", '01ffff610a'],
    ['.hword 0x1234\n.short -2', '3412feff'],
    [
      '.word 1+2*3, (1+2)*3, -7/2, -7%3, 1<<4|3, ~0, !0',
      '0700000009000000fdffffffffffffff13000000ffffffff01000000',
    ],
    [
      '.quad 0x123456789abcdef0, -1, 18446744073709551615',
      'f0debc9a78563412ffffffffffffffffffffffffffffffff',
    ],
    ['.ascii "a\\tb\\101\\x42\\\\\\"" "c"\n.asciz "x", "y"', '610962414' + '25c2263' + '78007900'],
    ['.float 1.5, -0.0\n.double 3.25', '0000c03f000000800000000000000a40'],
    ['.uleb128 127, 128, 624485\n.sleb128 -1, 63, 64, -123456', '7f8001e58e267f3fc000c0bb78'],
    ['.fill 2, 3, 0x0102\n.fill 2', '02010002010000' + '00'],
    ['.byte 1\n.align 4, 7\n.byte 2\n.p2align 3,,2\n.byte 3', '010707070203'],
    ['.space 3, 9\n.zero 2\n.skip 1', '090909000000'],
    ['.byte 1\n.org 4, 5\n.byte 2', '0105050502'],
    ['a: .byte 1\n.org a+3\n.byte 2', '01000002'],
    ['.equ n, 3\n.byte n\nn = n + 1\n.byte n\n.set n, 9\n.byte n', '030409'],
    ['.word 1 == 1, 1 <> 1, 2 > 1 && 0, 1 || 0', 'ffffffff000000000000000001000000'],
    ['.byte later\n.set later, 7', '07'],
    ['.string16 "ab"', '610062000000'],
    ['.byte . - start\nstart = 0', undefined],
  ])('%s', (source, expected) => {
    if (expected === undefined) expect(errors(`.data\n${source}\n`)).toHaveLength(1);
    else expect(bytes(object(`.data\n${source}\n`), '.data')).toBe(expected);
  });

  it('differences of labels are constants, also over relaxed code and in LEB128', () => {
    const file = object('a: beqz a2, b\n.space 200\nb: nop\n.data\n.word b-a\n.uleb128 b-a\n.byte b-a-1\n');
    expect(bytes(file, '.data')).toBe('cb000000' + 'cb01' + 'ca');
  });

  it('symbol - . is a PC-relative relocation; other differences are errors', () => {
    expect(relocations(object('.data\n.word 0, f - .\n'), '.data')).toEqual(['4 R_XTENSA_32_PCREL f+0']);
    expect(errors('.data\n.word f - g\n')[0]).toContain('they lie in different sections');
    expect(errors('.data\n.byte f\n')[0]).toContain('the address of f in 1 byte, expected 4 bytes');
  });
});

describe('symbols and sections', () => {
  it('keep binding, type, size and visibility', () => {
    const file = object(
      '.global f\n.type f, @function\nf: nop\nret\n.size f, .-f\n.weak w\nw:\n.hidden h\n.global h\nh:\n' +
        '.comm c, 10, 8\n.lcomm l, 5\n.local k\n.comm k, 4, 4\n.set v, 0x40000000\n.equ alias, f\n.extern e\n.word u\n',
    );
    const symbol = (name: string): unknown => {
      const s = file.symbols.find((x) => x.name === name);
      return (
        s && [s.value, s.size, s.binding, s.type, s.visibility, file.sections[s.section]?.name ?? s.section]
      );
    };
    expect(symbol('f')).toEqual([0, 4, 1, 2, 0, '.text']);
    expect(symbol('w')).toEqual([4, 0, 2, 0, 0, '.text']);
    expect(symbol('h')).toEqual([4, 0, 1, 0, 2, '.text']);
    expect(symbol('c')).toEqual([8, 10, 1, 1, 0, 0xfff2]);
    expect(symbol('l')).toEqual([0, 5, 0, 1, 0, '.bss']);
    expect(symbol('k')).toEqual([8, 4, 0, 1, 0, '.bss']);
    expect(symbol('v')).toEqual([0x40000000, 0, 0, 0, 0, 0xfff1]);
    expect(symbol('alias')).toEqual([0, 0, 0, 0, 0, '.text']);
    expect(symbol('u')).toEqual([0, 0, 1, 0, 0, '']);
    expect(symbol('e')).toBeUndefined();
  });

  it('.section takes flags, types, entry sizes and COMDAT groups', () => {
    const file = object(
      '.section .rodata.str1.4,"aMS",@progbits,1\n.string "a"\n.section .text.g,"axG",@progbits,g,comdat\n.weak g\ng: movi a2, 0x12345678\n' +
        '.section .noinit,"aw",@nobits\n.space 16\n.pushsection .data\n.byte 1\n.popsection\n.space 4\n.previous\n.text\nnop\n.previous\n.space 1\n',
    );
    const section = (name: string): unknown => {
      const s = file.sections.find((x) => x.name === name)!;
      return [s.type, s.flags, s.size, s.entrySize];
    };
    expect(section('.rodata.str1.4')).toEqual([1, 0x32, 2, 1]);
    expect(section('.text.g')).toEqual([1, 0x206, 4, 0]);
    expect(section('.noinit')).toEqual([8, 3, 20, 0]);
    expect(file.groups).toHaveLength(1);
    expect(file.groups[0]!.signature).toBe('g');
    expect(file.groups[0]!.members.map((m) => file.sections[m]!.name)).toEqual(
      expect.arrayContaining(['.text.g', '.literal.g']),
    );
  });

  it('local labels can be used again and again', () => {
    const file = object('1: nop\nj 1b\nj 1f\n1: j 1b\n2: j 2b\n');
    expect(code(file)).toEqual(['nop.n', 'j 0x0', 'j 0x8', 'j 0x8', 'j 0xb']);
    expect(errors('j 1f\n')[0]).toBe('test.s:1:3: error: 1f: no local label 1: after this place');
    expect(errors('j 1b\n')[0]).toContain('1b: no local label 1: before this place');
  });
});

describe('macros and conditionals', () => {
  const data = (source: string): string => bytes(object(`.data\n${source}\n`), '.data');

  it('take positional and named arguments, defaults, required and variadic parameters', () => {
    const macro = '.macro m a, b=2, c:req\n.byte \\a, \\b, \\c\n.endm\n';
    expect(data(`${macro}m 1, 5, 3\nm 1,,3\nm c=9, a=7`)).toBe('010503' + '010203' + '070209');
    expect(data('.macro v first, rest:vararg\n.byte \\first\n.byte \\rest\n.endm\nv 1, 2, 3')).toBe('010203');
    expect(data('.macro s x\n.byte \\x + 1\n.endm\ns 2 + 3')).toBe('06');
    expect(errors(`${macro}m 1\n`)[0]).toContain('m needs a value for its parameter c');
    expect(errors(`${macro}m 1,2,3,4\n`)[0]).toContain('too many arguments: m takes 3');
  });

  it('count expansions with \\@, join with \\() and rename LOCAL labels', () => {
    expect(data('.macro m n\nl\\n\\()x\\@: .byte \\@\n.endm\nm 1\nm 1\n.byte l1x1 - l1x0')).toBe('000101');
    expect(data('.macro m\nLOCAL here\nhere: .byte . - here\n.endm\nm\nm')).toBe('0000');
  });

  it('repeat', () => {
    expect(data('.rept 3\n.byte 7\n.endr')).toBe('070707');
    expect(data('.irp x, 1, 2, 3\n.byte \\x\n.endr')).toBe('010203');
    expect(data('.irpc x, 456\n.byte \\x\n.endr')).toBe('040506');
    expect(data('.rept 2\n.irp x, 1, 2\n.rept 2\n.byte \\x\n.endr\n.endr\n.endr')).toBe('0101020201010202');
    expect(data('i = 0\n.rept 3\n.byte i\ni = i + 1\n.endr')).toBe('000102');
  });

  it('recurse with .if and leave with .exitm', () => {
    expect(data('.macro down n\n.byte \\n\n.if \\n\ndown "(\\n - 1)"\n.endif\n.endm\ndown 3')).toBe(
      '03020100',
    );
    expect(data('.macro m x\n.if \\x\n.exitm\n.endif\n.byte 1\n.endm\nm 1\nm 0')).toBe('01');
  });

  it('choose', () => {
    expect(data('.if 0\n.byte 1\n.elseif 1\n.byte 2\n.else\n.byte 3\n.endif')).toBe('02');
    expect(data('.if 0\n.if 1\n.byte 1\n.else\n.endif\n.else\n.byte 4\n.endif')).toBe('04');
    expect(
      data('.ifdef x\n.byte 1\n.endif\n.ifndef x\n.byte 2\n.endif\nx = 1\n.ifdef x\n.byte 3\n.endif'),
    ).toBe('0203');
    expect(data('.ifc a,a\n.byte 1\n.endif\n.ifb\n.byte 2\n.endif\n.ifeqs "x","y"\n.byte 3\n.endif')).toBe(
      '0102',
    );
    expect(data('.ifgt 1\n.byte 1\n.endif\n.ifle 1\n.byte 2\n.endif')).toBe('01');
    expect(errors('.if 1\nnop\n')[0]).toContain('.if without .endif');
    expect(errors('.endif\n')[0]).toContain('.endif without .if');
    expect(errors('.macro m\nnop\n')[0]).toContain('.macro m without its end');
  });
});

describe('errors', () => {
  it('name file, line, column and what was expected', () => {
    expect(errors('\n  addi a2, a3\n')).toEqual([
      'test.s:2:14: error: addi takes 3 operands, expected a comma and operand 3, found the end of the line\n' +
        '      addi a2, a3\n                 ^',
    ]);
    expect(errors('addi a2, a16, 1')[0]).toContain(
      'test.s:1:10: error: expected a register a0 to a15, found "a16"',
    );
    expect(errors('s32i a2, a3, 2')[0]).toContain(
      'test.s:1:14: error: operand 3 of s32i is 2, expected 0 to 1020 in steps of 4',
    );
    expect(errors('frobnicate a2')[0]).toContain('test.s:1:1: error: unknown instruction frobnicate');
    expect(errors('.frob')[0]).toContain('unknown directive .frob');
    expect(errors('nop nop')[0]).toContain(
      'test.s:1:5: error: unexpected "nop", expected the end of the statement',
    );
    expect(errors('x: nop\nx: nop')[0]).toContain('x is defined already at test.s:1');
    expect(errors('.word 1/0')[0]).toContain('division by zero');
    expect(errors('.word a*b')[0]).toContain('operator * needs constants, and a is none');
    expect(errors('beqi a2, 9, .')[0]).toContain('operand 2 of beqi is 9, expected one of -1, 1, 2, 3');
    expect(errors('j .Lnowhere')[0]).toContain('label .Lnowhere is used and never defined');
    expect(errors('.set a, b\n.set b, a\n.word a')[0]).toContain('is defined by itself');
  });

  it('go on after an error and report the others', () => {
    expect(errors('bad1\nnop\nbad2\n')).toHaveLength(2);
  });

  it('show the expansion of macros', () => {
    const text = '.macro inner x\naddi a2, a2, \\x\n.endm\n.macro outer\ninner a99\n.endm\nnop\nouter\n';
    expect(errors(text)).toEqual([
      [
        'test.s:2:14: error: operand 3 of addi must be a constant, and a99 is none',
        '  in the expansion of inner, called at test.s:5',
        '  in the expansion of outer, called at test.s:8',
      ].join('\n'),
    ]);
    const bad = errors('.macro m r\nadd a2, \\r, a3\n.endm\nm a77\n')[0];
    expect(bad).toContain('    add a2, a77, a3\n');
    expect(bad).toContain('in the expansion of m, called at test.s:4');
  });

  it('follow line markers', () => {
    expect(errors('# 42 "code.c"\nbad\n')[0]).toContain('code.c:42:1: error: unknown instruction bad');
  });

  it('stop after a hundred', () => {
    const result = errors('bad\n'.repeat(1000));
    expect(result).toHaveLength(101);
    expect(result[100]).toContain('too many errors');
  });
});

describe('.S sources', () => {
  const preprocessed = (text: string, options: AssemblyOptions = {}): string =>
    bytes(
      (() => {
        const result = assemble([{ name: 'test.S', text }], { debugLines: false, ...options });
        expect(result.diagnostics.map(formatDiagnostic)).toEqual([]);
        return readElfObject('o', result.object!);
      })(),
      '.data',
    );

  it('define, include and choose', () => {
    const include = (name: string): string | undefined =>
      name === 'n.h' ? '#pragma once\n#define N 5 /* five */\n' : undefined;
    expect(
      preprocessed('#include "n.h"\n.data\n.byte N // n\n#ifdef M\n.byte 1\n#else\n.byte 2\n#endif\n', {
        include,
      }),
    ).toBe('0502');
    expect(preprocessed('#define F(x, y) .byte x, y\n#define G F(1,2)\n.data\nG\nF((3), 4)\n')).toBe(
      '01020304',
    );
    expect(
      preprocessed(
        '.data\n#if defined(A) && A > 2\n.byte 1\n#elif 1 ? 0 : 1\n.byte 2\n#else\n.byte A\n#endif\n',
        { defines: { A: 2 } },
      ),
    ).toBe('02');
    expect(
      preprocessed(
        '#define CAT(a,b) a##b\n#define STR(a) #a\n.data\nCAT(x,1): .ascii STR(hi)\n.byte . - x1\n',
      ),
    ).toBe('686902');
    expect(preprocessed('#define A \\\n 1\n.data\n.byte A, __LINE__, __XTENSA__\n')).toBe('010401');
  });

  it('keep their lines', () => {
    const result = assemble([{ name: 'test.S', text: '#define A \\\n 1\n#if 0\n\n#endif\nbad\n' }]);
    expect(result.diagnostics[0]).toMatchObject({ file: 'test.S', line: 6, column: 1 });
    const include = (): string => '\nbad\n';
    const included = assemble([{ name: 'test.S', text: 'nop\n#include "x.h"\nbad\n' }], { include });
    expect(included.diagnostics.map((d) => `${d.file}:${d.line}`)).toEqual(['x.h:2', 'test.S:3']);
  });

  it('report #error, missing files and open conditionals', () => {
    const messages = (text: string): string[] =>
      assemble([{ name: 't.S', text }]).diagnostics.map((d) => d.message);
    expect(messages('#error no\n')).toEqual(['#error no']);
    expect(messages('#include "gone.h"\n')).toEqual(['cannot include "gone.h": no such file was given']);
    expect(messages('#if 1\n')).toEqual(['#if without #endif']);
    expect(messages('#if (\n#endif\n')).toEqual(['#if: expected a value at the end of the condition']);
  });
});

describe('limits', () => {
  const limits = {
    statements: 10_000,
    expandedText: 100_000,
    outputBytes: 100_000,
    readText: 1_000_000,
    nesting: 50,
  };

  it.each([
    ['endless recursion of a macro', '.macro m\nm\n.endm\nm\n', 'nested more than 50 deep'],
    ['huge repetition', '.rept 1000000\nnop\n.endr\n', 'more than'],
    ['absurd repetition', '.rept 1000000000000\n.endr\n', 'expected at most'],
    ['nested repetitions', '.rept 9999\n.rept 9999\n.endr\n.endr\n', 'more than 10000 statements'],
    ['huge space', '.space 0x7fffffff\n', 'more than 100000 bytes of output'],
    ['huge alignment', '.align 0x10000000\n.byte 1\nbeqz a2, .\n.align 0x10000000\n', 'bytes of output'],
    ['doubling macro', '.macro d x\nd "\\x \\x"\n.endm\nd abcdefgh\n', ''],
    ['doubling symbol', `x = y\n${'x = x + x\n'.repeat(70)}.word x\n`, ''],
    [
      'doubling aliases',
      `.equiv x0, y\n${Array.from({ length: 70 }, (_, i) => `.equiv x${i + 1}, x${i} + x${i}\n`).join('')}.word x70\n`,
      '',
    ],
    ['deep parentheses', `.word ${'('.repeat(5000)}1\n`, 'nested more than 200 deep'],
    ['deep negation', `.word ${'-'.repeat(5000)}1\n`, 'nested more than 200 deep'],
    ['endless sum', `.word ${'a+'.repeat(50_000)}1\n`, ''],
    ['circular size', 'a: .space b - a + 1\nb:\n', 'does not settle'],
  ])('%s ends with a diagnostic', (_name, text, message) => {
    const result = assemble([{ name: 't.s', text }], { limits });
    expect(result.object).toBeUndefined();
    expect(result.diagnostics.at(-1)?.message ?? '').toContain(message);
  });

  it('doubling preprocessor macros end', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `#define a${i + 1} a${i} a${i}`).join('\n');
    const result = assemble([{ name: 't.S', text: `#define a0 nop;\n${lines}\na40\n` }], { limits });
    expect(result.object).toBeUndefined();
  });
});
