/**
 * A made-up firmware and its heap traffic, always the same for the same options: for tests, benchmarks and for trying
 * the analyses without a program of one's own.
 *
 * The firmware is a sensor gateway: a main loop, a network task, an HTTP server and (on request) a Lua script.
 * It has one leak (`topic_copy` loses one block in 200), one cache that looks like a leak at first
 * (`session_new` keeps 48 sessions), one buffer that moves (`json_append` reallocates), long-lived
 * blocks that pin the middle of the heap (`timer_create`), and what stays from the start (`setup`).
 */
import type { AllocationKind } from '../event.js';
import type { SourceFrame, TraceHeader } from './format.js';
import type { JsonLinesWriter } from './json-lines-writer.js';
import type { TraceWriter } from './trace-writer.js';

/** How much of it. */
export interface SyntheticTraceOptions {
  /** Events to write, about. */
  readonly events: number;
  /** Seed of the generator. */
  readonly seed?: number;
  /** Marks `iteration 1 … n` at equal distances. */
  readonly phases?: number;
  /** A Lua script runs as well. */
  readonly lua?: boolean;
}

/** Where the made-up heap lies. */
const HEAP_START = 0x3ffb2a30;
const HEAP_SIZE = 0x2d5d0;
const TASKS = { main: 0x3ffb5e1c, net: 0x3ffb7f40, httpd: 0x3ffbc0d8, lua: 0x3ffbe224 } as const;

/** The header of every synthetic trace. */
export const SYNTHETIC_HEADER: TraceHeader = {
  program: 'gateway (synthetic)',
  cpuHz: 160_000_000,
  idfVersion: 'v5.1.3',
  machine: { cpuMHz: 160, psram: 0, timing: 'exact' },
  heaps: [{ name: 'DRAM', start: HEAP_START, size: HEAP_SIZE, caps: 0x180c }],
};

type Task = keyof typeof TASKS;

/** Function → file and first line. Addresses follow from the position in this list. */
const FUNCTIONS: Record<string, readonly [file: string, line: number]> = {
  main_task: ['freertos/app_startup.c', 190],
  app_main: ['main/gateway.c', 210],
  gateway_loop: ['main/gateway.c', 150],
  sensor_poll: ['main/sensor.c', 40],
  sample_new: ['main/sensor.c', 18],
  publish: ['main/mqtt.c', 120],
  topic_copy: ['main/mqtt.c', 33],
  payload_build: ['main/mqtt.c', 70],
  json_object: ['json/json.c', 210],
  json_append: ['json/json.c', 55],
  timer_create: ['esp_timer/esp_timer.c', 101],
  setup: ['main/gateway.c', 30],
  release: ['main/gateway.c', 96],
  task_create: ['freertos/tasks.c', 720],
  net_task: ['lwip/tcpip.c', 140],
  tcp_input: ['lwip/tcp_in.c', 300],
  pbuf_alloc: ['lwip/pbuf.c', 224],
  mem_malloc: ['lwip/mem.c', 80],
  tls_accept: ['tls/tls.c', 412],
  session_new: ['tls/session.c', 66],
  httpd_thread: ['http/httpd.c', 400],
  httpd_handle: ['http/httpd.c', 310],
  header_parse: ['http/parse.c', 88],
  header_store: ['http/parse.c', 22],
  response_send: ['http/httpd.c', 260],
  lua_task: ['lua/task.c', 20],
  luaV_execute: ['lua/lvm.c', 780],
  luaH_resize: ['lua/ltable.c', 330],
  internshrstr: ['lua/lstring.c', 110],
  luaM_realloc_: ['lua/lmem.c', 78],
  l_alloc: ['lua/lauxlib.c', 1010],
};
const NAMES = Object.keys(FUNCTIONS);
/** `json_append` is inlined into whoever calls it, so that traces with inlined frames are exercised. */
const INLINED = 'json_append';

