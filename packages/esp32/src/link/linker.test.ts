import { branchTarget, wordAt } from '@xtal/xtensa';
import { Relocation, SymbolBinding, SymbolType } from '@xtal/xtensa/elf';
import { describe, expect, test } from 'vitest';
import { ElfError } from '../elf/elf-error.js';
import { fixture } from '../testing/fixtures.js';
import { archive, code, TestObject } from '../testing/objects.js';
import { LinkError } from './link-error.js';
import { link } from './linker.js';
import type { LinkedProgram, LinkOptions } from './linked-program.js';
import { TEST_LAYOUT } from '../testing/link-options.js';

const NATIVES: Record<string, number> = {
  malloc: 0x4006f440,
  printf: 0x4006f444,
  _xtal_call_of_undefined_weak: 0x4006f448,
};

const OPTIONS: LinkOptions = {
  ...TEST_LAYOUT,
  entries: ['_start', 'app_main', 'main'],
  resolveNative: (name) => NATIVES[name],
};

/** Byte contents at a guest address. */
function read(program: LinkedProgram, address: number, length: number): Uint8Array {
  const segment = program.segments.find(
    (one) => address >= one.address && address < one.address + one.memorySize,
  )!;
  return segment.data.slice(address - segment.address, address - segment.address + length);
}

function word(program: LinkedProgram, address: number): number {
  return new DataView(read(program, address, 4).buffer).getUint32(0, true);
}

function address(program: LinkedProgram, name: string): number {
  return program.symbols.find((symbol) => symbol.name === name)!.address;
}

/** An object that defines one function which calls others through CALL8. */
function caller(name: string, callees: string[], section = `.text.${name}`): TestObject {
  const object = new TestObject();
  const text = object.section(
    section,
    'text',
    code(['entry', 1, 32], ...callees.map((): ['call8', number] => ['call8', 4]), ['retw']),
  );
  object.symbol(name, text, { size: text.size });
  callees.forEach((callee, i) =>
    object.relocate(text, 3 + 3 * i, Relocation.SLOT0_OP, object.symbol(callee)),
  );
  return object;
}

