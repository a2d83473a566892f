/**
 * `xtal repl` on a real terminal: util-linux's `script` gives the built command one. Skipped where that is not there, or
 * where nothing has been built.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../bin/xtal.js', import.meta.url));
const built = existsSync(fileURLToPath(new URL('../dist/repl/board-worker.js', import.meta.url)));
const terminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');
const why = !built ? ' (skipped: not built)' : !terminal ? ' (skipped: no util-linux script)' : '';

const [CTRL_C, CTRL_D, ENTER, UP, BACKSPACE] = ['\u0003', '\u0004', '\r', '\u001b[A', '\u007f'];
const LONGEST_MS = 60_000;

/** A terminal with `xtal repl` in it. */
class Session {
  private raw = '';
  private seen = 0;
  private readonly process;
  private readonly ended: Promise<number>;

  constructor(folder: string, ...args: string[]) {
    const line = [process.execPath, command, 'repl', ...args].map((word) => `'${word}'`).join(' ');
    this.process = spawn('script', ['-qfec', line, '/dev/null'], { cwd: folder });
    this.process.stdout.on('data', (bytes: Buffer) => (this.raw += bytes.toString('utf8')));
    this.ended = new Promise((resolve) => this.process.on('close', (code) => resolve(code ?? -1)));
  }

  /** What was printed, without the escape sequences that move the cursor and clear. */
  private get shown(): string {
    return this.raw.replace(/\u001b\[[0-9;]*[A-Za-z]|\r/g, '');
  }

  type(keys: string): void {
    this.process.stdin.write(keys);
  }

  /** Waits until a text is shown behind what was waited for before. */
  async until(text: string): Promise<void> {
    for (const end = Date.now() + LONGEST_MS; Date.now() < end;) {
      const at = this.shown.indexOf(text, this.seen);
      if (at >= 0) {
        this.seen = at + text.length;
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`expected ${JSON.stringify(text)} behind ${JSON.stringify(this.shown.slice(this.seen))}`);
  }

  /** Waits for the end. */
  async end(): Promise<{ code: number; rest: string }> {
    const code = await this.ended;
    return { code, rest: this.shown.slice(this.seen) };
  }

  kill(): void {
    this.process.kill('SIGKILL');
  }
}

describe.skipIf(why !== '')(`xtal repl on a terminal${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'xtal-terminal-'));
  const sessions: Session[] = [];
  const open = (...args: string[]): Session => {
    const session = new Session(folder, ...args);
    sessions.push(session);
    return session;
  };
  afterAll(() => {
    for (const session of sessions) session.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('edits lines, knows the lines before, asks for the rest of a statement, Ctrl-D leaves', async () => {
    const session = open('--flash', 'flash.img', '--trace-heap', 'session.xht');
    await session.until('> ');
    session.type(`print(20 + 3${BACKSPACE}2)${ENTER}`);
    await session.until('22');
    await session.until('> ');
    session.type(`for i = 7, 8 do${ENTER}`);
    await session.until('>> ');
    session.type(`print(i * 100) end${ENTER}`);
    await session.until('700');
    await session.until('800');
    await session.until('> ');
    session.type(`${UP}${UP}${UP}${ENTER}`);
    await session.until('22');
    await session.until('> ');
    session.type(CTRL_D);
    const { code, rest } = await session.end();
    expect(code).toBe(0);
    expect(rest).toMatch(/heap events, \d+ bytes in session\.xht/);
    expect(rest).toMatch(/xtal: exit 0 after \d+ instructions, \d+ cycles/);
    expect(existsSync(join(folder, 'flash.img'))).toBe(true);
    expect(readFileSync(join(folder, 'session.xht')).length).toBeGreaterThan(1000);
  }, 120_000);

  it('Ctrl-C stops a script that never ends, and leaving does too', async () => {
    const session = open();
    await session.until('> ');
    session.type(`while true do end${ENTER}`);
    await session.until('do end');
    await new Promise((resolve) => setTimeout(resolve, 300));
    session.type(CTRL_C);
    await session.until('interrupted!');
    await session.until('> ');
    session.type(`while true do end${ENTER}`);
    await session.until('do end');
    await new Promise((resolve) => setTimeout(resolve, 300));
    session.type(CTRL_D);
    expect(await session.end()).toMatchObject({ code: 0 });
  }, 120_000);

  it('a board that dies ends the session with 86, and says why', async () => {
    const session = open();
    await session.until('> ');
    session.type(`tmr.create():alarm(1, 0, print)${ENTER}`);
    const { code, rest } = await session.end();
    expect(code).toBe(86);
    expect(rest).toMatch(/assert failed: prvInitialiseNewTimer/);
    expect(rest.match(/^xtal: .*$/gm)).toEqual([
      expect.stringMatching(/^xtal: the guest died after \d+ instructions, \d+ cycles/),
    ]);
  }, 120_000);

  it('options that would end the run are refused', async () => {
    for (const option of ['--time', '--wall-timeout']) {
      const { code, rest } = await open(option, '1s').end();
      expect(code).toBe(64);
      expect(rest).toContain(`${option}: expected a pipe, got a terminal`);
    }
  }, 120_000);
});
