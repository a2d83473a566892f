import { describe, expect, it } from 'vitest';
import { Core, UnverifiedInstructionError, type CoreConfig } from './core.js';
import { instruction } from './isa/index.js';
import { FlatMemory, PAGE_DATA_RAM, PAGE_EXECUTE, PAGE_INSTRUCTION_RAM, PAGE_READ } from './memory.js';
import { nativeArgument, nativeCallIncrement, nativeReturnAddress, setNativeResult } from './native.js';
import { NOT_ESTABLISHED } from './semantics/index.js';
import { assembleLines, type Line } from './testing/random-programs.js';

const CODE = 0x40080400;
const VECTORS = 0x40080000;
const DATA = 0x3ffb0000;

/** A core out of reset with vectors at 0x40080000, windows on, exceptions possible, and code at 0x40080400. */
function machine(lines: readonly Line[], config: Partial<CoreConfig> = {}): Core {
  const memory = new FlatMemory({ base: 0x3ff80000, size: 0x180000 });
  memory.map(DATA, 0x10000, PAGE_DATA_RAM);
  memory.map(VECTORS, 0x10000, PAGE_INSTRUCTION_RAM);
  memory.map(0x40000000, 0x1000, PAGE_READ | PAGE_EXECUTE);
  memory.copyIn(CODE, assembleLines(lines, CODE));
  const core = new Core({ memory, ...config });
  core.writeSpecial('vecbase', VECTORS);
  core.ps = 0x40020;
  core.pc = CODE;
  return core;
}

function steps(core: Core, count: number): Core {
  for (let i = 0; i < count; i++) core.step();
  return core;
}

const at = (core: Core, address: number, lines: readonly Line[]): void =>
  core.memory.copyIn(address, assembleLines(lines, address));

describe('reset', () => {
  it('begins at 0x40000400 with PS 0x1F, VECBASE 0x40000000, ATOMCTL 0x28, MEMCTL 1', () => {
    const core = machine([]);
    core.reset();
    expect(core.pc).toBe(0x40000400);
    expect(core.ps).toBe(0x1f);
    expect(core.readSpecial('vecbase')).toBe(0x40000000);
    expect([core.readSpecial('atomctl'), core.readSpecial('memctl')]).toEqual([0x28, 1]);
    expect([core.windowBase, core.windowStart, core.cycles, core.instructions]).toEqual([0, 1, 0, 0]);
  });

  it('tells PRO and APP apart by PRID', () => {
    const core = machine([['rsr.prid', 2]]);
    expect(steps(core, 1).getA(2)).toBe(0xcdcd);
    expect(steps(machine([['rsr.prid', 2]], { id: 1 }), 1).getA(2)).toBe(0xabab);
  });

  it('reads the configuration identity', () => {
    const core = steps(
      machine([
        ['rsr.configid0', 2],
        ['rsr.configid1', 3],
        ['wsr.configid0', 4],
      ]),
      3,
    );
    expect([core.getA(2), core.getA(3)]).toEqual([0xc2bcfffe, 0x1cc5fe96]);
  });
});

