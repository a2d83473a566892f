import { Relocation } from '@xtal/xtensa/elf';
import { describe, expect, test } from 'vitest';
import { createMachine, type Machine } from '../machine.js';
import { seededRandom } from '../testing/fixtures.js';
import { code, TestObject } from '../testing/objects.js';
import { VaListArguments } from './arguments.js';

const [A, B, C] = [0x3ffc0000, 0x3ffc1000, 0x3ffc2000];

/** A machine, and its native functions called from outside. */
function libc(): {
  machine: Machine;
  call: (name: string, ...args: number[]) => number;
  put: (at: number, text: string) => number;
  get: (at: number) => string;
} {
  const machine = createMachine();
  return {
    machine,
    call: (name, ...args) => machine.callGuest(machine.natives.address(name)!, args) | 0,
    put: (at, text) => {
      machine.memory.copyIn(at, Buffer.from(`${text}\0`, 'latin1'));
      return at;
    },
    get: (at) => machine.bytes.cString(at),
  };
}

describe('string.h', () => {
  const { machine, call, put, get } = libc();

  test('lengths and copies', () => {
    expect([call('strlen', put(A, 'hello')), call('strnlen', A, 3), call('strlen', put(B, ''))]).toEqual([
      5, 3, 0,
    ]);
    expect([call('strcpy', C, A), get(C), call('stpcpy', C, A)]).toEqual([C, 'hello', C + 5]);
    machine.memory.fill(C, 16, 0xff);
    call('strncpy', C, A, 8);
    expect([...machine.memory.copyOut(C, 9)]).toEqual([104, 101, 108, 108, 111, 0, 0, 0, 255]);
    call('strncpy', C, A, 2);
    expect(get(C)).toBe('hello'.slice(0, 5));
    expect([call('strlcpy', C, A, 4), get(C)]).toEqual([5, 'hel']);
    expect([call('strlcat', C, A, 6), get(C)]).toEqual([8, 'helhe']);
    put(C, 'ab');
    call('strcat', C, put(B, 'cd'));
    call('strncat', C, put(B, 'efgh'), 2);
    expect(get(C)).toBe('abcdef');
  });

  test('comparisons: the sign is that of the first different byte, unsigned', () => {
    put(A, 'abc');
    expect([
      call('strcmp', A, put(B, 'abc')),
      Math.sign(call('strcmp', A, put(B, 'abd'))),
      Math.sign(call('strcmp', A, put(B, 'ab'))),
    ]).toEqual([0, -1, 1]);
    expect(Math.sign(call('strcmp', put(A, '\x80'), put(B, 'a')))).toBe(1);
    expect([
      call('strncmp', put(A, 'abcX'), put(B, 'abcY'), 3),
      call('strncmp', A, B, 0),
      Math.sign(call('strncmp', A, B, 4)),
    ]).toEqual([0, 0, -1]);
    expect(call('strcasecmp', put(A, 'HeLLo'), put(B, 'hEllO'))).toBe(0);
    expect([call('memcmp', put(A, 'a\0b'), put(B, 'a\0c'), 2), Math.sign(call('memcmp', A, B, 3))]).toEqual([
      0, -1,
    ]);
  });

  test('searches', () => {
    put(A, 'hello world');
    expect([
      call('strchr', A, 0x6f),
      call('strrchr', A, 0x6f),
      call('strchr', A, 0x7a),
      call('strchr', A, 0),
    ]).toEqual([A + 4, A + 7, 0, A + 11]);
    expect([call('memchr', A, 0x6f, 3), call('memchr', A, 0x6f, 5), call('memrchr', A, 0x6f, 11)]).toEqual([
      0,
      A + 4,
      A + 7,
    ]);
    expect([
      call('strstr', A, put(B, 'lo w')),
      call('strstr', A, put(B, 'x')),
      call('strstr', A, put(B, '')),
    ]).toEqual([A + 3, 0, A]);
    expect([
      call('strspn', A, put(B, 'leh')),
      call('strcspn', A, put(B, 'ow')),
      call('strpbrk', A, put(B, 'wz')),
    ]).toEqual([4, 4, A + 6]);
  });

  test('tokens', () => {
    put(A, ',,one,two,');
    put(B, ',');
    expect([call('strtok', A, B), call('strtok', 0, B), call('strtok', 0, B)]).toEqual([A + 2, A + 6, 0]);
    machine.memory.write32(C, put(A, 'x,,y'));
    expect([call('strsep', C, B), call('strsep', C, B), call('strsep', C, B), call('strsep', C, B)]).toEqual([
      A,
      A + 2,
      A + 3,
      0,
    ]);
  });

  test('memmove keeps overlapping ranges whole in both directions, memset fills', () => {
    put(A, '0123456789');
    call('memmove', A + 2, A, 8);
    expect(get(A)).toBe('0101234567');
    call('memmove', A, A + 2, 8);
    expect(get(A)).toBe('0123456767');
    call('memset', A, 0x178, 4);
    expect(get(A)).toBe('xxxx456767');
  });

  test('instruction RAM takes whole words, as on the chip; anything else raises LoadStoreError', () => {
    const target = 0x40090000;
    put(A, 'abcdefg');
    call('memcpy', target, A, 8);
    expect(machine.memory.read32(target)).toBe(0x64636261);
    expect(() => call('memcpy', target + 1, A, 4)).toThrow(/LoadStoreError/);
  });
});