describe('relocations', () => {
  test('a call goes to the function of another object, and to a native function by its address', () => {
    const inputs = [
      { name: 'a.o', bytes: caller('main', ['helper', 'malloc']).bytes() },
      { name: 'b.o', bytes: caller('helper', []).bytes() },
    ];
    const program = link(inputs, OPTIONS);
    const main = program.entry.address;
    expect(program.entry.name).toBe('main');
    const target = (at: number): number => branchTarget(wordAt(read(program, at, 3), 0), at)!;
    expect(target(main + 3)).toBe(address(program, 'helper'));
    expect(target(main + 6)).toBe(0x4006f440);
  });

  test('R_XTENSA_32 adds symbol, addend and what stands in the word; 32_PCREL subtracts the place', () => {
    const object = caller('main', []);
    const data = object.section('.data', 'data', Uint8Array.from([0x10, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]));
    const symbol = object.symbol('here', data, { value: 4, type: SymbolType.object });
    object
      .relocate(data, 0, Relocation.R32, symbol, 0x100)
      .relocate(data, 4, Relocation.R32_PCREL, symbol, 8);
    const program = link([{ name: 'a.o', bytes: object.bytes() }], OPTIONS);
    expect(word(program, 0x3ffb0000).toString(16)).toBe((0x3ffb0004 + 0x100 + 0x10).toString(16));
    expect(word(program, 0x3ffb0004)).toBe(8);
  });

  test('literals lie before the code that loads them, whatever the order of sections', () => {
    const object = new TestObject();
    const text = object.section(
      '.text.main',
      'text',
      code(['entry', 1, 32], ['l32r', 2, 0], ['retw']).slice(),
    );
    const literal = object.section('.literal.main', 'text', 4);
    const local = object.symbol('', literal, { binding: SymbolBinding.local, type: SymbolType.section });
    object.symbol('main', text, { size: text.size });
    object
      .relocate(text, 3, Relocation.SLOT0_OP, local)
      .relocate(literal, 0, Relocation.R32, object.symbol('malloc'));
    const program = link([{ name: 'a.o', bytes: object.bytes() }], OPTIONS);
    const main = address(program, 'main');
    const literalAt = branchTarget(wordAt(read(program, main + 3, 3), 0), main + 3)!;
    expect(literalAt).toBeLessThan(main);
    expect(word(program, literalAt)).toBe(NATIVES.malloc);
  });

  test('thread-local words are offsets from the thread pointer, 8 bytes before the first (R_XTENSA_TLS_TPOFF)', () => {
    const object = caller('main', []);
    const tls = object.section('.tdata', 'tls', Uint8Array.from([1, 0, 0, 0, 2, 0, 0, 0]));
    const data = object.section('.data', 'data', 4);
    object.relocate(data, 0, 53, object.symbol('second', tls, { value: 4, type: SymbolType.tls }));
    const program = link([{ name: 'a.o', bytes: object.bytes() }], OPTIONS);
    expect(word(program, 0x3ffb0000)).toBe(12);
    expect(word(program, program.threadPointer + 12)).toBe(2);
  });

  test('an undefined name is reported with object, section and offset, and others with it', () => {
    const bytes = caller('main', ['nowhere', 'malloc', 'gone']).bytes();
    expect(() => link([{ name: 'a.o', bytes }], OPTIONS)).toThrow(LinkError);
    expect(() => link([{ name: 'a.o', bytes }], OPTIONS)).toThrow(
      /a\.o\(\.text\.main\+0x3\): undefined reference to `nowhere'.*\n.*\+0x9\): undefined reference to `gone'/s,
    );
  });

  test('an unknown relocation type names its place', () => {
    const object = caller('main', []);
    const text = object.section('.text.x', 'text', 8);
    object.relocate(text, 4, 99, object.symbol('malloc'));
    expect(() => link([{ name: 'a.o', bytes: object.bytes() }], OPTIONS)).toThrow(
      /a\.o\(\.text\.x\+0x4\): .*99/,
    );
  });

  test('a call out of reach names instruction, place and target', () => {
    const object = caller('main', ['far']);
    object.symbol('far', 'absolute', { value: 0x50000000 });
    expect(() => link([{ name: 'a.o', bytes: object.bytes() }], OPTIONS)).toThrow(
      /a\.o\(\.text\.main\+0x3\): R_XTENSA_SLOT0_OP against `far'.*call8/,
    );
  });

  test('an undefined weak function is 0 as data and a stub when it is called', () => {
    const object = new TestObject();
    const text = object.section('.text.main', 'text', code(['entry', 1, 32], ['call8', 4], ['retw']));
    const data = object.section('.data', 'data', 4);
    object.symbol('main', text);
    const weak = object.symbol('maybe', 'undefined', { binding: SymbolBinding.weak });
    object.relocate(text, 3, Relocation.SLOT0_OP, weak).relocate(data, 0, Relocation.R32, weak);
    const program = link([{ name: 'a.o', bytes: object.bytes() }], OPTIONS);
    expect(word(program, 0x3ffb0000)).toBe(0);
    const at = program.entry.address + 3;
    expect(branchTarget(wordAt(read(program, at, 3), 0), at)).toBe(NATIVES._xtal_call_of_undefined_weak);
  });
});

describe('names', () => {
  test('a strong definition beats a weak and a common one; the largest common is allocated', () => {
    const one = caller('main', []);
    one.symbol('shared', 'common', { value: 4, size: 4, type: SymbolType.object });
    const two = new TestObject();
    two.symbol('shared', 'common', { value: 16, size: 64, type: SymbolType.object });
    const files = [
      { name: '1.o', bytes: one.bytes() },
      { name: '2.o', bytes: two.bytes() },
    ];
    const program = link(files, OPTIONS);
    const shared = program.symbols.find(({ name }) => name === 'shared')!;
    expect([shared.size, shared.address % 16, program.ends.dram - shared.address]).toEqual([64, 0, 64]);
    const strong = new TestObject();
    strong.symbol('shared', strong.section('.data', 'data', 8), {
      value: 4,
      size: 4,
      type: SymbolType.object,
    });
    expect(address(link([...files, { name: '3.o', bytes: strong.bytes() }], OPTIONS), 'shared')).toBe(
      0x3ffb0004,
    );
  });

  test('a name defined twice names both objects', () => {
    const files = ['1.o', '2.o'].map((name) => ({ name, bytes: caller('main', []).bytes() }));
    expect(() => link(files, OPTIONS)).toThrow(
      /^2\.o\(\.text\.main\+0x0\): defines `main', which 1\.o defines already/,
    );
  });

  test('archive members are taken when a name is missing, and those alone', () => {
    const lib = archive([
      { name: 'unused.o', bytes: caller('unused', ['nowhere']).bytes() },
      { name: 'second.o', bytes: caller('second', []).bytes() },
      { name: 'first.o', bytes: caller('first', ['second']).bytes() },
    ]);
    const program = link(
      [
        { name: 'main.o', bytes: caller('main', ['first']).bytes() },
        { name: 'lib.a', bytes: lib },
      ],
      OPTIONS,
    );
    const names = program.symbols.map(({ name }) => name);
    expect(names).toContain('second');
    expect(names).not.toContain('unused');
    expect(program.symbols.find(({ name }) => name === 'second')!.object).toBe('lib.a(second.o)');
  });

  test('an entry point may come from an archive', () => {
    const lib = archive([{ name: 'app.o', bytes: caller('app_main', []).bytes() }]);
    expect(link([{ name: 'lib.a', bytes: lib }], OPTIONS).entry.name).toBe('app_main');
  });

  test('of COMDAT groups with one signature the first stays', () => {
    const withGroup = (name: string, size: number): TestObject => {
      const object = caller(name, []);
      const text = object.section('.text.inline', 'text', size, { group: 'inline' });
      object.symbol('inline', text, { binding: SymbolBinding.weak, size });
      return object;
    };
    const program = link(
      [
        { name: '1.o', bytes: withGroup('main', 8).bytes() },
        { name: '2.o', bytes: withGroup('other', 24).bytes() },
      ],
      OPTIONS,
    );
    expect(program.symbols.filter(({ name }) => name === 'inline').map(({ size }) => size)).toEqual([8]);
    expect(program.sections.filter(({ name }) => name === '.text.inline').length).toBe(1);
  });

  test('no entry point', () => {
    expect(() => link([{ name: 'a.o', bytes: caller('other', []).bytes() }], OPTIONS)).toThrow(
      /no entry point: expected a global function `_start' or `app_main' or `main'/,
    );
  });
});

