/** The `xtal` command: finds the command that is meant, runs it, turns errors into messages and exit codes. */
import { writeSync } from 'node:fs';
import { CommandError, ExitCode, UsageError, type Command, type CommandIo } from './command.js';
import { commands } from './commands/index.js';

function overview(): string {
  const width = Math.max(...commands.map((entry) => entry.name.length));
  const rows = commands.map((entry) => `  ${entry.name.padEnd(width)}  ${entry.summary}`);
  return `xtal: an ESP32 simulator with a heap microscope

Usage: xtal COMMAND [ARGUMENTS]

${rows.join('\n')}

"xtal COMMAND --help" explains a command with examples.
`;
}

/**
 * Runs `xtal` with `args`.
 * @returns The exit code.
 */
export async function main(args: string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const topic = name === 'help' ? rest[0] : undefined;
    if (topic === undefined) {
      if (name === undefined) io.stderr(overview());
      else io.stdout(overview());
      return name === undefined ? ExitCode.usage : ExitCode.success;
    }
    return main([topic, '--help'], io);
  }
  if (name === '--version') {
    io.stdout('xtal 0.1.0\n');
    return ExitCode.success;
  }
  const entry = commands.find((candidate) => candidate.name === name);
  if (!entry) {
    io.stderr(`xtal: unknown command "${name}"; "xtal --help" lists the commands\n`);
    return ExitCode.usage;
  }
  let command: Command | undefined;
  try {
    command = await entry.load();
    const end = rest.indexOf('--');
    const options = end < 0 ? rest : rest.slice(0, end);
    if (options.includes('--help') || options.includes('-h')) {
      io.stdout(command.help);
      return ExitCode.success;
    }
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof CommandError) {
      io.stderr(`xtal ${name}: ${error.message}\n`);
      if (error instanceof UsageError) io.stderr(`"xtal ${name} --help" explains the command\n`);
      return error.exitCode;
    }
    io.stderr(
      `xtal ${name}: internal error, a bug in xtal. Please report it with this text, the command line and its input:\n` +
        `  xtal 0.1.0, Node ${process.version}\n  ${(error as Error).stack ?? String(error)}\n`,
    );
    return ExitCode.internal;
  }
}

/** Writes all of `data` to a file descriptor; a closed pipe ends the process quietly, as for other filters. */
function writeFully(descriptor: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
  let offset = 0;
  while (offset < bytes.length) {
    try {
      offset += writeSync(descriptor, bytes, offset);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EAGAIN') continue;
      if (code === 'EPIPE') process.exit(ExitCode.cannotWrite);
      if (descriptor === 1) {
        writeFully(2, `xtal: standard output cannot be written: ${(error as Error).message}\n`);
        process.exit(ExitCode.cannotWrite);
      }
      return;
    }
  }
}

/** Standard input and output of this process. */
export const processIo: CommandIo = {
  stdout: (data) => writeFully(1, data),
  stderr: (text) => writeFully(2, text),
  cwd: process.cwd(),
};