describe('memory exceptions', () => {
  const faulting = (
    line: Line,
    registers: Record<number, number>,
    before: (core: Core) => void = () => undefined,
  ) => {
    const core = machine([line]);
    for (const [n, value] of Object.entries(registers)) core.setA(Number(n), value);
    before(core);
    core.step();
    return {
      pc: core.pc - VECTORS,
      cause: core.readSpecial('exccause'),
      address: core.readSpecial('excvaddr'),
      epc: core.readSpecial('epc1'),
      retired: core.instructions,
      core,
    };
  };
  const expected = (cause: number, address: number) => ({ pc: 0x340, cause, address, epc: CODE, retired: 0 });

  it('load from nothing: 28, store: 29, at the user vector, EPC1 at the instruction, register untouched', () => {
    const load = faulting(['l32i', 3, 2, 4], { 2: 0x10, 3: 7 });
    expect(load).toMatchObject(expected(28, 0x14));
    expect(load.core.getA(3)).toBe(7);
    expect(faulting(['s8i', 3, 2, 0], { 2: 0 })).toMatchObject(expected(29, 0));
  });

  it('bytes, halfwords and unaligned words in instruction RAM: 3', () => {
    expect(faulting(['l8ui', 3, 2, 1], { 2: VECTORS })).toMatchObject(expected(3, VECTORS + 1));
    expect(faulting(['l16ui', 3, 2, 0], { 2: VECTORS })).toMatchObject(expected(3, VECTORS));
    expect(faulting(['s16i', 3, 2, 0], { 2: VECTORS })).toMatchObject(expected(3, VECTORS));
    expect(faulting(['l32i', 3, 2, 0], { 2: VECTORS + 2 })).toMatchObject(expected(3, VECTORS + 2));
    expect(faulting(['l32i', 3, 2, 0], { 2: VECTORS })).toMatchObject({ retired: 1 });
  });

  it('a store to ROM: 3', () => {
    expect(faulting(['s32i', 3, 2, 0], { 2: 0x40000000 })).toMatchObject(expected(3, 0x40000000));
  });

  it('unaligned access to data RAM works; L32AI, S32RI and S32C1I raise 9', () => {
    const core = machine([['l32i', 3, 2, 0]]);
    core.memory.copyIn(DATA, Uint8Array.of(0, 1, 2, 3, 4));
    core.setA(2, DATA + 1);
    expect(steps(core, 1).getA(3)).toBe(0x04030201);
    for (const name of ['l32ai', 's32ri', 's32c1i'] as const)
      expect(faulting([name, 3, 2, 0], { 2: DATA + 1 })).toMatchObject(expected(9, DATA + 1));
  });

  it('regions without access rights: 28 and 29; 20 for fetches', () => {
    const close = (core: Core) => core.writeTlb(1, 15, DATA);
    expect(faulting(['l32i', 3, 2, 0], { 2: DATA }, close)).toMatchObject(expected(28, DATA));
    expect(faulting(['s32i', 3, 2, 0], { 2: DATA }, close)).toMatchObject(expected(29, DATA));
    const core = machine([['jx', 2]]);
    core.setA(2, 0x60000000);
    core.writeTlb(0, 15, 0x60000000);
    steps(core, 2);
    expect([core.readSpecial('exccause'), core.readSpecial('epc1')]).toEqual([20, 0x60000000]);
  });

  it('attributes can be closed and opened by the guest while it runs', () => {
    const core = machine([
      ['l32i', 4, 2, 0],
      ['wdtlb', 5, 2],
      ['l32i', 4, 2, 0],
    ]);
    core.setA(2, DATA);
    core.setA(5, 15);
    steps(core, 3);
    expect(core.readSpecial('exccause')).toBe(28);
    expect(core.readSpecial('excvaddr')).toBe(DATA);
    expect(core.readTlb(1, DATA)).toBe(0x2000000f);
  });

  it('a fetch where nothing executable is: 2, EXCVADDR at the address', () => {
    const core = machine([['jx', 2]]);
    core.setA(2, DATA);
    steps(core, 2);
    expect([core.readSpecial('exccause'), core.readSpecial('excvaddr'), core.readSpecial('epc1')]).toEqual([
      2,
      DATA,
      DATA,
    ]);
  });

  it('with EXCM set the double exception vector, DEPC, and EPC1 as it was', () => {
    const core = machine([['ill']]);
    core.ps = 0x40030;
    core.writeSpecial('epc1', 0x1234);
    core.step();
    expect(core.pc - VECTORS).toBe(0x3c0);
    expect([core.readSpecial('depc'), core.readSpecial('epc1')]).toEqual([CODE, 0x1234]);
  });

  it('kernel vector with UM clear', () => {
    const core = machine([['syscall']]);
    core.ps = 0x40000;
    expect(steps(core, 1).pc - VECTORS).toBe(0x300);
    expect(core.readSpecial('exccause')).toBe(1);
  });
});