describe('placement', () => {
  test('code in IRAM, constants and data in DRAM; .bss behind them takes no bytes of the image', () => {
    const object = caller('main', []);
    object.symbol('constant', object.section('.rodata', 'rodata', 8), { type: SymbolType.object });
    object.symbol('zero', object.section('.bss', 'bss', 0x4000), { type: SymbolType.object });
    object.symbol('value', object.section('.data', 'data', 8), { type: SymbolType.object });
    const program = link([{ name: 'a.o', bytes: object.bytes() }], OPTIONS);
    expect(['main', 'constant', 'value', 'zero'].map((name) => address(program, name).toString(16))).toEqual([
      '40080440',
      '3ffb0000',
      '3ffb0008',
      '3ffb0010',
    ]);
    const dram = program.segments.find(({ region }) => region === 'dram')!;
    expect([dram.data.length, dram.memorySize]).toEqual([0x10, 0x4010]);
  });

  test('much code goes to the flash window, .iram1 stays; many constants go to the flash data window', () => {
    const object = caller('main', ['fast']);
    object.symbol('fast', object.section('.iram1.0', 'text', 16));
    object.section('.text.bulk', 'text', 0x20000);
    object.symbol('table', object.section('.rodata.bulk', 'rodata', 0x20001), { type: SymbolType.object });
    const program = link([{ name: 'a.o', bytes: object.bytes() }], OPTIONS);
    expect(address(program, 'main')).toBe(0x400d0020);
    expect(address(program, 'fast')).toBe(0x40080440);
    expect(address(program, 'table')).toBe(0x3f400020);
  });

  test('a call of a native out of reach from the flash window gets a stub beside the code', () => {
    const object = caller('main', []);
    object.section('.text.bulk', 'text', 0x60000);
    const late = caller('late', ['malloc'], '.text.late');
    const program = link(
      [
        { name: 'a.o', bytes: object.bytes() },
        { name: 'b.o', bytes: late.bytes() },
      ],
      OPTIONS,
    );
    const at = address(program, 'late') + 3;
    expect(program.nativeAliases.map(({ name }) => name)).toEqual(['malloc']);
    expect(branchTarget(wordAt(read(program, at, 3), 0), at)).toBe(program.nativeAliases[0]!.address);
  });

  test('what does not fit names region, object and section', () => {
    const object = caller('main', []);
    object.section('.bss.huge', 'bss', 0x7fffffff);
    expect(() => link([{ name: 'a.o', bytes: object.bytes() }], OPTIONS)).toThrow(
      /a\.o\(\.bss\.huge\): does not fit dram/,
    );
  });

  test('debug sections are merged by name and relocated against each other and the code', () => {
    const objects = ['main', 'other'].map((name) => {
      const object = caller(name, []);
      const text = object.symbol(`${name}_alias`, 'undefined');
      const info = object.section('.debug_info', 'debug', 8, { align: 1 });
      const self = object.symbol('', info, { binding: SymbolBinding.local, type: SymbolType.section });
      object.relocate(info, 0, Relocation.R32, self, 4);
      void text;
      return { name: `${name}.o`, bytes: object.bytes() };
    });
    const program = link(objects, OPTIONS);
    const info = program.sections.find(({ name }) => name === '.debug_info')!;
    const view = new DataView(info.bytes.buffer);
    expect([info.bytes.length, view.getUint32(0, true), view.getUint32(8, true)]).toEqual([16, 4, 12]);
  });
});