describe('hostile arguments end in the exception of the chip', () => {
  test.each([
    ['memset', [A, 0, 0xffffffff]],
    ['memcpy', [A, B, 0xf0000000]],
    ['memcpy', [0x10, A, 4]],
    ['strlen', [0x20000000]],
    ['strcpy', [0x3f400000, A]],
    ['memchr', [0, 1, 0xffffffff]],
    ['puts', [0xffffffff]],
    ['write', [1, A, 0xffffffff]],
    ['fwrite', [A, 0xffff, 0xffff, 0x3ffae490]],
    ['printf', [0x30000000]],
    ['qsort', [A, 0xffffffff, 0xffff, A]],
    ['atoi', [4]],
  ] as [string, number[]][])('%s(%j)', (name, args) => {
    const { machine } = libc();
    machine.memory.fill(A, 64, 0x41);
    expect(() => machine.callGuest(machine.natives.address(name)!, args)).toThrow(
      /Prohibited|LoadStoreError/,
    );
    expect(machine.run().reason).toBe('died');
  });
});

describe('stdlib.h', () => {
  const { machine, call, put, get } = libc();
  const end = (): number => machine.memory.read32(C) - A;

  test('strtol: blanks, signs, prefixes, ends, and the limits with ERANGE', () => {
    const parse = (text: string, base: number): [number, number] => [
      call('strtol', put(A, text), C, base),
      end(),
    ];
    expect(parse('  -42xyz', 10)).toEqual([-42, 5]);
    expect(parse('0x1fg', 0)).toEqual([31, 4]);
    expect(parse('0x', 16)).toEqual([0, 1]);
    expect(parse('0755', 0)).toEqual([493, 4]);
    expect(parse('zz', 36)).toEqual([1295, 2]);
    expect(parse('nothing', 10)).toEqual([0, 0]);
    expect(parse('+', 10)).toEqual([0, 0]);
    expect(parse('99999999999', 10)).toEqual([0x7fffffff, 11]);
    expect(machine.memory.read32(machine.reent.errno)).toBe(34);
    expect(parse('-99999999999', 10)).toEqual([-0x80000000, 12]);
    expect(call('strtoul', put(A, '-1'), 0, 10)).toBe(-1);
    expect(call('strtoul', put(A, '4294967295'), 0, 10)).toBe(-1);
    expect([call('atoi', put(A, ' 12a')), call('atoi', put(A, 'a'))]).toEqual([12, 0]);
  });

  test('strtod and itoa', () => {
    const { result, high } = machine.measureCall(machine.natives.address('strtod')!, [put(A, ' -1.5e3x'), C]);
    expect([result, high >>> 0, end()]).toEqual([0, 0xc0977000, 7]);
    expect([
      call('itoa', -255, B, 10),
      get(B),
      call('itoa', 255, B, 16),
      get(B),
      call('itoa', 1, B, 1),
    ]).toEqual([B, '-255', B, 'ff', 0]);
  });

  test("rand is newlib's generator from its initial state; srand restarts it", () => {
    const { call: fresh } = libc();
    expect([fresh('rand'), fresh('rand')]).toEqual([1481765933, 1085377743]);
    fresh('srand', 1);
    expect(fresh('rand')).toBe(1481765933);
  });

  test('character classes', () => {
    const classes = (c: string): string =>
      [
        'isalpha',
        'isdigit',
        'isalnum',
        'isspace',
        'isupper',
        'islower',
        'ispunct',
        'isprint',
        'iscntrl',
        'isxdigit',
      ]
        .filter((name) => call(name, c.charCodeAt(0)) !== 0)
        .join(' ');
    expect(classes('F')).toBe('isalpha isalnum isupper isprint isxdigit');
    expect(classes('7')).toBe('isdigit isalnum isprint isxdigit');
    expect(classes('\t')).toBe('isspace iscntrl');
    expect(classes('!')).toBe('ispunct isprint');
    expect([call('toupper', 0x61), call('tolower', 0x41), call('toupper', 0x31)]).toEqual([0x41, 0x61, 0x31]);
  });

  test('rounding functions that IEEE defines', () => {
    const scratch = new DataView(new ArrayBuffer(8));
    const apply = (name: string, value: number): number => {
      scratch.setFloat64(0, value);
      const { result, high } = machine.measureCall(machine.natives.address(name)!, [
        scratch.getUint32(4),
        scratch.getUint32(0),
      ]);
      scratch.setUint32(4, result);
      scratch.setUint32(0, high);
      return scratch.getFloat64(0);
    };
    expect([
      apply('sqrt', 2),
      apply('floor', -1.5),
      apply('ceil', -1.5),
      apply('round', -2.5),
      apply('rint', 2.5),
      apply('rint', -0.5),
    ]).toEqual([Math.SQRT2, -2, -1, -3, 2, -0]);
    expect([apply('sin', 1), apply('log10', 1000), apply('cbrt', 27)]).toEqual([Math.sin(1), 3, 3]);
    expect([apply('round', 0.49999999999999994), apply('trunc', -0.5), apply('fabs', -3)]).toEqual([
      0, -0, 3,
    ]);
  });
});