describe('interrupts', () => {
  const spin: Line[] = [['nop'], ['j', CODE]];

  it('level 1: EPC1, cause 4, EXCM, user vector; only when enabled and not masked', () => {
    const core = machine(spin);
    core.setInterrupt(0, true);
    core.run(100);
    expect(core.pc).toBe(CODE);
    core.writeSpecial('intenable', 1);
    core.step();
    expect(core.pc - VECTORS).toBe(0x340);
    expect([core.readSpecial('epc1'), core.readSpecial('exccause'), core.ps & 0x1f]).toEqual([CODE, 4, 0x10]);
  });

  it('level 2 to 5: EPCn, EPSn, own vector, INTLEVEL; EXCCAUSE untouched', () => {
    for (const [line, level, vector] of [
      [19, 2, 0x180],
      [23, 3, 0x1c0],
      [24, 4, 0x200],
      [26, 5, 0x240],
    ] as const) {
      const core = machine(spin);
      core.writeSpecial('exccause', 9);
      core.writeSpecial('intenable', 1 << line);
      core.setInterrupt(line, true);
      core.step();
      expect(core.pc - VECTORS).toBe(vector);
      expect([core.readSpecial(`epc${level}`), core.readSpecial(`eps${level}`)]).toEqual([CODE, 0x40020]);
      expect([core.ps, core.readSpecial('exccause')]).toEqual([0x40030 | level, 9]);
    }
  });

  it('a higher level comes first; INTLEVEL and EXCM mask', () => {
    const core = machine(spin);
    core.writeSpecial('intenable', 0xffffffff);
    core.ps = 0x40025;
    core.setInterrupt(0, true);
    core.setInterrupt(26, true);
    core.run(60);
    expect(core.pc).toBe(CODE);
    core.ps = 0x40020;
    core.step();
    expect(core.pc - VECTORS).toBe(0x240);
    const excm = machine(spin);
    excm.writeSpecial('intenable', 0xffffffff);
    excm.ps = 0x40030;
    excm.setInterrupt(23, true);
    excm.run(60);
    expect(excm.pc).toBe(CODE);
    excm.setInterrupt(24, true);
    excm.step();
    expect(excm.pc - VECTORS).toBe(0x200);
  });

  it('RSIL and WSR.PS let a pending interrupt in at once', () => {
    const core = machine([['rsil', 2, 0], ['nop'], ['nop']]);
    core.ps = 0x4002f;
    core.writeSpecial('intenable', 1);
    core.setInterrupt(0, true);
    expect(steps(core, 2).pc - VECTORS).toBe(0x340);
    expect(core.readSpecial('epc1')).toBe(CODE + 3);
  });

  it('software interrupts by INTSET and INTCLEAR, only bits 7 and 29', () => {
    const core = machine([
      ['movi', 2, -1],
      ['wsr.intset', 2],
      ['rsr.interrupt', 3],
      ['wsr.intclear', 2],
      ['rsr.interrupt', 4],
    ]);
    steps(core, 5);
    expect([core.getA(3), core.getA(4)]).toEqual([0x20000080, 0]);
  });

  it('edge lines stay latched until INTCLEAR, level lines follow', () => {
    const core = machine([
      ['rsr.interrupt', 3],
      ['wsr.intclear', 2],
      ['rsr.interrupt', 4],
    ]);
    core.setA(2, -1);
    for (const line of [10, 0]) {
      core.setInterrupt(line, true);
      core.setInterrupt(line, false);
    }
    core.setInterrupt(1, true);
    steps(core, 3);
    expect([core.getA(3), core.getA(4)]).toEqual([0x402, 0x2]);
  });

  it('the NMI ignores level and enable', () => {
    const core = machine(spin);
    core.ps = 0x4002f;
    core.setInterrupt(14, true);
    core.step();
    expect(core.pc - VECTORS).toBe(0x2c0);
    expect([core.readSpecial('epc7'), core.readSpecial('eps7')]).toEqual([CODE, 0x4002f]);
  });
});

describe('timers', () => {
  it('CCOUNT counts cycles and can be written', () => {
    const core = machine([
      ['rsr.ccount', 2],
      ['rsr.ccount', 3],
      ['wsr.ccount', 4],
      ['rsr.ccount', 5],
    ]);
    core.setA(4, 0xfffffff0);
    steps(core, 4);
    expect([core.getA(2), core.getA(3)]).toEqual([0, 1]);
    expect(core.getA(5)).toBe(0xfffffff3);
    expect(core.ccount).toBe(0xfffffff4);
  });

  it('CCOMPAREn raises its interrupt when CCOUNT equals it; writing clears it', () => {
    for (const [timer, line, vector] of [
      [0, 6, 0x340],
      [1, 15, 0x1c0],
      [2, 16, 0x240],
    ] as const) {
      const core = machine([['nop'], ['j', CODE]]);
      core.writeSpecial('intenable', 1 << line);
      core.writeSpecial(`ccompare${timer}`, 1000);
      expect(core.run(990)).toBe('deadline');
      expect(core.readSpecial('interrupt')).toBe(0);
      core.run(1000 + core.parameters.exception);
      expect(core.readSpecial('interrupt')).toBe(1 << line);
      expect(core.pc - VECTORS).toBe(vector);
      core.writeSpecial(`ccompare${timer}`, 5000);
      expect(core.readSpecial('interrupt')).toBe(0);
    }
  });

  it('an equality already past needs a full round of CCOUNT', () => {
    const core = machine([['waiti', 0]]);
    core.writeSpecial('ccompare0', 0);
    core.writeSpecial('intenable', 1 << 6);
    expect(core.run(2 ** 32 - 1)).toBe('waiting');
    core.run(2 ** 32 + core.parameters.exception);
    expect(core.cycles).toBe(2 ** 32 + core.parameters.exception);
    expect(core.pc - VECTORS).toBe(0x340);
  });
});

