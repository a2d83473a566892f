/** Runs line number programs of DWARF 2 to 5 and finds the row of an address. */
import { DwForm, DwLnct } from './constants.js';
import { DwarfCursor, type DwarfSection } from './cursor.js';

/** More rows in one program are not believed (a megabyte of code has about 400 000). */
const MAX_ROWS = 1 << 22;
const MAX_FILES = 1 << 16;

/** The sections that a line program refers to. */
export interface LineSections {
  readonly line: DwarfSection;
  readonly lineStr: DwarfSection;
  readonly str: DwarfSection;
}

/** The line table of one unit. */
export class LineTable {
  /** Rows by ascending address; of several at one address the last one counts. `end` rows close a sequence. */
  readonly #addresses: Float64Array;
  readonly #files: Uint32Array;
  readonly #lines: Uint32Array;
  readonly #ends: Uint8Array;

  constructor(
    /** File names by the numbers of the program, from 0 (DWARF 5) or 1 (before). */
    readonly files: readonly string[],
    rows: Rows,
  ) {
    const order = Array.from({ length: rows.length }, (_, index) => index);
    // Stable: rows of equal address stay in program order, but a sequence's end comes before the next one's start.
    order.sort((a, b) => rows.address[a]! - rows.address[b]! || rows.end[b]! - rows.end[a]! || a - b);
    this.#addresses = Float64Array.from(order, (index) => rows.address[index]!);
    this.#files = Uint32Array.from(order, (index) => rows.file[index]!);
    this.#lines = Uint32Array.from(order, (index) => rows.line[index]!);
    this.#ends = Uint8Array.from(order, (index) => rows.end[index]!);
  }

