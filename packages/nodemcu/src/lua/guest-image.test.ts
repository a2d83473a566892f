import { createMachine } from '@xtal/esp32';
import { describe, expect, it } from 'vitest';
import type { CallChain } from './call-chain.js';
import { functionAddress, GuestImage } from './guest-image.js';
import { LuaMachine } from './machine.js';
import { CountingHeap } from './testheap.js';

const STACK_TOP = 0x3ffb_9000;

function board(): { chip: ReturnType<typeof createMachine>; lua: LuaMachine; image: GuestImage } {
  const chip = createMachine({});
  const lua = LuaMachine.create({ heap: new CountingHeap() });
  return { chip, lua, image: new GuestImage(chip, lua, STACK_TOP) };
}

describe('call chains of Lua, read from guest frames', () => {
  it('every allocation decodes to the C functions that are running', () => {
    const { chip, lua, image } = board();
    let seen = 0;
    lua.listener = {
      block(_old, _size, _fresh, _newSize, kind) {
        const names = Array.from(
          image.chain(16, []).addresses,
          (address) => chip.symbols.lookup(address)?.name,
        );
        expect(names).toEqual(lua.callChain(kind, 16));
        seen++;
      },
    };
    lua.load('local t = {} for i = 1, 20 do t[i] = {i, x = "n" .. i} end return (("x"):rep(300))', '=stdin');
    lua.call(0, 0);
    expect(seen).toBeGreaterThan(100);
  });

  it('a new table: l_alloc, luaM_realloc_, luaC_newobj, luaH_new, luaV_execute', () => {
    const { chip, lua, image } = board();
    const chains: string[] = [];
    lua.load('return {}', '=stdin');
    lua.listener = {
      block: () =>
        chains.push(
          Array.from(image.chain(5, []).addresses, (a) => chip.symbols.lookup(a)!.name).join(' < '),
        ),
    };
    lua.call(0, 0);
    expect(chains).toContain('l_alloc < luaM_realloc_ < luaC_newobj < luaH_new < luaV_execute');
  });

  it('addresses are those behind the call in each function, whoever asks and how deep', () => {
    const { lua, image } = board();
    let chains: Uint32Array[] = [];
    lua.load('return {}', '=stdin');
    lua.listener = { block: () => (chains = [image.chain(2, []).addresses, image.chain(40, []).addresses]) };
    lua.call(0, 0);
    const [short, long] = chains as [Uint32Array, Uint32Array];
    expect(Array.from(long.slice(0, 2))).toEqual(Array.from(short));
    expect(short[0]! - functionAddress(lua.g.names.id('l_alloc'))).toBe(10);
  });

  it('functions of modules stand in front where they allocate themselves', () => {
    const { chip, lua, image } = board();
    const chain = lua.within(
      ['tmr_alarm', 'tmr_register'],
      () => image.chain(8, ['xTimerCreate', 'pvPortMalloc']).addresses,
    );
    expect(Array.from(chain, (address) => chip.symbols.lookup(address)!.name)).toEqual([
      'pvPortMalloc',
      'xTimerCreate',
      'tmr_register',
      'tmr_alarm',
    ]);
    expect(lua.within(['a', 'b'], () => image.placeholder(8, ['c'])).length).toBe(3);
  });

  it('a chain is remembered until there are too many, and is the same when it is read again', () => {
    const { chip, lua } = board();
    const image = new GuestImage(chip, lua, STACK_TOP, 4);
    const chain = (name: string): CallChain => image.chain(4, [name]);
    const first = chain('a');
    expect(chain('a')).toBe(first);
    for (const name of ['b', 'c', 'd', 'e']) chain(name);
    expect(chain('a')).not.toBe(first);
    expect(chain('a').addresses).toEqual(first.addresses);
  });

  it('reading chains takes no time on the chip', () => {
    const { chip, image, lua } = board();
    const before = chip.core.cycles;
    lua.within(['f'], () => image.chain(4, []));
    expect(chip.core.cycles).toBe(before);
  });
});