describe('WAITI', () => {
  it('sleeps until the timer, EPC behind it, time passing without instructions', () => {
    const core = machine([['waiti', 0], ['nop']]);
    core.ps = 0x4002f;
    core.writeSpecial('intenable', 1 << 6);
    core.writeSpecial('ccompare0', 123456);
    const reason = core.run(123456 + core.parameters.exception);
    expect(reason).toBe('deadline');
    expect(core.pc - VECTORS).toBe(0x340);
    expect(core.readSpecial('epc1')).toBe(CODE + 3);
    expect([core.instructions, core.cycles]).toEqual([1, 123456 + core.parameters.exception]);
  });

  it('returns "waiting" when nothing inside can wake it, and is woken by a line', () => {
    for (const mode of ['exact', 'off'] as const) {
      const core = machine([['waiti', 0]], { timing: mode });
      core.writeSpecial('intenable', 1);
      expect(core.run(5000)).toBe('waiting');
      expect([core.waiting, core.cycles, core.instructions]).toEqual([true, 5000, 1]);
      expect(core.run(Infinity)).toBe('waiting');
      core.setInterrupt(0, true);
      core.step();
      expect([core.waiting, core.pc - VECTORS]).toEqual([false, 0x340]);
    }
  });

  it('an interrupt pending already is taken at once', () => {
    const core = machine([['waiti', 0]]);
    core.ps = 0x4002f;
    core.writeSpecial('intenable', 1);
    core.setInterrupt(0, true);
    steps(core, 2);
    expect(core.pc - VECTORS).toBe(0x340);
  });
});

describe('debug', () => {
  it('BREAK: EPC6, EPS6, DEBUGCAUSE, level 6 vector; nothing at level 6', () => {
    const core = machine([['break', 1, 2]]);
    core.step();
    expect(core.pc - VECTORS).toBe(0x280);
    expect([core.readSpecial('epc6'), core.readSpecial('debugcause'), core.ps]).toEqual([CODE, 8, 0x40036]);
    const masked = machine([['break.n', 1]]);
    masked.ps = 0x40026;
    expect(steps(masked, 1).pc).toBe(CODE + 2);
  });

  it('IBREAKA stops before the instruction', () => {
    const core = machine([['nop'], ['nop']]);
    core.writeSpecial('ibreaka1', CODE + 3);
    core.writeSpecial('ibreakenable', 2);
    steps(core, 2);
    expect(core.pc - VECTORS).toBe(0x280);
    expect([core.readSpecial('epc6'), core.readSpecial('debugcause'), core.instructions]).toEqual([
      CODE + 3,
      2,
      1,
    ]);
  });

  it('DBREAKA stops loads and stores in its range, before their effect', () => {
    const core = machine([
      ['s32i', 3, 2, 0],
      ['l8ui', 4, 2, 9],
    ]);
    core.setA(2, DATA);
    core.setA(3, 5);
    core.writeSpecial('dbreaka0', DATA + 8);
    core.writeSpecial('dbreakc0', 0x4000003c); // loads, four bytes
    core.run(40);
    expect(core.memory.read32(DATA)).toBe(5);
    expect([core.readSpecial('epc6'), core.readSpecial('debugcause')]).toEqual([CODE + 3, 4]);
    const store = machine([['s32i', 3, 2, 0]]);
    store.setA(2, DATA);
    store.setA(3, 5);
    store.writeSpecial('dbreaka1', DATA);
    store.writeSpecial('dbreakc1', 0x8000003f | 0);
    store.run(40);
    expect([store.memory.read32(DATA), store.readSpecial('debugcause')]).toEqual([0, 0x104]);
  });

  it('ICOUNT counts below ICOUNTLEVEL and stops before the instruction at -1', () => {
    const core = machine([['nop'], ['nop'], ['nop'], ['nop']]);
    core.writeSpecial('icount', -3);
    core.writeSpecial('icountlevel', 1);
    core.run(40);
    expect([core.readSpecial('epc6'), core.readSpecial('debugcause') & 1, core.readSpecial('eps6')]).toEqual([
      CODE + 6,
      1,
      0x40020,
    ]);
  });
});