describe('objects of an ESP32 GCC', () => {
  for (const level of ['O0', 'O2', 'Os', 'O2lc']) {
    test(`w1_sensor and w1_store at -${level}: every relocated call and literal lands on a symbol`, () => {
      const known = new Set([
        'malloc',
        'calloc',
        'realloc',
        'free',
        'heap_caps_malloc',
        'heap_caps_calloc',
        'heap_caps_free',
        'printf',
        'esp_timer_get_time',
        'heap_trace_init_standalone',
        'heap_trace_start',
        'heap_trace_stop',
        'heap_trace_dump',
      ]);
      const natives = new Map([...known].map((name, i) => [name, 0x4006f440 + 4 * i]));
      const files = ['w1_sensor', 'w1_store'].map((name) => ({
        name: `${name}.${level}.o`,
        bytes: fixture(`programs/objects/${name}.${level}.o`),
      }));
      const program = link(files, { ...OPTIONS, resolveNative: (name) => natives.get(name) });
      const code = program.segments.find(({ region }) => region === 'iram')!;
      const targets = new Set([...natives.values(), ...program.symbols.map(({ address: at }) => at)]);
      for (const section of program.sections.filter(({ name }) => name.startsWith('.text.'))) {
        for (let at = section.address; at < section.address + section.size;) {
          const bytes = code.data.subarray(at - code.address, at - code.address + 3);
          const low = bytes[0]! & 15;
          if (low === 5) expect(targets).toContain(branchTarget(wordAt(bytes, 0), at));
          at += low >= 8 ? 2 : 3;
        }
      }
      expect(program.entry.name).toBe('app_main');
    });
  }

  test('an executable and a text file are refused as objects', () => {
    expect(() => link([{ name: 'a.elf', bytes: fixture('engine/a_kernel_esp32.elf') }], OPTIONS)).toThrow(
      ElfError,
    );
    expect(() => link([{ name: 'a.txt', bytes: Buffer.from('int main') }], OPTIONS)).toThrow(
      /expected an ELF object or an ar archive/,
    );
  });
});
