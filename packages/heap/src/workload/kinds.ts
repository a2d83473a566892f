/**
 * The kinds of synthetic workloads. Each says which distributions it draws sizes and lifetimes from; a lifetime is a
 * number of operations of the whole program. `live` is the number of bytes that a workload aims to keep allocated.
 *
 * One step emits a few operations at most (see STEP_LIMIT in generate.ts).
 */
import { Random } from './random.js';
import { UNTIL_FREED, type Handle, type SimulatedProgram } from './program.js';

/** Parameters of a workload beyond kind, seed and length. */
export interface WorkloadParameters {
  /** Bytes that the workload aims to keep allocated. */
  readonly live: number;
}

/** A kind of workload. */
export interface WorkloadKind {
  readonly summary: string;
  /** Distribution of sizes. */
  readonly sizes: string;
  /** Distribution of lifetimes. */
  readonly lifetimes: string;
  /** Prepares the workload; the result is called again and again, each call emits the next few operations. */
  start(program: SimulatedProgram, parameters: WorkloadParameters): () => void;
}

/** Mean lifetime in operations that keeps `live` bytes of blocks of `meanSize` allocated: half of all operations allocate. */
function meanLifetime(live: number, meanSize: number): number {
  return Math.max(4, Math.floor((2 * live) / meanSize));
}

/** A workload whose blocks have independent sizes and exponential lifetimes. */
function independent(meanSize: number, draw: (random: Random) => number): WorkloadKind['start'] {
  return (program, { live }) => {
    const lifetime = meanLifetime(live, meanSize);
    const { random } = program;
    return () => void program.malloc(draw(random), random.exponential(lifetime));
  };
}

/** Sizes of 2^k − 8 … 2^k + 8 for k = 4 … 12: where size classes begin and end. */
function boundarySize(random: Random): number {
  return 2 ** random.between(4, 12) + random.between(-8, 8);
}