  /** File and line of `address`; undefined when no sequence covers it. */
  lookup(address: number): { file: string | undefined; line: number } | undefined {
    const addresses = this.#addresses;
    let low = 0;
    let high = addresses.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (addresses[middle]! <= address) low = middle + 1;
      else high = middle;
    }
    const row = low - 1;
    if (row < 0 || this.#ends[row] === 1) return undefined;
    return { file: this.files[this.#files[row]!], line: this.#lines[row]! };
  }
}

interface Rows {
  readonly address: number[];
  readonly file: number[];
  readonly line: number[];
  readonly end: number[];
  length: number;
}

/**
 * Reads the line program at `offset` of `.debug_line`.
 * @param compDir - The unit's compilation folder, for names that are relative to it.
 * @throws {DwarfError}
 */
export function readLineTable(sections: LineSections, offset: number, compDir: string): LineTable {
  const start = new DwarfCursor(sections.line, offset);
  const { length, offsetSize } = start.unitLength();
  const cursor = new DwarfCursor(sections.line, start.at, start.at + length);
  const version = cursor.u16();
  if (version < 2 || version > 5)
    cursor.fail(`line table version ${version} is not supported`, cursor.at - 2);
  let addressSize = 4;
  if (version >= 5) {
    addressSize = cursor.u8();
    if (cursor.u8() !== 0) cursor.fail('segment selectors are not supported', cursor.at - 1);
  }
  const headerLength = cursor.unsigned(offsetSize);
  const program = cursor.at + headerLength;
  const minimumInstructionLength = cursor.u8();
  if (version >= 4) cursor.skip(1);
  cursor.skip(1);
  const lineBase = cursor.i8();
  const lineRange = cursor.u8();
  if (lineRange === 0) cursor.fail('line_range is 0', cursor.at - 1);
  const opcodeBase = cursor.u8();
  if (opcodeBase === 0) cursor.fail('opcode_base is 0', cursor.at - 1);
  const operandCounts = Array.from({ length: opcodeBase - 1 }, () => cursor.u8());
  const files =
    version >= 5 ? fileTable5(cursor, sections, offsetSize, compDir) : fileTable2(cursor, compDir);

  const code = new DwarfCursor(sections.line, program, cursor.end);
  const rows: Rows = { address: [], file: [], line: [], end: [], length: 0 };
  let address = 0;
  let file = 1;
  let line = 1;
  const reset = (): void => {
    address = 0;
    file = 1;
    line = 1;
  };
  const emit = (end: 0 | 1): void => {
    if (rows.length >= MAX_ROWS) code.fail('more rows than a line table can have');
    rows.address.push(address);
    rows.file.push(file >>> 0);
    rows.line.push(Math.max(0, line));
    rows.end.push(end);
    rows.length++;
  };
  while (!code.done) {
    const opcode = code.u8();
    if (opcode >= opcodeBase) {
      const adjusted = opcode - opcodeBase;
      address += Math.floor(adjusted / lineRange) * minimumInstructionLength;
      line += lineBase + (adjusted % lineRange);
      emit(0);
      continue;
    }
    switch (opcode) {
      case 0: {
        const size = code.uleb();
        const next = code.at + size;
        if (!(size >= 1 && next <= code.end)) code.fail('an extended opcode ends beyond the program');
        const extended = code.u8();
        if (extended === 1) {
          emit(1);
          reset();
        } else if (extended === 2) address = code.unsigned(size - 1 === 8 ? 8 : addressSize);
        else if (extended === 3 && files.length < MAX_FILES) {
          const name = code.cString();
          files.push(joined(files.folders[code.uleb()], name, compDir));
        }
        code.at = next;
        break;
      }
      case 1:
        emit(0);
        break;
      case 2:
        address += code.uleb() * minimumInstructionLength;
        break;
      case 3:
        line += code.sleb();
        break;
      case 4:
        file = code.uleb();
        break;
      case 8:
        address += Math.floor((255 - opcodeBase) / lineRange) * minimumInstructionLength;
        break;
      case 9:
        address += code.u16();
        break;
      default:
        // Column, statement, basic block, prologue, ISA: nothing that is asked for here.
        for (let i = operandCounts[opcode - 1]!; i > 0; i--) code.uleb();
    }
  }
  return new LineTable(files, rows);
}

/** File names, with the folders they refer to. */
type FileNames = string[] & { folders: string[] };

function fileTable2(cursor: DwarfCursor, compDir: string): FileNames {
  const folders = [''];
  while (cursor.at < cursor.end) {
    const folder = cursor.cString();
    if (folder === '') break;
    if (folders.length >= MAX_FILES) cursor.fail('more folders than a program has');
    folders.push(folder);
  }
  const files = Object.assign([''], { folders });
  while (cursor.at < cursor.end) {
    const name = cursor.cString();
    if (name === '') break;
    const folder = folders[cursor.uleb()];
    cursor.uleb();
    cursor.uleb();
    if (files.length >= MAX_FILES) cursor.fail('more files than a program has');
    files.push(joined(folder, name, compDir));
  }
  return files;
}

function fileTable5(
  cursor: DwarfCursor,
  sections: LineSections,
  offsetSize: 4 | 8,
  compDir: string,
): FileNames {
  const table = (): { path: string; folder: number }[] => {
    const formats = Array.from({ length: cursor.u8() }, () => [cursor.uleb(), cursor.uleb()] as const);
    const count = cursor.uleb();
    if (count > MAX_FILES) cursor.fail(`${count} files or folders`);
    if (formats.length === 0 && count > 0) cursor.fail('files without a format');
    return Array.from({ length: count }, () => {
      let path = '';
      let folder = 0;
      for (const [content, form] of formats) {
        const value = lineForm(cursor, form, sections, offsetSize);
        if (content === DwLnct.path) path = String(value);
        else if (content === DwLnct.directoryIndex) folder = Number(value);
      }
      return { path, folder };
    });
  };
  const folders = table().map(({ path }) => path);
  // Folder 0 is the compilation folder; the others may be relative to it.
  const inFolder = folders.map((folder, index) =>
    index === 0 ? '' : joined('', folder, folders[0] ?? compDir),
  );
  const files = table().map(({ path, folder }) => joined(inFolder[folder], path, folders[0] ?? compDir));
  return Object.assign(files, { folders: inFolder });
}

function lineForm(
  cursor: DwarfCursor,
  form: number,
  sections: LineSections,
  offsetSize: 4 | 8,
): string | number {
  switch (form) {
    case DwForm.string:
      return cursor.cString();
    case DwForm.lineStrp:
      return new DwarfCursor(sections.lineStr, cursor.unsigned(offsetSize)).cString();
    case DwForm.strp:
      return new DwarfCursor(sections.str, cursor.unsigned(offsetSize)).cString();
    case DwForm.udata:
      return cursor.uleb();
    case DwForm.data1:
      return cursor.u8();
    case DwForm.data2:
      return cursor.u16();
    case DwForm.data4:
      return cursor.u32();
    case DwForm.data8:
      return cursor.u64();
    case DwForm.data16:
      cursor.skip(16);
      return 0;
    case DwForm.block:
      cursor.skip(cursor.uleb());
      return 0;
    default:
      return cursor.fail(`form 0x${form.toString(16)} in a file table is not supported`);
  }
}

/** A path as a person would write it: relative to nothing, or with the compilation folder if that says anything. */
function joined(folder: string | undefined, name: string, compDir: string): string {
  if (name.startsWith('/')) return name;
  const inFolder = folder ? `${folder}/${name}` : name;
  if (inFolder.startsWith('/') || compDir === '' || compDir === '.') return inFolder.replace(/^\.\//, '');
  return `${compDir}/${inFolder}`;
}
