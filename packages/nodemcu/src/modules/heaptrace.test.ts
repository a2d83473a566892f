import { HEAP_TRACE_STATE as STATE } from '@xtal/heaptrace';
import { describe, expect, it } from 'vitest';
import type { NodeMcu } from '../node-mcu.js';
import { runLua, valuesOf } from '../testing/run-lua.js';

describe('heaptrace', () => {
  it('has the functions and constants of the device, in a read-only table', () =>
    expect(
      valuesOf([
        'heaptrace.TRACE_ALL, heaptrace.TRACE_LEAKS',
        '(function() heaptrace.x = 1 end)()',
        'heaptrace.xtal_records',
        'heaptrace.init(10)',
        'heaptrace.start(1)',
        'heaptrace.stop()',
      ]),
    ).toEqual(['0 1', 'table is Readonly', 'nil', '', '', '']));

  it('checks arguments and states with the texts and codes of the device', () =>
    expect(
      valuesOf([
        'heaptrace.init()',
        'heaptrace.init(1.5)',
        'heaptrace.init(0)',
        'heaptrace.init(-1)',
        'heaptrace.init(1000000)',
        'heaptrace.init(2147483647)',
        'heaptrace.start()',
        'heaptrace.start(2)',
        'heaptrace.start("x")',
      ]),
    ).toEqual([
      "bad argument #1 to 'init' (number expected, got no value)",
      "bad argument #1 to 'init' (number has no integer representation)",
      'invalid trace buffer size',
      'invalid trace buffer size',
      'out of memory',
      'out of memory',
      "bad argument #1 to 'start' (number expected, got no value)",
      'invalid trace mode',
      "bad argument #1 to 'start' (number expected, got string)",
    ]));

  it('never initialised, not running, already running: code 259', () =>
    expect(
      valuesOf([
        'heaptrace.start(0)',
        'heaptrace.stop()',
        'heaptrace.init(20)',
        'heaptrace.start(0)',
        'heaptrace.start(1)', // starts again: no error
        'heaptrace.resume()',
        'heaptrace.stop()',
        'heaptrace.stop()',
        'heaptrace.resume()',
      ]),
    ).toEqual([
      'failed to start heap tracing; code 259',
      'failed to stop heap tracing; code 259',
      '',
      '',
      '',
      'failed to resume heap tracing; code 259',
      '',
      'failed to stop heap tracing; code 259',
      '',
    ]));

  it('dump before init prints an empty report', () => {
    const { output } = runLua('heaptrace.dump()');
    expect(output).toContain('Mode: Heap Trace All');
    expect(output).toContain('0 records (0 capacity');
  });

  it('records what is alive in leak mode, with depth frames', () => {
    const { output, board } = runLua(
      `
heaptrace.init(100)
collectgarbage()
heaptrace.start(heaptrace.TRACE_LEAKS)
keep = {}
for i = 1, 3 do keep[i] = {} end
collectgarbage()
heaptrace.stop()
heaptrace.dump()
`,
      { sdkconfig: { CONFIG_HEAP_TRACING_STACK_DEPTH: 6 } },
    );
    expect(output).toContain('Mode: Heap Trace Leaks');
    const tables = board
      .explainRecords()
      .filter(
        ({ chain, lua }) =>
          chain.some((frame) => frame.includes('luaC_newobj')) && lua[0]?.includes('init.lua:6'),
      );
    expect(tables).toHaveLength(3);
    expect(tables[0]!.chain.map((frame) => frame.replace(/^0x\w+ |\+0x\w+$/g, ''))).toEqual([
      'l_alloc',
      'luaM_realloc_',
      'luaC_newobj',
      'luaH_new',
      'luaV_execute',
      expect.any(String),
    ]);
  });

  it('a second init stops the trace and frees the buffer first', () => {
    const { lines, warnings } = runLua(`
collectgarbage()
heaptrace.init(50)
heaptrace.start(0)
local a = node.heap()
heaptrace.init(50)
local b = node.heap()
print(pcall(heaptrace.stop))
print(a == b)
local t = {} -- recorded: nothing
heaptrace.start(0)
local u = {}
heaptrace.init(50)
heaptrace.dump()
`);
    expect(lines.slice(0, 2)).toEqual(['false\tfailed to stop heap tracing; code 259', 'true']);
    expect(warnings.join()).toContain('dump after init without start');
  });

  it('resume without start: the next allocation makes the board die, with a warning before', () => {
    for (const script of ['heaptrace.resume() t = {}', 'heaptrace.init(10) heaptrace.resume() t = {}']) {
      const { result, warnings } = runLua(script);
      expect(warnings.join()).toContain('the next allocation makes the device panic');
      expect(result.reason, script).toBe('died');
    }
  });

  it('the dump goes to the UART, not through node.output', () => {
    const { output } = runLua('node.output(function(s) end, 0) heaptrace.dump() print("hidden")');
    expect(output).toContain('Heap Trace All');
    expect(output).not.toContain('hidden');
  });

  it('a long dump warns of the interrupt watchdog', () => {
    const { warnings } = runLua(
      'heaptrace.init(100) heaptrace.start(0) for i = 1, 90 do local t = {} end heaptrace.stop() heaptrace.dump()',
    );
    expect(warnings.join()).toContain('interrupt watchdog');
  });

  it('a faster line and a patient watchdog take the warning away', () => {
    const script =
      'heaptrace.init(100) heaptrace.start(0) for i = 1, 90 do local t = {} end heaptrace.stop() heaptrace.dump()';
    for (const sdkconfig of [
      { CONFIG_ESP_CONSOLE_UART_BAUDRATE: 921600 },
      { CONFIG_ESP_INT_WDT_TIMEOUT_MS: 2000 },
    ])
      expect(runLua(script, { sdkconfig }).warnings).toEqual([]);
  });

  it('Lua 5.1 is refused, not ignored', () =>
    expect(() => runLua('', { sdkconfig: { CONFIG_LUA_VERSION_51: 'y' } })).toThrow(
      'Lua 5.3 is what is simulated',
    ));

  it('is nil without heap tracing in the configuration', () =>
    expect(valuesOf(['heaptrace'], { sdkconfig: { CONFIG_HEAP_TRACING_STANDALONE: 'n' } })).toEqual(['nil']));

  it('extras, when asked for: Lua lines and names of live records', () => {
    const { lines } = runLua(
      `
heaptrace.init(10)
heaptrace.start(1)
keep = {}
heaptrace.stop()
local r = heaptrace.xtal_records()
print(#r > 0, r[1].size, r[1].lua[1], #r[1].chain)
`,
      { heaptraceExtras: true },
    );
    expect(lines).toEqual(['true\t32\tinit.lua:4: in main chunk\t2']);
  });

  it('extras: records without the limit of the buffer, of which the chip notices nothing', () => {
    const script = (on: boolean): string => `
heaptrace.init(4)
heaptrace.xtal_unlimited(${!on}) heaptrace.xtal_unlimited(${on})
collectgarbage('stop')
local function make(i) return {i} end
heaptrace.start(heaptrace.TRACE_LEAKS)
local kept = {}
for i = 1, 20 do kept[i] = make(i) end
for i = 1, 5 do kept[i] = nil end
collectgarbage()
heaptrace.stop()
heaptrace.dump()`;
    const [limited, unlimited] = [false, true].map((on) => runLua(script(on), { heaptraceExtras: true }));
    expect(unlimited!.output).toBe(limited!.output);
    expect(limited!.board.explainRecords()).toHaveLength(4);
    const made = unlimited!.board.explainRecords().filter(({ lua }) => lua[0]?.startsWith('init.lua:5: in'));
    // a table and its array each
    expect(made.map(({ size }) => size)).toEqual(
      Array.from({ length: 30 }, (_, i) => [32, made[1]!.size][i % 2]),
    );
    expect(made[0]!.chain[0]).toContain('l_alloc');
    expect(new Set(made.map(({ address }) => address)).size).toBe(30);
    expect(valuesOf(['heaptrace.xtal_unlimited(1)'], { heaptraceExtras: true })[0]).toContain(
      'boolean expected',
    );
  });

  it.each([
    [
      'after a call',
      'local function f() return {} end for i = 1, 2 do keep[i] = f() node.stripdebug(3, f) end',
    ],
    ['while it runs', 'local function f() for i = 1, 2 do keep[i] = {} node.stripdebug(3, f) end end f()'],
    [
      'while another runs that it called',
      'local function f(g) g(f) return 1 end f(function(f) for i = 1, 2 do keep[i] = {} node.stripdebug(3, f) end end)',
    ],
  ])('extras: a function that loses its lines %s has none in later records', (_when, code) => {
    const { lines } = runLua(
      `
heaptrace.init(20)
local keep = {0, 0}
collectgarbage('stop')
heaptrace.start(1)
${code}
heaptrace.stop()
for _, record in ipairs(heaptrace.xtal_records()) do
  if record.size == 32 then print(table.concat(record.lua, ', ')) end
end
`,
      { heaptraceExtras: true },
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).not.toContain('init.lua:0');
    expect(lines[1]).toContain('init.lua:0: in function <init.lua:6>');
  });

  it('the records are in guest memory when a run returns, and inside it for those who ask', () => {
    const script = `
heaptrace.init(10)
heaptrace.start(heaptrace.TRACE_LEAKS)
kept = {{}, {}}
for i = 1, 400000 do end
kept[3] = {}`;
    const read = (board: NodeMcu, offset: number): number =>
      board.machine.memory.read32(board.services.trace!.stateAddress + offset);
    /** Addresses of the blocks that the list in guest memory has. */
    const blocks = (board: NodeMcu): number[] => {
      const { list, address } = board.services.trace!.layout;
      const found: number[] = [];
      for (let at = read(board, STATE.listFirst); at !== 0; at = board.machine.memory.read32(at + list))
        found.push(board.machine.memory.read32(at + address));
      return found;
    };
    let inside = 0;
    const { board } = runLua(script, {
      onSlice: (chip) => {
        chip.settle();
        inside = blocks(chip).length;
      },
    });
    const after = blocks(board);
    expect(read(board, STATE.count)).toBe(after.length);
    expect(after.length).toBeGreaterThan(4);
    expect(after.every((address) => address > 0x3ffa_0000)).toBe(true);
    const explained = board.explainRecords();
    expect(explained.map(({ address }) => address)).toEqual(after);
    expect(explained.at(-1)!.lua[0]).toContain('init.lua:6');
    expect(inside).toBeGreaterThan(2);
    expect(inside).toBeLessThan(after.length);
  });

  it('after an init without start the records of before still know their lines', () => {
    const { board } = runLua(`
heaptrace.init(10) heaptrace.start(heaptrace.TRACE_ALL)
old = {} for i = 1, 6 do old[i] = {i} end
heaptrace.stop() old = nil collectgarbage()
heaptrace.init(10) heaptrace.start(heaptrace.TRACE_LEAKS)
kept = {} for i = 1, 8 do kept[i] = {'x' .. i} end
heaptrace.stop()
heaptrace.init(30)`);
    // the lists stay in the buffer that is freed, where one record is overwritten
    const lines = board.explainRecords().map(({ lua }) => lua[0]);
    expect(lines.filter((line) => line === 'init.lua:6: in main chunk').length).toBeGreaterThan(7);
    expect(lines.filter((line) => line !== undefined && line !== 'init.lua:6: in main chunk')).toEqual([]);
  });

  it('tracebacks of blocks do not grow with the length of the run', () => {
    const { board } = runLua(
      `
heaptrace.init(10)
heaptrace.start(heaptrace.TRACE_LEAKS)
for i = 1, 3000 do load("local t = {}", "=chunk")() end
`,
    );
    expect(board.luaTracebacks.count).toBeLessThan(20);
  });
});