interface Site {
  readonly task: Task;
  readonly operation: string;
  /** Innermost first. */
  readonly chain: readonly string[];
  /** Share of all allocations. */
  readonly weight: number;
  /** Smallest and largest request. */
  readonly size: readonly [number, number];
  /** Mean lifetime in allocations of the whole firmware. */
  readonly life: number;
  /** One in so many is never freed. */
  readonly loses?: number;
  /** Keeps this many, then frees the oldest for each new one. */
  readonly keeps?: number;
  /** Grows this many times by reallocation before it is freed. */
  readonly grows?: number;
  readonly lua?: readonly (readonly [source: string, line: number, name?: string])[];
}

const LOOP = ['gateway_loop', 'app_main', 'main_task'];
const SITES: readonly Site[] = [
  {
    task: 'main',
    operation: 'malloc',
    chain: ['sample_new', 'sensor_poll', ...LOOP],
    weight: 24,
    size: [24, 24],
    life: 12,
  },
  {
    task: 'main',
    operation: 'malloc',
    chain: ['topic_copy', 'publish', ...LOOP],
    weight: 10,
    size: [18, 44],
    life: 6,
    loses: 200,
  },
  {
    task: 'main',
    operation: 'calloc',
    chain: ['json_object', 'payload_build', 'publish', ...LOOP],
    weight: 16,
    size: [32, 40],
    life: 5,
  },
  {
    task: 'main',
    operation: 'realloc',
    chain: ['json_append', 'payload_build', 'publish', ...LOOP],
    weight: 4,
    size: [64, 64],
    life: 8,
    grows: 5,
  },
  {
    task: 'main',
    operation: 'heap_caps_malloc',
    chain: ['timer_create', 'setup', ...LOOP],
    weight: 0.05,
    size: [56, 56],
    life: 8000,
  },
  {
    task: 'net',
    operation: 'heap_caps_malloc',
    chain: ['mem_malloc', 'pbuf_alloc', 'tcp_input', 'net_task'],
    weight: 22,
    size: [80, 1514],
    life: 9,
  },
  {
    task: 'net',
    operation: 'heap_caps_calloc',
    chain: ['session_new', 'tls_accept', 'tcp_input', 'net_task'],
    weight: 0.5,
    size: [312, 312],
    life: 0,
    keeps: 48,
  },
  {
    task: 'httpd',
    operation: 'malloc',
    chain: ['header_store', 'header_parse', 'httpd_handle', 'httpd_thread'],
    weight: 14,
    size: [12, 160],
    life: 25,
  },
  {
    task: 'httpd',
    operation: 'malloc',
    chain: ['response_send', 'httpd_handle', 'httpd_thread'],
    weight: 3,
    size: [512, 2048],
    life: 10,
  },
];
const LUA_SITES: readonly Site[] = [
  {
    task: 'lua',
    operation: 'realloc',
    chain: ['l_alloc', 'luaM_realloc_', 'internshrstr', 'luaV_execute', 'lua_task'],
    weight: 10,
    size: [21, 60],
    life: 30,
    lua: [
      ['init.lua', 14, 'format'],
      ['init.lua', 31, 'tick'],
    ],
  },
  {
    task: 'lua',
    operation: 'realloc',
    chain: ['l_alloc', 'luaM_realloc_', 'luaH_resize', 'luaV_execute', 'lua_task'],
    weight: 3,
    size: [40, 80],
    life: 15,
    loses: 300,
    lua: [
      ['init.lua', 22, 'remember'],
      ['init.lua', 33, 'tick'],
    ],
  },
];

/** Return address into `name`, in a call that depends on who is called. */
function returnAddress(name: string, callee: string | undefined): number {
  const spread = callee === undefined ? 1 : NAMES.indexOf(callee) + 2;
  return 0x400d2000 + NAMES.indexOf(name) * 0x140 + spread * 6;
}

/** Return addresses of a site, innermost first; inlined functions have none. */
function returnAddresses(site: Site): number[] {
  const physical = site.chain.filter((name) => name !== INLINED);
  return physical.map((name, index) =>
    returnAddress(name, index === 0 ? site.chain[0] : physical[index - 1]),
  );
}

