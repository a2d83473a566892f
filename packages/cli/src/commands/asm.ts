/** `xtal asm`: assembles and links sources and objects to an ELF file. */
import { ESP32_LINKER_SCRIPT } from '@xtal/esp32';
import { linkObjects } from '@xtal/xtensa';
import {
  CommandError,
  ExitCode,
  parseCommandLine,
  UsageError,
  type Command,
  type CommandIo,
} from '../command.js';
import { readInput, writeOutput } from '../files.js';
import { assembleFile, isAssemblySource } from '../run/sources.js';

const options = {
  output: { type: 'string', short: 'o' },
  script: { type: 'string', short: 'T' },
  entry: { type: 'string', short: 'e' },
  compile: { type: 'boolean', short: 'c', default: false },
  define: { type: 'string', short: 'D', multiple: true, default: [] as string[] },
  longcalls: { type: 'boolean', default: false },
  'no-transform': { type: 'boolean', default: false },
  'text-section-literals': { type: 'boolean', default: false },
} as const;

/** `NAME` or `NAME=VALUE` options as a table. */
function definesOf(list: readonly string[]): Record<string, string> {
  const defines: Record<string, string> = {};
  for (const text of list) {
    const match = /^([A-Za-z_.$][\w.$]*)(?:=(.*))?$/s.exec(text);
    if (match === null) throw new UsageError(`-D ${text}: expected NAME or NAME=VALUE`);
    defines[match[1]!] = match[2] ?? '1';
  }
  return defines;
}

function link(
  io: CommandIo,
  objects: readonly { name: string; bytes: Uint8Array }[],
  values: { script?: string; entry?: string },
): Uint8Array {
  const script =
    values.script === undefined
      ? { name: 'esp32.ld (built in)', text: ESP32_LINKER_SCRIPT }
      : { name: values.script, text: Buffer.from(readInput(io, values.script)).toString('utf8') };
  const { elf, errors, warnings } = linkObjects(objects, { script, entry: values.entry });
  for (const warning of warnings) io.stderr(`xtal: warning: ${warning}\n`);
  if (elf !== undefined) return elf;
  const hint = errors.some((error) => error.startsWith('undefined symbol'))
    ? '\nFunctions that xtal serves itself (printf, malloc …) have addresses only in a run: give the sources or objects to "xtal run".'
    : '';
  throw new CommandError(errors.join('\n') + hint, ExitCode.malformedInput);
}

export const asm: Command = {
  name: 'asm',
  summary: 'assemble and link sources and objects to an ELF file',
  help: `xtal asm FILES... -o OUT.elf [-T SCRIPT]
xtal asm -c FILE -o OUT.o

Assembles sources in GNU as syntax (.s; .S is preprocessed first) and links them with objects (.o) and
archives (.a). Without a script, code goes to IRAM and data to DRAM, and the program starts at _start.
Lines of the sources survive as DWARF line tables.

Options:
  -o, --output FILE          where the result goes
  -T, --script FILE          linker script (MEMORY, SECTIONS, ENTRY, PROVIDE, ASSERT as in GNU ld)
  -e, --entry NAME           where the program starts
  -c, --compile              only assemble one source to a relocatable object
  -D, --define NAME[=VALUE]  a symbol, and in .S a preprocessor macro
      --longcalls            calls to other sections through a register
      --no-transform         instructions exactly as written
      --text-section-literals  literals at .literal_position instead of .literal sections

Exit code: 0, or 65 with messages that name file, line and column.

Examples:
  xtal asm examples/kit/start.S examples/kit/vectors.S examples/kit/lx106.S examples/kit/bare.s -o bare.elf
  xtal asm -c examples/kit/hello.s -o hello.o
`,
  // eslint-disable-next-line @typescript-eslint/require-await
  async run(args, io) {
    const { values, positionals } = parseCommandLine({ args, options, allowPositionals: true });
    if (positionals.length === 0) throw new UsageError('no files to assemble, expected FILES...');
    if (values.output === undefined) throw new UsageError('expected -o FILE');
    if (values.compile && (positionals.length !== 1 || !isAssemblySource(positionals[0]!)))
      throw new UsageError('-c takes one assembly source (.s or .S)');
    const settings = {
      defines: definesOf(values.define),
      longcalls: values.longcalls,
      transform: !values['no-transform'],
      textSectionLiterals: values['text-section-literals'],
    };
    const objects = positionals.map((name) => ({
      name,
      bytes: isAssemblySource(name) ? assembleFile(io, name, settings) : readInput(io, name),
    }));
    writeOutput(io, values.output, values.compile ? objects[0]!.bytes : link(io, objects, values));
    return ExitCode.success;
  },
};
