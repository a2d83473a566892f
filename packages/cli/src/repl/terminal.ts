/** The terminal side of an interactive session: line editing, history, Ctrl-C; the board runs in a worker. */
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { CommandError, ExitCode, type CommandIo } from '../command.js';
import { writeOutput } from '../files.js';
import type { RunOptions } from '../run/options.js';
import type { BoardData, FromBoard, ToBoard } from './board-worker.js';

const HISTORY_LINES = 1000;

/**
 * Runs the session until the user leaves (Ctrl-D, or Ctrl-C twice on an empty line) or the board ends.
 * @returns The exit code.
 */
export function runTerminal(io: CommandIo, options: RunOptions): Promise<number> {
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
      terminal.close();
      void worker.terminate();
      resolve(code);
    };
    const leave = (): void => {
      if (leaving) return;
      leaving = true;
      io.stdout('\n');
      if (options.flash === undefined) finish(ExitCode.success);
      else send({ type: 'save' });
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
          terminal.prompt(true);
          break;
        }
        case 'message':
          process.stdout.write('\r\u001b[K');
          io.stderr(message.text);
          terminal.prompt(true);
          break;
        case 'flash':
          try {
            writeOutput(io, options.flash!, message.image);
            finish(ExitCode.success);
          } catch (error: unknown) {
            if (error instanceof Error) fail(error);
          }
          break;
        case 'ended':
          io.stderr(
            `\nxtal: the board has ended (${message.reason})${message.message ? `: ${message.message}` : ''}\n`,
          );
          finish(message.reason === 'died' ? ExitCode.guestDied : ExitCode.success);
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