/** Symbols of all addresses that a synthetic trace can contain. */
export function syntheticSymbols(): Map<number, SourceFrame[]> {
  const symbols = new Map<number, SourceFrame[]>();
  for (const site of [BOOT, FREEING, ...SITES, ...LUA_SITES]) {
    const physical = site.chain.filter((name) => name !== INLINED);
    const addresses = returnAddresses(site);
    physical.forEach((name, index) => {
      const address = addresses[index]!;
      const [file, line] = FUNCTIONS[name]!;
      const offset = address - (0x400d2000 + NAMES.indexOf(name) * 0x140);
      const frames: SourceFrame[] = [{ function: name, offset, file, line: line + ((offset / 6) | 0) }];
      if (index === 0 && site.chain[0] === INLINED) {
        const [inlinedFile, inlinedLine] = FUNCTIONS[INLINED]!;
        frames.unshift({ function: INLINED, file: inlinedFile, line: inlinedLine, inlined: true });
      }
      symbols.set(address, frames);
    });
  }
  return symbols;
}

/** Address-ordered first fit with 4-byte headers: enough of a heap for believable addresses. */
class FirstFit {
  /** Free ranges, ascending: start and end alternately. */
  readonly #free: number[] = [HEAP_START + 4, HEAP_START + HEAP_SIZE];
  freeBytes = HEAP_SIZE - 4;

  allocate(size: number): number {
    const need = Math.max(16, (size + 4 + 3) & ~3);
    const free = this.#free;
    for (let i = 0; i < free.length; i += 2) {
      const start = free[i]!;
      if (free[i + 1]! - start < need) continue;
      if (free[i + 1]! - start === need) free.splice(i, 2);
      else free[i] = start + need;
      this.freeBytes -= need;
      return start + 4;
    }
    return 0;
  }

