/**
 * The board of an interactive session, in a thread of its own: the terminal stays responsive while a script runs, and
 * Ctrl-C reaches a script that never ends, through a word of shared memory.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { CommandIo } from '../command.js';
import type { RunOptions } from '../run/options.js';
import { createBoard, openFlash } from '../run/script.js';

/** What the terminal sends. */
export type ToBoard = { readonly type: 'line'; readonly text: string } | { readonly type: 'save' };
/** What the board sends. */
export type FromBoard =
  | { readonly type: 'output'; readonly bytes: Uint8Array }
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'flash'; readonly image: Uint8Array }
  | { readonly type: 'ended'; readonly reason: string; readonly message?: string | undefined };

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
const board = createBoard(io, options, files, ({ lua }) => {
  if (Atomics.exchange(flag, 0, 0) !== 0) lua.interrupt();
});
board.console.echo = false;
const started = performance.now();

/** Lets the board's time reach the real time that has passed; a script that needs longer makes it late. */
function tick(): void {
  const seconds = (performance.now() - started) / 1000;
  const result = board.run({ time: Math.max(board.now + 1, seconds * board.clock.hz), betweenTasks: true });
  if (result.reason === 'died' || result.reason === 'restart') {
    clearInterval(timer);
    post({ type: 'ended', reason: result.reason, message: result.message });
  }
}

port.on('message', (message: ToBoard) => {
  if (message.type === 'save') {
    post({ type: 'flash', image: files.save() });
    return;
  }
  Atomics.store(flag, 0, 0);
  board.type(Buffer.from(`${message.text}\n`));
  tick();
});

board.boot(files.read('init.lua') ? 'init.lua' : null, true);
const timer = setInterval(tick, TICK_MS);
tick();