export const workloadKinds = {
  uniform: {
    summary: 'independent blocks of all sizes alike',
    sizes: 'uniform, 1 to 1024 bytes',
    lifetimes: 'exponential',
    start: independent(512, (random) => random.between(1, 1024)),
  },
  powerlaw: {
    summary: 'many small blocks, few large ones; most die young, some live long',
    sizes: 'power law by octaves, 8 to 16384 bytes, every octave half as probable as the one below',
    lifetimes: 'power law by octaves over 14 octaves, every octave 0.6 times as probable as the one below',
    start(program, { live }) {
      const { random } = program;
      const wanted = meanLifetime(live, Random.octavesMean(8, 16384, 0.5));
      const scale = wanted / Random.octavesMean(1, 16384, 0.6);
      return () =>
        void program.malloc(random.octaves(8, 16384, 0.5), Math.ceil(random.octaves(1, 16384, 0.6) * scale));
    },
  },
  tiny: {
    summary: 'nothing but small blocks: header overhead shows',
    sizes: 'uniform, 1 to 32 bytes',
    lifetimes: 'exponential',
    start: independent(16.5, (random) => random.between(1, 32)),
  },
  boundary: {
    summary: 'sizes around powers of two, where size classes begin and end',
    sizes: '2^k + d, k uniform in 4 to 12, d uniform in -8 to 8',
    lifetimes: 'exponential',
    start: independent(908, boundarySize),
  },
  exhaust: {
    summary: 'asks for more than there is: requests fail',
    sizes: 'power law by octaves, 16 to 8192 bytes, every octave 0.6 times as probable as the one below',
    lifetimes: 'exponential; aims at twice the live bytes that are set',
    start(program, { live }) {
      const { random } = program;
      const lifetime = meanLifetime(2 * live, Random.octavesMean(16, 8192, 0.6));
      return () => void program.malloc(random.octaves(16, 8192, 0.6), random.exponential(lifetime));
    },
  },
  fragment: {
    summary: 'rounds that leave holes which the next round does not fit into',
    sizes: 'each round one size from 16 to 512, growing by 8 to 40 bytes a round, then from 16 again',
    lifetimes:
      'a round fills up to the live bytes, then every second block of it is freed; blocks kept die after 8 rounds',
    start: fragmenting,
  },
  lifo: {
    summary: 'a stack: last allocated, first freed',
    sizes: 'power law by octaves, 8 to 2048 bytes, every octave 0.7 times as probable as the one below',
    lifetimes: 'nested; depth is a random walk that is reflected at 0 and at the live bytes',
    start: (program, parameters) => stackOrQueue(program, parameters, 'lifo'),
  },
  fifo: {
    summary: 'a queue: first allocated, first freed',
    sizes: 'power law by octaves, 8 to 2048 bytes, every octave 0.7 times as probable as the one below',
    lifetimes: 'queue length is a random walk that is reflected at 0 and at the live bytes',
    start: (program, parameters) => stackOrQueue(program, parameters, 'fifo'),
  },
  'lifo-fifo': {
    summary: 'stack and queue at once, in one heap',
    sizes: 'power law by octaves, 8 to 2048 bytes, every octave 0.7 times as probable as the one below',
    lifetimes: 'half of the blocks as in lifo, half as in fifo',
    start(program, { live }) {
      const stack = stackOrQueue(program, { live: live / 2 }, 'lifo');
      const queue = stackOrQueue(program, { live: live / 2 }, 'fifo');
      return () => (program.random.chance(0.5) ? stack() : queue());
    },
  },
  'ramp-plateau': {
    summary: 'start-up that builds up data, steady work, then the next start-up',
    sizes: 'power law by octaves, 16 to 4096 bytes, every octave 0.6 times as probable as the one below',
    lifetimes:
      'ramp: until the end of the phase; plateau: exponential, mean 50 operations, on top of it; then all is freed',
    start: rampPlateau,
  },
  realloc: {
    summary: 'buffers that grow while they are used, as string builders and arrays do',
    sizes:
      'start 8 to 64 bytes uniform; each growth by 16 bytes, ×1.5 or ×2 up to a power-law limit of 64 to 16384',
    lifetimes: 'until full, then shrunk to what is used and kept for an exponential time',
    start: growing,
  },
  memalign: {
    summary: 'aligned buffers among ordinary blocks, as DMA asks for them',
    sizes: 'half: 16 to 2048 uniform, aligned to 2^k, k uniform in 3 to 10; half: power law 8 to 1024',
    lifetimes: 'exponential',
    start(program, { live }) {
      const { random } = program;
      const lifetime = meanLifetime(live, 550);
      return () => {
        const time = random.exponential(lifetime);
        if (random.chance(0.5)) program.aligned(2 ** random.between(3, 10), random.between(16, 2048), time);
        else program.malloc(random.octaves(8, 1024, 0.6), time);
      };
    },
  },
  iot: {
    summary:
      'a sensor node: topics and JSON strings, packet buffers in a fixed period, sometimes a TLS session',
    sizes:
      'strings 8 to 256 power law; JSON built by realloc in steps of 64; packets 256, 576 or 1460; TLS 16384 + 4096 + 40 × 16 to 512',
    lifetimes:
      'strings exponential, mean 30; one packet per 40 operations, lives 60; TLS session once in 3000, lives 400; settings for ever',
    start: sensorNode,
  },
  lua: {
    summary: 'an interpreter with a mark-and-sweep collector: garbage is freed in bursts',
    sizes:
      'strings 17 + 1 to 40 bytes (60 %), tables 32 with node arrays of 32 × 2^k grown by doubling (25 %), closures 20 to 60 (15 %)',
    lifetimes:
      'one in eight objects is kept over a collection; the rest is freed when the allocated bytes reach twice those that survived',
    start: interpreter,
  },
  leak: {
    summary: 'independent blocks, of which one in 200 is never freed',
    sizes: 'power law by octaves, 8 to 2048 bytes, every octave 0.6 times as probable as the one below',
    lifetimes: 'exponential; leaked blocks for ever',
    start(program, { live }) {
      const { random } = program;
      const lifetime = meanLifetime(live / 2, Random.octavesMean(8, 2048, 0.6));
      return () => {
        const size = random.octaves(8, 2048, 0.6);
        if (random.chance(1 / 200)) program.leak(size);
        else if (random.chance(0.2)) program.calloc(1 + (size >> 4), 16, random.exponential(lifetime));
        else program.malloc(size, random.exponential(lifetime));
      };
    },
  },
} satisfies Record<string, WorkloadKind>;

