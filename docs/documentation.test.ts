/**
 * The documentation is tested: every `console` block's `$ xtal …` lines are run and their output compared
 * (a line `...` stands for any lines, `…` inside a line for any text), every `ts run` block is executed,
 * every relative link leads to a file.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '@xtal/cli';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownBelow(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const documents = [
  join(root, 'README.md'),
  ...markdownBelow(join(root, 'docs')),
  ...markdownBelow(join(root, 'examples')),
].filter(existsSync);

/** A fenced block: the words after the fence, its text, and the line that it starts at. */
interface Block {
  info: string;
  text: string;
  line: number;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  text.split('\n').forEach((line, index) => {
    if (open && /^```\s*$/.test(line)) {
      blocks.push(open);
      open = undefined;
    } else if (open) open.text += `${line}\n`;
    else if (line.startsWith('```')) open = { info: line.slice(3).trim(), text: '', line: index + 1 };
  });
  return blocks;
}

/** Splits a command line into words; quotes keep blanks together. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3]!,
  );
}

const ANY_LINES = '\u0001';

function matches(expected: string, actual: string): boolean {
  if (expected.trim() === '...') return true;
  const pattern = expected
    .trimEnd()
    .split('\n')
    .map((line) =>
      line === '...'
        ? ANY_LINES
        : line
            .split('…')
            .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
            .join('.*'),
    )
    .join('\n')
    .replaceAll(`\n${ANY_LINES}\n`, '\n(?:.*\n)*?')
    .replace(`${ANY_LINES}\n`, '(?:.*\n)*?')
    .replace(`\n${ANY_LINES}`, '(?:\n.*)*');
  return new RegExp(`^${pattern}$`).test(actual.trimEnd());
}

async function runConsoleBlock(block: Block, cwd: string): Promise<void> {
  for (const part of block.text.split(/^\$ /m).slice(1)) {
    const [command = '', ...rest] = part.split('\n');
    const [program, ...args] = words(command);
    if (program !== 'xtal')
      throw new Error(`line ${block.line}: only xtal can be run in a console block, found "${command}"`);
    const redirect = args.indexOf('>');
    const target = redirect < 0 ? undefined : args.splice(redirect, 2)[1];
    let output = '';
    let stdout = '';
    const code = await main(args, {
      stdout: (data) => {
        const text = typeof data === 'string' ? data : Buffer.from(data).toString();
        if (target) stdout += text;
        else output += text;
      },
      stderr: (text) => (output += text),
      cwd,
    });
    if (target) writeFileSync(join(cwd, target), stdout);
    const expected = rest.join('\n');
    if (expected.trim() === '') {
      expect(code, `${command}\n${output}`).toBe(0);
    } else if (!matches(expected, output)) {
      expect(output.trimEnd(), `$ ${command}`).toBe(expected.trimEnd());
    }
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'xtal-docs-'));
const generated = join(root, 'docs', '.generated');
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  rmSync(generated, { recursive: true, force: true });
});

describe.each(documents.map((path) => [relative(root, path), path]))('%s', (title, path) => {
  const text = readFileSync(path, 'utf8');
  const name = title.replace(/\W+/g, '-');

  it('links lead to files', () => {
    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue;
      expect(existsSync(join(dirname(path), target!)), `link to ${target}`).toBe(true);
    }
  });

  const blocks = blocksOf(text);
  const consoles = blocks.filter((block) => block.info === 'console');
  if (consoles.length > 0)
    it('console blocks print what they say', async () => {
      // The project's own folders, in a place where commands may write.
      const cwd = join(scratch, name);
      mkdirSync(cwd);
      for (const folder of ['examples', 'docs', 'packages'])
        symlinkSync(join(root, folder), join(cwd, folder));
      for (const block of consoles) await runConsoleBlock(block, cwd);
    }, 300_000);

  blocks
    .filter((block) => block.info === 'ts run')
    .forEach((block) =>
      it(`the TypeScript of line ${block.line} runs`, async () => {
        mkdirSync(generated, { recursive: true });
        const file = join(generated, `${name}-${block.line}.ts`);
        writeFileSync(file, block.text);
        await import(/* @vite-ignore */ file);
      }),
    );
});
