/** The terminal side of an interactive session: line editing, history, Ctrl-C; the board runs in a worker. */
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { CommandError, ExitCode, UsageError, type CommandIo } from '../command.js';
import { writeOutput } from '../files.js';
import { reportEnding } from '../run/ending.js';
import type { RunOptions } from '../run/options.js';
import type { BoardData, FromBoard, ToBoard } from './board-worker.js';

const HISTORY_LINES = 1000;
/** A script that does not let itself be interrupted has so long to end when the user leaves. */
const LEAVING_MS = 3000;

/** Options that end a run; on a terminal the user does. */
const LIMITS = [
  ['--time', 'time'],
  ['--timeout', 'timeout'],
  ['--wall-timeout', 'wallTimeout'],
  ['--max-insns', 'maxInstructions'],
  ['--expect-text', 'expectText'],
  ['--fail-text', 'failText'],
] as const satisfies readonly (readonly [string, keyof RunOptions])[];

/**
 * Runs the session until the user leaves (Ctrl-D, or Ctrl-C twice on an empty line) or the board ends.
 * @returns The exit code.
 * @throws {UsageError} for an option that would end the run.
 */
export function runTerminal(io: CommandIo, options: RunOptions): Promise<number> {
  const limit = LIMITS.find(([, field]) => options[field] !== undefined);
  if (limit !== undefined)
    throw new UsageError(
      `${limit[0]}: expected a pipe, got a terminal, where the session ends when you leave`,
    );
  const interrupt = new SharedArrayBuffer(4);
  const flag = new Int32Array(interrupt);
  const data: BoardData = { options, cwd: io.cwd, interrupt };
  const worker = new Worker(new URL('./board-worker.js', import.meta.url), { workerData: data });
  const send = (message: ToBoard): void => worker.postMessage(message);
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
    terminal: true,
    historySize: HISTORY_LINES,
    removeHistoryDuplicates: true,
  });
  /** The unfinished last line of the board's output: it is the prompt that the user edits behind. */
  let prompt = '';
  let busy = true;
  let leaving = false;

  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      leaving = true;
      terminal.close();
      void worker.terminate();
      reject(error);
    };
    const finish = (code: number): void => {
      leaving = true;
      terminal.close();
      void worker.terminate();
      resolve(code);
    };
    const leave = (): void => {
      if (leaving) return;
      leaving = true;
      io.stdout('\n');
      if (busy) Atomics.store(flag, 0, 1);
      send({ type: 'leave' });
      setTimeout(() => {
        fail(new CommandError('the script does not end: nothing of the session was saved', ExitCode.timeout));
      }, LEAVING_MS).unref();
    };
    worker.on('message', (message: FromBoard) => {
      switch (message.type) {
        case 'output': {
          const text = prompt + Buffer.from(message.bytes).toString('utf8');
          const end = text.lastIndexOf('\n') + 1;
          prompt = text.slice(end);
          // The line being edited is redrawn below what the board printed.
          if (end > 0) process.stdout.write(`\r\u001b[K${text.slice(0, end)}`);
          busy = !prompt.endsWith('> ');
          terminal.setPrompt(prompt);
          if (!leaving) terminal.prompt(true);
          break;
        }
        case 'message':
          process.stdout.write('\r\u001b[K');
          io.stderr(message.text);
          if (!leaving) terminal.prompt(true);
          break;
        case 'ended': {
          const { reason, instructions, cycles } = message;
          if (reason !== 'left') process.stdout.write('\r\u001b[K');
          try {
            if (message.image !== undefined) writeOutput(io, options.flash!, message.image);
            const ending = reason === 'left' ? { reason: 'exit' as const, exitCode: 0 } : { reason };
            finish(reportEnding(io, { ...ending, message: message.message, instructions, cycles }, options));
          } catch (error: unknown) {
            if (error instanceof Error) fail(error);
          }
        }
      }
    });
    worker.on('error', (error: Error) => {
      // What crosses the threads has lost its class: the exit code stays a property.
      const { exitCode } = error as Error & { exitCode?: number };
      fail(exitCode === undefined ? error : new CommandError(error.message, exitCode));
    });
    terminal.on('line', (line) => {
      prompt = '';
      busy = true;
      terminal.setPrompt('');
      send({ type: 'line', text: line });
    });
    terminal.on('SIGINT', () => {
      if (busy) Atomics.store(flag, 0, 1);
      else if (terminal.line === '') leave();
      else {
        terminal.write(null, { ctrl: true, name: 'u' });
      }
    });
    terminal.on('close', leave);
  });
}