function fragmenting(program: SimulatedProgram, { live }: WorkloadParameters): () => void {
  const { random } = program;
  let size = 16;
  let round: Handle[] = [];
  const kept: Handle[][] = [];
  let freeing = 0;
  let dying: Handle[] = [];
  return () => {
    if (dying.length > 0) return program.free(dying.pop()!);
    if (freeing > 0) {
      freeing -= 2;
      if (freeing >= 0 && freeing < round.length) {
        program.free(round[freeing]!);
        round[freeing] = -1;
      }
      if (freeing > 0) return;
      kept.push(round.filter((handle) => handle >= 0));
      round = [];
      if (kept.length > 8) dying = kept.shift()!;
      size = size > 512 ? 16 : size + 8 * random.between(1, 5);
    } else if (program.liveBytes >= live && round.length > 1) {
      freeing = (round.length & ~1) + 2;
    } else if (program.liveBytes >= live) {
      dying = kept.shift() ?? [];
      if (dying.length === 0) round.push(program.malloc(size));
    } else {
      round.push(program.malloc(size));
    }
  };
}

function stackOrQueue(
  program: SimulatedProgram,
  { live }: WorkloadParameters,
  order: 'lifo' | 'fifo',
): () => void {
  const { random } = program;
  const blocks: Handle[] = [];
  let first = 0;
  let bytes = 0;
  let growing = true;
  return () => {
    // The walk drifts: it grows for a while, then shrinks for a while.
    if (random.chance(0.01)) growing = !growing;
    const grows = bytes >= live ? false : first === blocks.length || random.chance(growing ? 0.6 : 0.4);
    if (grows) {
      const handle = program.malloc(random.octaves(8, 2048, 0.7));
      bytes += program.sizeOf(handle);
      blocks.push(handle);
      return;
    }
    const handle = order === 'lifo' ? blocks.pop()! : blocks[first++]!;
    bytes -= program.sizeOf(handle);
    program.free(handle);
    if (first > 1024 && first * 2 > blocks.length) {
      blocks.splice(0, first);
      first = 0;
    }
  };
}

function rampPlateau(program: SimulatedProgram, { live }: WorkloadParameters): () => void {
  const { random } = program;
  const size = (): number => random.octaves(16, 4096, 0.6);
  let ramp: Handle[] = [];
  let plateau = -1;
  return () => {
    if (plateau < 0) {
      if (program.liveBytes < live * 0.75) ramp.push(program.malloc(size()));
      else plateau = 4 * ramp.length + 1000;
    } else if (plateau > 0) {
      plateau--;
      program.malloc(size(), random.exponential(50));
    } else {
      program.free(ramp.pop() ?? -1);
      if (ramp.length === 0) {
        ramp = [];
        plateau = -1;
      }
    }
  };
}

function growing(program: SimulatedProgram, { live }: WorkloadParameters): () => void {
  const { random } = program;
  /** Buffers being filled, with the size at which each is full. */
  const buffers: { handle: Handle; limit: number }[] = [];
  const done: Handle[] = [];
  return () => {
    if (program.liveBytes > live && done.length > 0)
      return program.free(done.splice(random.between(0, done.length - 1), 1)[0]!);
    if (buffers.length < 12) {
      const handle = program.malloc(random.between(8, 64), UNTIL_FREED);
      return void buffers.push({ handle, limit: random.octaves(64, 16384, 0.6) });
    }
    const at = random.between(0, buffers.length - 1);
    const buffer = buffers[at]!;
    const size = program.sizeOf(buffer.handle);
    if (size >= buffer.limit) {
      program.realloc(buffer.handle, buffer.limit);
      done.push(buffer.handle);
      buffers.splice(at, 1);
      return;
    }
    const way = random.between(0, 2);
    program.realloc(buffer.handle, way === 0 ? size + 16 : way === 1 ? size + (size >> 1) : size * 2);
  };
}