describe('code', () => {
  it('may be changed by the guest: the next execution sees it', () => {
    for (const mode of ['exact', 'off'] as const) {
      // The loop increments a4; its third round overwrites the addi with one that adds 16.
      const loop: Line[] = [
        ['addi', 4, 4, 1],
        ['addi', 5, 5, -1],
        ['bnei', 5, 3, CODE + 12],
        ['s32i', 2, 3, 0],
        ['bnez', 5, CODE],
      ];
      const core = machine(loop, { timing: mode });
      const changed = assembleLines([['addi', 4, 4, 16]]);
      core.memory.map(VECTORS, 0x10000, PAGE_INSTRUCTION_RAM);
      core.setA(
        2,
        changed[0]! | (changed[1]! << 8) | (changed[2]! << 16) | (core.memory.read8(CODE + 3) << 24),
      );
      core.setA(3, CODE);
      core.setA(5, 6);
      core.watch(CODE + 15, (c) => c.stop());
      expect(core.run(1000)).toBe('stopped');
      expect(core.getA(4)).toBe(3 + 3 * 16);
    }
  });

  it('may be changed by the host through the write accessors', () => {
    const core = machine([
      ['movi', 2, 1],
      ['j', CODE],
    ]);
    core.run(20);
    at(core, CODE, [['movi', 2, 9]]);
    core.run(core.cycles + 20);
    expect(core.getA(2)).toBe(9);
  });

  it('runs into the next page and over its edge', () => {
    const core = machine([]);
    at(core, 0x40080ffe, [
      ['movi', 2, 77],
      ['addi', 2, 2, 1],
    ]);
    core.pc = 0x40080ffe;
    steps(core, 2);
    expect([core.getA(2), core.pc]).toEqual([78, 0x40081004]);
  });

  it('instructions whose semantics are not established stop with their name', () => {
    for (const name of Object.keys(NOT_ESTABLISHED)) {
      const row = instruction(name as never);
      const line = [name, ...row.operands.map((o) => o.rule.offset ?? 0)] as unknown as Line;
      const core = machine([line]);
      expect(() => core.step()).toThrow(UnverifiedInstructionError);
      expect(() => core.run(100)).toThrow(new RegExp(`${name} at 0x40080400: semantics not established`));
      const allowed = machine([line], { allowUnverified: true });
      allowed.writeSpecial('cpenable', 1);
      for (let n = 0; n < 16; n++) allowed.setA(n, DATA);
      expect(steps(allowed, 1).pc).toBe(CODE + 3);
    }
  });
});