/** An object with a comparison function for words, and a main that does what `body` says. */
function sorter(): Uint8Array {
  const object = new TestObject();
  // int compare(const int *a, const int *b), by way of a deep chain of calls so that windows spill.
  const compare = object.section(
    '.text.compare',
    'text',
    code(
      ['entry', 1, 32],
      ['movi', 10, 20],
      ['or', 11, 2, 2],
      ['or', 12, 3, 3],
      ['call8', 16],
      ['or', 2, 10, 10],
      ['retw'],
    ),
  );
  const deep = object.section(
    '.text.deep',
    'text',
    code(
      ['entry', 1, 32],
      ['beqz', 2, 24],
      ['addi', 10, 2, -1],
      ['or', 11, 3, 3],
      ['or', 12, 4, 4],
      ['call8', 16],
      ['or', 2, 10, 10],
      ['retw'],
      ['l32i', 3, 3, 0],
      ['l32i', 4, 4, 0],
      ['sub', 2, 3, 4],
      ['retw'],
    ),
  );
  const main = object.section(
    '.text.main',
    'text',
    code(
      ['entry', 1, 32],
      ['l32r', 10, 0],
      ['l32r', 11, 0],
      ['movi', 12, 4],
      ['l32r', 13, 0],
      ['call8', 16],
      ['movi', 2, 7],
      ['retw'],
    ),
  );
  const literals = object.section(
    '.literal.main',
    'text',
    Uint8Array.from([0, 0, 0xfc, 0x3f, 100, 0, 0, 0, 0, 0, 0, 0]),
  );
  const [compareSymbol, deepSymbol] = [
    object.symbol('compare', compare, { size: compare.size }),
    object.symbol('deep', deep, { size: deep.size }),
  ];
  object.symbol('main', main, { size: main.size });
  const literal = (offset: number): ReturnType<TestObject['symbol']> =>
    object.symbol('', literals, { value: offset, binding: 0, type: 0 });
  object
    .relocate(compare, 12, Relocation.SLOT0_OP, deepSymbol)
    .relocate(deep, 15, Relocation.SLOT0_OP, deepSymbol);
  object
    .relocate(main, 3, Relocation.SLOT0_OP, literal(0))
    .relocate(main, 6, Relocation.SLOT0_OP, literal(4))
    .relocate(main, 12, Relocation.SLOT0_OP, literal(8));
  object
    .relocate(literals, 8, Relocation.R32, compareSymbol)
    .relocate(main, 15, Relocation.SLOT0_OP, object.symbol('qsort'));
  return object.bytes();
}

