/** `xtal disasm`: instructions as GNU objdump writes them. */
import { parseElf, readSymbols, InputError, looksLikeArchive, readArchive, type ElfFile } from '@xtal/esp32';
import { branchTarget, disassemble, wordAt } from '@xtal/xtensa';
import {
  CommandError,
  ExitCode,
  parseCommandLine,
  UsageError,
  type Command,
  type CommandIo,
} from '../command.js';
import { readInput } from '../files.js';

const EXECUTABLE_SECTION = 4;
const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');

/** Lines of one piece of code. */
function* lines(
  code: Uint8Array,
  address: number,
  nameAt: (address: number) => string | undefined,
): Generator<string> {
  for (let offset = 0; offset < code.length;) {
    const pc = (address + offset) >>> 0;
    const name = nameAt(pc);
    if (name !== undefined) yield `\n${hex(pc)} <${name}>:`;
    const { text, length } = disassemble(code.subarray(offset, offset + 3), pc);
    const taken = Math.min(Math.max(length, 1), code.length - offset);
    const bytes = [...code.subarray(offset, offset + taken)].reverse();
    const target = branchTarget(wordAt(code.subarray(offset, offset + 3), 0), pc);
    const comment = target === undefined ? undefined : nameAt(target);
    const word = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
    yield `${hex(pc)}:  ${word.padEnd(6)}  ${text}${comment === undefined ? '' : ` <${comment}>`}`;
    offset += taken;
  }
}

function disassembleElf(io: CommandIo, elf: ElfFile, name: string): void {
  const labels = new Map<string, string>();
  for (const symbol of readSymbols(elf))
    if (symbol.name !== '') labels.set(`${symbol.section}:${symbol.value}`, symbol.name);
  let found = false;
  for (const section of elf.sections) {
    if ((section.flags & EXECUTABLE_SECTION) === 0 || section.data.length === 0) continue;
    found = true;
    io.stdout(`\n${name}: section ${section.name}\n`);
    const nameAt = (address: number): string | undefined =>
      labels.get(`${section.index}:${elf.kind === 'object' ? address - section.address : address}`);
    let text = '';
    for (const line of lines(section.data, section.address, nameAt)) text += `${line}\n`;
    io.stdout(text);
  }
  if (!found) throw new CommandError(`${name}: no section with code in it`, ExitCode.malformedInput);
}

export const disasm: Command = {
  name: 'disasm',
  summary: 'disassemble an ELF file, an object, or bytes',
  help: `xtal disasm FILE
xtal disasm --hex BYTES [--pc ADDRESS]

Prints instructions in GNU syntax: address, word, text, and the symbol that a branch or call leads to.
Bytes that are no instruction print as (invalid).

Examples:
  xtal disasm program.elf
  xtal disasm --hex 36410081ffff --pc 0x40080000
`,
  // eslint-disable-next-line @typescript-eslint/require-await
  async run(args, io) {
    const { values, positionals } = parseCommandLine({
      args,
      options: { hex: { type: 'string' }, pc: { type: 'string', default: '0' } },
      allowPositionals: true,
    });
    if (values.hex !== undefined) {
      if (positionals.length > 0) throw new UsageError('--hex stands for itself, without a file');
      const digits = values.hex.replace(/[\s_]/g, '');
      if (!/^([0-9a-fA-F]{2})+$/.test(digits))
        throw new UsageError(`--hex: expected pairs of hexadecimal digits, got "${values.hex}"`);
      const pc = /^(0x[0-9a-f]{1,8}|\d+)$/i.test(values.pc) ? Number(values.pc) : NaN;
      if (!(pc <= 0xffffffff)) throw new UsageError(`--pc: expected a 32-bit address, got "${values.pc}"`);
      for (const line of lines(Buffer.from(digits, 'hex'), pc, () => undefined)) io.stdout(`${line}\n`);
      return ExitCode.success;
    }
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw new UsageError('expected one file, or --hex BYTES');
    const bytes = readInput(io, path);
    try {
      if (looksLikeArchive(bytes))
        for (const member of readArchive(bytes, path))
          disassembleElf(io, parseElf(member.bytes, member.name), `${path}(${member.name})`);
      else disassembleElf(io, parseElf(bytes, path), path);
    } catch (error) {
      if (error instanceof InputError) throw new CommandError(error.message, ExitCode.malformedInput);
      throw error;
    }
    return ExitCode.success;
  },
};