  release(address: number, size: number): void {
    const need = Math.max(16, (size + 4 + 3) & ~3);
    const start = address - 4;
    const end = start + need;
    const free = this.#free;
    let low = 0;
    let high = free.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (free[middle * 2]! < start) low = middle + 1;
      else high = middle;
    }
    const at = low * 2;
    const joinsBefore = at > 0 && free[at - 1] === start;
    const joinsAfter = at < free.length && free[at] === end;
    if (joinsBefore && joinsAfter) free.splice(at - 1, 2);
    else if (joinsBefore) free[at - 1] = end;
    else if (joinsAfter) free[at] = start;
    else free.splice(at, 0, start, end);
    this.freeBytes += need;
  }

  largest(): number {
    let largest = 0;
    for (let i = 0; i < this.#free.length; i += 2)
      largest = Math.max(largest, this.#free[i + 1]! - this.#free[i]!);
    return largest;
  }
}

/** Allocated once at the start and kept: task stacks, driver buffers. */
const BOOT: Site = {
  task: 'main',
  operation: 'heap_caps_malloc',
  chain: ['task_create', 'setup', 'app_main', 'main_task'],
  weight: 0,
  size: [1024, 8192],
  life: Infinity,
};
const BOOT_BLOCKS = 28;

/** Where all blocks are freed. */
const FREEING: Site = { ...BOOT, operation: 'free', chain: ['release', ...LOOP] };

interface Live {
  address: number;
  size: number;
  readonly site: Site;
  readonly chain: number;
  readonly lua: number;
  growths: number;
}

/**
 * Writes a synthetic trace, up to and including its end record.
 * @returns The clock at the end, and how many blocks the known leak lost.
 */
export function writeSyntheticTrace(
  writer: TraceWriter | JsonLinesWriter,
  options: SyntheticTraceOptions,
): { cycle: number; leaked: number } {
  let state = (options.seed ?? 1) >>> 0 || 1;
  const random = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  const sites = options.lua === true ? [...SITES, ...LUA_SITES] : SITES;
  const totalWeight = sites.reduce((sum, site) => sum + site.weight, 0);
  const chains = sites.map((site) => writer.chains.intern(returnAddresses(site)));
  const luaIds = sites.map((site) =>
    writer.luaTracebacks.intern(
      (site.lua ?? []).map(([source, line, name]) =>
        name === undefined ? { source, line } : { source, line, name },
      ),
    ),
  );
  const freeChain = writer.chains.intern(returnAddresses(FREEING));
  for (const [name, address] of Object.entries(TASKS)) writer.task(address, name);

  const heap = new FirstFit();
  const phases = options.phases ?? 10;
  /** Blocks by the allocation number at which they die; a ring long enough for all but the longest lives. */
  const ring: Live[][] = Array.from({ length: 4096 }, () => []);
  const late: { due: number; block: Live }[] = [];
  const kept = new Map<Site, Live[]>();
  let live = 0;
  let cycle = 80_000;
  let events = 0;
  let leaked = 0;
  let nextMark = 0;
  const emit = (kind: AllocationKind, block: Live, size: number, oldAddress: number, chain: number): void => {
    cycle += 90 + Math.floor(random() * 900);
    const { task } = block.site;
    const freeing = kind === 'free';
    writer.internedEvent(
      {
        kind,
        cycle,
        core: task === 'net' ? 0 : 1,
        task: TASKS[task],
        operation: freeing ? 'free' : block.site.operation,
        caps: freeing ? 0 : 0x1000,
        size: freeing ? 0 : size,
        given: freeing ? 0 : Math.max(12, (size + 3) & ~3),
        address: kind === 'fail' ? 0 : block.address,
        oldAddress,
      },
      chain,
      freeing ? 0 : block.lua,
    );
    events++;
    if (events % 256 === 0) writer.counters(cycle, 0, heap.freeBytes, heap.largest(), live);
  };
  const release = (block: Live): void => {
    heap.release(block.address, block.size);
    live--;
    emit('free', block, 0, 0, freeChain);
  };
  const plan = (step: number, block: Live, life: number): void => {
    const due = step + 1 + Math.floor(-Math.log(1 - random()) * life);
    if (due - step < ring.length) ring[due % ring.length]!.push(block);
    else late.push({ due, block });
  };

  const markNext = (): void => {
    writer.mark(cycle, nextMark === 0 ? 'start' : `iteration ${nextMark}`);
    nextMark++;
  };

  const boot = writer.chains.intern(returnAddresses(BOOT));
  for (let i = 0; i < BOOT_BLOCKS; i++) {
    const size = BOOT.size[0] << Math.floor(random() * 4);
    emit(
      'alloc',
      { address: heap.allocate(size), size, site: BOOT, chain: boot, lua: 0, growths: 0 },
      size,
      0,
      boot,
    );
    live++;
  }
  for (let step = 0; events < options.events; step++) {
    while (events >= (options.events * nextMark) / phases) markNext();
    const due = ring[step % ring.length]!;
    for (const block of due.splice(0)) {
      if (block.growths > 0) {
        block.growths--;
        const old = block.address;
        const size = block.size + 48;
        const address = heap.allocate(size);
        if (address === 0) {
          emit('fail', block, size, old, block.chain);
        } else {
          heap.release(old, block.size);
          block.address = address;
          block.size = size;
          emit('realloc', block, size, old, block.chain);
        }
        plan(step, block, block.site.life);
      } else release(block);
    }
    if (step % 1024 === 0)
      for (let i = late.length - 1; i >= 0; i--)
        if (late[i]!.due <= step) release(late.splice(i, 1)[0]!.block);

    let pick = random() * totalWeight;
    let index = 0;
    while (index < sites.length - 1 && (pick -= sites[index]!.weight) >= 0) index++;
    const site = sites[index]!;
    const size = site.size[0] + Math.floor(random() * (site.size[1] - site.size[0] + 1));
    const block: Live = {
      address: heap.allocate(size),
      size,
      site,
      chain: chains[index]!,
      lua: luaIds[index]!,
      growths: site.grows ?? 0,
    };
    if (block.address === 0) {
      emit('fail', block, size, 0, block.chain);
      continue;
    }
    live++;
    emit('alloc', block, size, 0, block.chain);
    if (site.keeps !== undefined) {
      const list = kept.get(site) ?? [];
      kept.set(site, list);
      list.push(block);
      if (list.length > site.keeps) release(list.shift()!);
    } else if (site.loses !== undefined && random() * site.loses < 1) leaked++;
    else plan(step, block, site.life);
  }
  while (nextMark <= phases) markNext();
  writer.finish(cycle, syntheticSymbols());
  return { cycle, leaked };
}