describe('setjmp and longjmp', () => {
  /** main keeps a value, calls setjmp; the first time it calls deep(20), which jumps back from the bottom with 7. */
  function jumper(): Uint8Array {
    const object = new TestObject();
    const main = object.section(
      '.text.main',
      'text',
      code(
        ['entry', 1, 32],
        ['movi', 5, 30],
        ['l32r', 10, 0],
        ['call8', 12],
        ['bnez', 10, 27],
        ['movi', 10, 20],
        ['call8', 20],
        ['movi', 2, 99],
        ['retw'],
        ['nop'],
        ['add', 2, 10, 5],
        ['retw'],
      ),
    );
    const deep = object.section(
      '.text.deep',
      'text',
      code(
        ['entry', 1, 32],
        ['beqz', 2, 15],
        ['addi', 10, 2, -1],
        ['call8', 12],
        ['retw'],
        ['l32r', 10, 0],
        ['movi', 11, 7],
        ['call8', 24],
        ['ill'],
      ),
    );
    const [literal, deepLiteral] = ['.literal.main', '.literal.deep'].map((name) =>
      object.section(name, 'text', Uint8Array.from([0, 0, 0xfc, 0x3f])),
    );
    const local = (section: typeof main): ReturnType<TestObject['symbol']> =>
      object.symbol('', section, { binding: 0, type: 0 });
    const deepSymbol = object.symbol('deep', deep, { size: deep.size });
    object.symbol('run', main, { size: main.size });
    object
      .relocate(main, 6, Relocation.SLOT0_OP, local(literal!))
      .relocate(main, 9, Relocation.SLOT0_OP, object.symbol('setjmp'));
    object
      .relocate(main, 18, Relocation.SLOT0_OP, deepSymbol)
      .relocate(deep, 9, Relocation.SLOT0_OP, deepSymbol);
    object
      .relocate(deep, 15, Relocation.SLOT0_OP, local(deepLiteral!))
      .relocate(deep, 21, Relocation.SLOT0_OP, object.symbol('longjmp'));
    // outer(n): calls itself to a depth of 6, then run; each level keeps its n and adds it, so every frame must come back.
    const outer = object.section(
      '.text.outer',
      'text',
      code(
        ['entry', 1, 48],
        ['beqz', 2, 18],
        ['addi', 10, 2, -1],
        ['call8', 12],
        ['add', 2, 10, 2],
        ['retw'],
        ['call8', 20],
        ['or', 2, 10, 10],
        ['retw'],
      ),
    );
    const start = object.section(
      '.text.start',
      'text',
      code(['entry', 1, 32], ['movi', 10, 6], ['call8', 8], ['or', 2, 10, 10], ['retw']),
    );
    const outerSymbol = object.symbol('outer', outer, { size: outer.size });
    object.symbol('main', start, { size: start.size });
    object
      .relocate(outer, 9, Relocation.SLOT0_OP, outerSymbol)
      .relocate(outer, 18, Relocation.SLOT0_OP, object.symbol('run', 'undefined'));
    object.relocate(start, 6, Relocation.SLOT0_OP, outerSymbol);
    return object.bytes();
  }

  test('a jump out of twenty frames finds every older frame as it was', () => {
    const machine = createMachine();
    machine.load([{ name: 'jump.o', bytes: jumper() }]);
    // 7 from longjmp, 30 kept in a register, 6 + 5 + 4 + 3 + 2 + 1 kept in the callers' frames.
    expect(machine.run({ maxInstructions: 10_000 })).toMatchObject({ reason: 'exit', exitCode: 7 + 30 + 21 });
  });

  test('a buffer that setjmp has not filled raises an exception', () => {
    const { call } = libc();
    expect(() => call('longjmp', A, 1)).toThrow(/LoadStoreError/);
  });
});

