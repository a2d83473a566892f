/**
 * The board of an interactive session, in a thread of its own: the terminal stays responsive while a script runs, and
 * Ctrl-C reaches a script that never ends, through a word of shared memory.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { CommandIo } from '../command.js';
import type { RunOptions } from '../run/options.js';
import { createBoard, finishRecording, openFlash, recordHeap } from '../run/script.js';

/** What the terminal sends. */
export type ToBoard = { readonly type: 'line'; readonly text: string } | { readonly type: 'leave' };
/** What the board sends. */
export type FromBoard =
  | { readonly type: 'output'; readonly bytes: Uint8Array }
  | { readonly type: 'message'; readonly text: string }
  | {
      readonly type: 'ended';
      /** `left`: because the user wanted to leave. */
      readonly reason: 'left' | 'died' | 'restart';
      readonly message?: string | undefined;
      /** The flash file system's image, where it is to be saved. */
      readonly image?: Uint8Array | undefined;
      readonly instructions: number;
      readonly cycles: number;
    };

/** What the board is started with. */
export interface BoardData {
  readonly options: RunOptions;
  readonly cwd: string;
  /** One word: not 0 asks the running script to stop. */
  readonly interrupt: SharedArrayBuffer;
}

/** How often the board looks at the real clock, in milliseconds. */
const TICK_MS = 20;

const { options, cwd, interrupt } = workerData as BoardData;
const flag = new Int32Array(interrupt);
const port = parentPort!;
const post = (message: FromBoard): void => port.postMessage(message);

const io: CommandIo = {
  stdout: (data) =>
    post({ type: 'output', bytes: typeof data === 'string' ? Buffer.from(data) : Uint8Array.from(data) }),
  stderr: (text) => post({ type: 'message', text }),
  cwd,
};

const files = openFlash(io, options);
const started = performance.now();
const board = createBoard(io, options, files, ({ lua, now, clock }) => {
  // A script that works is faster here than on a board: it waits, or timers behind it would seem to stand still.
  const ahead = (now / clock.hz) * 1000 - (performance.now() - started);
  if (ahead > TICK_MS) Atomics.wait(flag, 0, 0, Math.min(ahead, 5 * TICK_MS));
  if (Atomics.exchange(flag, 0, 0) !== 0) lua.interrupt();
});
const recording = recordHeap(io, options, board);
board.console.echo = false;

/** The session is over: what is to be kept is written or handed over. */
function end(reason: 'left' | 'died' | 'restart', message?: string): void {
  clearInterval(timer);
  finishRecording(io, options, board, recording);
  const image = options.flash === undefined ? undefined : files.save();
  post({ type: 'ended', reason, message, image, instructions: board.lua.instructions, cycles: board.now });
}

/** Lets the board's time reach the real time that has passed; a script that needs longer makes it late. */
function tick(): void {
  const seconds = (performance.now() - started) / 1000;
  const result = board.run({
    time: Math.max(board.now + 1, Math.round(seconds * board.clock.hz)),
    betweenTasks: true,
  });
  if (result.reason === 'died' || result.reason === 'restart') end(result.reason, result.message);
}

port.on('message', (message: ToBoard) => {
  if (message.type === 'leave') {
    end('left');
    return;
  }
  Atomics.store(flag, 0, 0);
  board.type(Buffer.from(`${message.text}\n`));
  tick();
});

board.boot(files.read('init.lua') ? 'init.lua' : null, true);
const timer = setInterval(tick, TICK_MS);
tick();