describe('hooks', () => {
  it('SIMCALL calls the host with the instruction counted, and can stop', () => {
    const core = machine([['movi', 2, 1], ['simcall'], ['nop']]);
    let seen: number[] = [];
    core.onSimcall = (c) => {
      seen = [c.getA(2), c.instructions, c.pc];
      c.stop();
    };
    expect(core.run(1000)).toBe('stopped');
    expect(seen).toEqual([1, 2, CODE + 3]);
    expect(core.pc).toBe(CODE + 6);
  });

  for (const [name, increment] of [
    ['callx0', 0],
    ['callx4', 1],
    ['callx8', 2],
    ['callx12', 3],
  ] as const) {
    it(`a native function is reached by ${name.toUpperCase()}, reads arguments, returns`, () => {
      const core = machine([[name, 7], ['nop']]);
      const first = 4 * increment + 2;
      core.setA(7, 0x40001000);
      core.setA(1, DATA + 0x100);
      if (first < 15) core.setA(first + 1 === 7 ? 3 : first + 1, 22);
      core.setA(first, 11);
      core.memory.write32(DATA + 0x100, 33);
      core.memory.write32(DATA + 0x104, 44);
      let seen: number[] = [];
      core.addNative(0x40001000, (c) => {
        seen = [
          nativeCallIncrement(c),
          nativeArgument(c, 0),
          nativeArgument(c, 6),
          nativeArgument(c, 7),
          nativeReturnAddress(c),
        ];
        setNativeResult(c, 99);
        c.charge(40);
      });
      core.watch(CODE + 3, (c) => c.stop());
      expect(core.run(1000)).toBe('stopped');
      expect(seen).toEqual([increment, 11, 33, 44, CODE + 3]);
      expect(core.getA(first)).toBe(99);
      expect([core.instructions, core.cycles]).toEqual([1, 44]);
    });
  }

  it('a watch sees each execution before it happens and can be removed', () => {
    const core = machine([
      ['addi', 2, 2, 1],
      ['j', CODE],
    ]);
    const seen: number[] = [];
    const remove = core.watch(CODE, (c) => {
      seen.push(c.getA(2));
      if (seen.length === 3) {
        remove();
        c.stop();
      }
    });
    expect(core.run(1000)).toBe('stopped');
    expect([seen, core.getA(2), core.pc]).toEqual([[0, 1, 2], 2, CODE]);
    expect(core.run(core.cycles + 50)).toBe('deadline');
    expect(seen).toEqual([0, 1, 2]);
  });

  it('a watch that stops lets the instruction execute when running goes on', () => {
    const core = machine([
      ['addi', 2, 2, 1],
      ['j', CODE],
    ]);
    core.watch(CODE, (c) => c.stop());
    for (const count of [0, 1, 2]) {
      expect(core.run(1e6)).toBe('stopped');
      expect([core.getA(2), core.pc]).toEqual([count, CODE]);
    }
  });

  it('what a hook throws leaves a core that can go on', () => {
    const core = machine([['movi', 2, 5], ['simcall'], ['addi', 2, 2, 1]]);
    core.onSimcall = () => {
      throw new Error('host');
    };
    expect(() => core.run(1000)).toThrow('host');
    expect([core.pc, core.getA(2)]).toEqual([CODE + 3, 5]);
  });

  it('an observer sees instructions, calls, returns and exceptions, and changes nothing', () => {
    const lines: Line[] = [['call8', CODE + 12], ['syscall'], ['nop'], ['nop'], ['entry', 1, 32], ['retw']];
    const seen: string[] = [];
    const core = machine(lines);
    core.setA(1, DATA + 0x100);
    core.observe({
      instruction: (_, pc) => seen.push(`i${pc - CODE}`),
      call: (_, pc, target, increment) => seen.push(`call ${pc - CODE} ${target - CODE} ${increment}`),
      return: (_, pc, target) => seen.push(`return ${pc - CODE} ${target - CODE}`),
      exception: (_, pc, vector, kind, cause) =>
        seen.push(`${kind} ${pc - CODE} ${(vector - VECTORS).toString(16)} ${cause}`),
    });
    steps(core, 4);
    expect(seen).toEqual(['i0', 'call 0 12 2', 'i12', 'i15', 'return 15 3', 'i3', 'general 3 340 1']);
    const plain = machine(lines);
    plain.setA(1, DATA + 0x100);
    steps(plain, 4);
    expect(core.saveState()).toEqual(plain.saveState());
  });
});

describe('state', () => {
  it('is restored completely, also into another core', () => {
    const lines: Line[] = [
      ['addi', 2, 2, 1],
      ['mula.aa.ll', 2, 2],
      ['j', CODE],
    ];
    const a = machine(lines);
    a.run(500);
    const saved = a.saveState();
    const b = machine(lines);
    b.restoreState(saved);
    a.run(1000);
    b.run(1000);
    expect(b.saveState()).toEqual(a.saveState());
    expect(() => b.restoreState(saved.subarray(1))).toThrow(RangeError);
  });

  it('names unknown registers', () => {
    expect(() => machine([]).readSpecial('foo')).toThrow(/"foo"/);
    expect(() => machine([]).writeSpecial('foo', 1)).toThrow(RangeError);
  });

  it('S32C1I stores on equality only and returns the old value', () => {
    const core = machine([
      ['s32c1i', 3, 2, 0],
      ['s32c1i', 4, 2, 0],
    ]);
    core.setA(2, DATA);
    core.setA(3, 7);
    core.setA(4, 8);
    steps(core, 2);
    expect([core.getA(3), core.getA(4), core.memory.read32(DATA)]).toEqual([0, 7, 7]);
  });

  it('exceptions without end let time pass, so that a deadline is met', () => {
    for (const mode of ['exact', 'off'] as const) {
      const core = machine([['ill']], { timing: mode });
      core.memory.unmap(VECTORS, 0x10000);
      expect(core.run(10000)).toBe('deadline');
    }
  });
});