describe('functions that allocate', () => {
  test('strdup calls malloc like guest code does: the chain goes on at its caller', () => {
    const object = new TestObject();
    const main = object.section(
      '.text.main',
      'text',
      code(['entry', 1, 32], ['l32r', 10, 0], ['call8', 8], ['or', 2, 10, 10], ['retw']),
    );
    const literal = object.section('.literal.main', 'text', Uint8Array.from([0, 0, 0xfc, 0x3f]));
    object.symbol('main', main, { size: main.size });
    object
      .relocate(main, 3, Relocation.SLOT0_OP, object.symbol('', literal, { binding: 0, type: 0 }))
      .relocate(main, 6, Relocation.SLOT0_OP, object.symbol('strdup'));
    const machine = createMachine();
    let chain: (string | undefined)[] = [];
    machine.natives.define('malloc', {
      run: (call) => {
        chain = call.callChain().map((address) => machine.symbols.lookup(address - 1)?.name);
        return call.arg(0) === 6 ? B : 0;
      },
    });
    machine.load([{ name: 'dup.o', bytes: object.bytes() }]);
    machine.memory.copyIn(A, Buffer.from('hello\0'));
    expect(machine.run({ maxInstructions: 10_000 })).toMatchObject({ reason: 'exit', exitCode: B });
    expect(machine.bytes.cString(B)).toBe('hello');
    expect(chain).toEqual(['_xtal_callback', 'main']);
  });

  test('without an allocator the run ends and says what is missing', () => {
    const { machine, call, put } = libc();
    expect(() => call('strdup', put(A, 'x'))).toThrow(
      /strdup needs malloc, which neither the program nor xtal has/,
    );
    expect(machine.run().reason).toBe('died');
  });

  test('asprintf and operator new', () => {
    const { machine, call, put, get } = libc();
    machine.natives.define('malloc', { run: () => B });
    expect(call('asprintf', C, put(A, '%d-%s'), 7, put(A + 64, 'x'))).toBe(3);
    expect([machine.memory.read32(C), get(B)]).toEqual([B, '7-x']);
    expect(call('_Znwj', 8)).toBe(B);
  });
});