function sensorNode(program: SimulatedProgram, { live }: WorkloadParameters): () => void {
  const { random } = program;
  let step = 0;
  let settings = 0;
  let json: Handle = -1;
  let jsonLeft = 0;
  return () => {
    step++;
    // Settings, sockets, tasks: allocated once at start-up, a quarter of the live bytes.
    if (settings < live / 4 && step % 2 === 0) {
      const size = random.octaves(16, 2048, 0.6);
      settings += size;
      program.malloc(size);
    } else if (step % 3000 === 1500) {
      program.malloc(16384, 400);
      program.malloc(4096, 400);
      for (let part = 0; part < 40; part++)
        program.malloc(random.octaves(16, 512, 0.7), random.between(200, 400));
    } else if (step % 40 === 0) {
      program.malloc(random.pick([256, 576, 1460]), 60);
    } else if (json >= 0) {
      if (--jsonLeft > 0) program.realloc(json, program.sizeOf(json) + 64);
      else {
        program.free(json);
        json = -1;
      }
    } else if (step % 50 === 0) {
      json = program.malloc(64);
      jsonLeft = random.between(2, 20);
    } else {
      program.malloc(random.octaves(8, 256, 0.6), random.exponential(30));
    }
  };
}

/** A Lua table with its node array; the array doubles when the table grows. */
interface LuaTable {
  table: Handle;
  nodes: Handle;
}

function interpreter(program: SimulatedProgram, { live }: WorkloadParameters): () => void {
  const { random } = program;
  /** Objects that the next sweep frees. */
  let garbage: Handle[] = [];
  let kept: Handle[] = [];
  let open: LuaTable | undefined;
  let threshold = live / 2;
  let sweeping: Handle[] = [];
  const object = (handle: Handle): void => void (random.chance(1 / 8) ? kept : garbage).push(handle);
  return () => {
    if (sweeping.length > 0) {
      program.free(sweeping.pop()!);
      if (sweeping.length === 0) threshold = Math.min(live, Math.max(live / 4, program.liveBytes * 2));
      return;
    }
    if (program.liveBytes >= threshold) {
      // Survivors age: when they fill half of the memory, the older half of them has become garbage too.
      const old = program.liveBytes >= live * 0.9 ? kept.splice(0, kept.length >> 1) : [];
      sweeping = [...old, ...garbage].reverse();
      garbage = [];
      if (open) kept.push(open.table, open.nodes);
      open = undefined;
      if (sweeping.length === 0) {
        sweeping = kept;
        kept = [];
      }
      return;
    }
    if (open && random.chance(0.3)) {
      program.realloc(open.nodes, program.sizeOf(open.nodes) * 2);
      if (program.sizeOf(open.nodes) >= 2048 || random.chance(0.3)) {
        object(open.table);
        object(open.nodes);
        open = undefined;
      }
      return;
    }
    const what = random.fraction();
    if (what < 0.6) object(program.malloc(17 + random.between(1, 40)));
    else if (what < 0.85) {
      const table = program.malloc(32);
      const nodes = program.malloc(32);
      if (open) {
        object(table);
        object(nodes);
      } else open = { table, nodes };
    } else object(program.malloc(random.between(5, 15) * 4));
  };
}

/** Name of a kind of workload. */
export type WorkloadName = keyof typeof workloadKinds;

/** The names of all kinds. */
export const workloadNames = Object.keys(workloadKinds) as readonly WorkloadName[];

/** True for the name of a kind. */
export function isWorkloadName(name: string): name is WorkloadName {
  return Object.hasOwn(workloadKinds, name);
}