describe('callbacks into the guest', () => {
  test('qsort sorts a hundred words with a comparison function that spills every window; main goes on undisturbed', () => {
    const machine = createMachine();
    machine.load([{ name: 'sort.o', bytes: sorter() }]);
    const random = seededRandom(4);
    const values = Array.from({ length: 100 }, () => random(1000) - 500);
    values.forEach((value, i) => machine.memory.write32(A + 4 * i, value));
    expect(machine.run({ maxInstructions: 5_000_000 })).toMatchObject({ reason: 'exit', exitCode: 7 });
    const sorted = values.map((_, i) => machine.memory.read32(A + 4 * i) | 0);
    expect(sorted).toEqual(values.toSorted((a, b) => a - b));
  });

  test('limits hold inside a comparison function that never ends', () => {
    const object = new TestObject();
    const loop = object.section('.text.loop', 'text', code(['entry', 1, 32], ['j', 3]));
    object.symbol('main', loop);
    const machine = createMachine();
    machine.load([{ name: 'loop.o', bytes: object.bytes() }]);
    const loopAddress = machine.symbols.address('main')!;
    machine.natives.define('callback', { run: ({ machine: inside }) => inside.callGuest(loopAddress, []) });
    machine.core.pc = machine.natives.address('callback')!;
    const result = machine.run({ maxInstructions: 10_000 });
    expect(result.reason).toBe('max-insns');
    expect(result.instructions).toBeLessThan(10_300);
  });

  test('from outside, a function that does not return is given up on request, and the machine goes on', () => {
    const object = new TestObject();
    object.symbol('main', object.section('.text', 'text', code(['entry', 1, 32], ['j', 3])));
    const machine = createMachine();
    machine.load([{ name: 'loop.o', bytes: object.bytes() }]);
    const { pc } = machine.core;
    expect(() => machine.callGuest(machine.symbols.address('main')!, [], { maxInstructions: 1000 })).toThrow(
      /not returned after 1000/,
    );
    expect(machine.core.pc).toBe(pc);
    expect(machine.run({ maxInstructions: 100 }).reason).toBe('max-insns');
  });
});

test('a va_list walks the register save area, aligns 64-bit arguments, and goes on at the stack', () => {
  const machine = createMachine();
  const [registers, stack] = [A, B];
  // f(const char *, ...): a2 named; a3..a7 hold 1, (pad), double 1.5 in a4:a5?, as the ABI aligns; the rest on the stack.
  const scratch = new DataView(new ArrayBuffer(8));
  scratch.setFloat64(0, 1.5);
  [0xdead, 11, scratch.getUint32(4), scratch.getUint32(0), 12, 13].forEach((word, i) =>
    machine.memory.write32(registers + 4 * i, word),
  );
  // __va_stk is 32 below the first stack argument.
  [14, 0xdead, 0x89abcdef, 0x01234567, 15].forEach((word, i) =>
    machine.memory.write32(stack + 32 + 4 * i, word),
  );
  const args = new VaListArguments(machine.bytes, stack, registers, 4);
  expect([
    args.word(),
    args.double(),
    args.word(),
    args.word(),
    args.word(),
    args.long(),
    args.word(),
  ]).toEqual([11, 1.5, 12, 13, 14, 0x0123456789abcdefn, 15]);
});

describe('printing', () => {
  test('printf, puts, putchar, fprintf(stdout) and write share one stream; snprintf counts what it cut', () => {
    const chunks: Uint8Array[] = [];
    const machine = createMachine({ consoleOut: (bytes) => chunks.push(bytes) });
    const put = (at: number, text: string): number => {
      machine.memory.copyIn(at, Buffer.from(`${text}\0`));
      return at;
    };
    const call = (name: string, ...args: number[]): number =>
      machine.callGuest(machine.natives.address(name)!, args) | 0;
    expect(call('printf', put(A, '%d %s %c|'), 5, put(B, 'five'), 0x35)).toBe(9);
    expect(call('puts', put(A, 'line'))).toBe(5);
    call('putchar', 0x41);
    call('fprintf', machine.memory.read32(call('__getreent') + 8), put(A, '<%u>'), 7);
    expect(call('fprintf', 0x1234, A, 7)).toBe(-1);
    expect([call('write', 1, put(A, 'raw\n'), 4), call('write', 5, A, 4)]).toEqual([4, -1]);
    machine.console.flush();
    expect(Buffer.concat(chunks).toString()).toBe('5 five 5|line\nA<7>raw\n');
    expect(call('snprintf', B, 5, put(A, '%d'), 1234567)).toBe(7);
    expect(machine.bytes.cString(B)).toBe('1234');
    expect(call('snprintf', 0, 0, A, 12)).toBe(2);
    expect(call('sprintf', B, put(A, '%x-%x-%x-%x-%x-%x'), 1, 2, 3, 4, 5, 6)).toBe(11);
    expect(machine.bytes.cString(B)).toBe('1-2-3-4-5-6');
  });
});
