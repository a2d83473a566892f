/** DWARF 5 line tables, and a minimal compilation unit for sources that bring no debugging information of their own. */
import { SectionType } from '../elf/index.js';
import type { Assembler } from './assembler.js';
import { DATA_ALIGNMENT } from './cfi.js';
import { leb128 } from './data.js';
import { LineFlag } from './debug-directives.js';
import { operation } from './expression.js';
import type { Section } from './section.js';

const LINE_BASE = -5;
const LINE_RANGE = 14;
const OPCODE_BASE = 13;
const STANDARD_LENGTHS = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];

const DW_LNS = {
  copy: 1,
  advancePc: 2,
  advanceLine: 3,
  setFile: 4,
  setColumn: 5,
  negate: 6,
  basicBlock: 7,
  prologueEnd: 10,
  epilogueBegin: 11,
};

/** A byte string under construction, with places where a section's address goes. */
class Bytes {
  readonly bytes: number[] = [];
  readonly addresses: { at: number; section: Section; offset: number }[] = [];

  u8(...values: number[]): void {
    this.bytes.push(...values);
  }
  u16(value: number): void {
    this.bytes.push(value & 255, (value >> 8) & 255);
  }
  u32(value: number): void {
    this.bytes.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
  }
  uleb(value: number): void {
    for (const byte of leb128(value, false)) this.bytes.push(byte);
  }
  sleb(value: number): void {
    for (const byte of leb128(value, true)) this.bytes.push(byte);
  }
  text(value: string): void {
    for (const byte of new TextEncoder().encode(value.replaceAll('\0', ''))) this.bytes.push(byte);
    this.bytes.push(0);
  }
  address(section: Section, offset: number): void {
    this.addresses.push({ at: this.bytes.length, section, offset });
    this.u32(0);
  }
  patch32(at: number, value: number): void {
    for (let i = 0; i < 4; i++) this.bytes[at + i] = (value >>> (8 * i)) & 255;
  }
}

/** Appends bytes to a section, its addresses as relocated words. */
function append(a: Assembler, section: Section, content: Bytes): void {
  const current = a.section;
  a.section = section;
  let from = 0;
  const put = (end: number): void => {
    const start = a.reserve(end - from);
    section.buffer.set(content.bytes.slice(from, end), start);
    from = end;
  };
  for (const { at, section: target, offset } of content.addresses) {
    put(at);
    a.emitData(4, operation('+', target.symbol, offset), 0);
    from += 4;
  }
  put(content.bytes.length);
  a.section = current;
}

function debugSection(a: Assembler, name: string): Section {
  return a.getSection(name, SectionType.progbits, 0, 0, undefined);
}

/** Adds `.debug_line` for all rows, `.debug_info` where the sources have none, and `.debug_frame` for `.cfi_*`. */
export function addDebugSections(a: Assembler): void {
  const withLines = a.sections.filter((section) => section.lines.length > 0);
  if (withLines.length > 0) {
    const line = debugSection(a, '.debug_line');
    const start = line.length;
    append(a, line, lineTable(a, withLines));
    if (!a.hasLoc && a.findSection('.debug_info') === undefined) addUnit(a, withLines, line, start);
  }
  if (a.frames.length > 0) addFrames(a);
}

function lineTable(a: Assembler, sections: readonly Section[]): Bytes {
  const out = new Bytes();
  out.u32(0); // unit length
  out.u16(5);
  out.u8(4, 0);
  const headerLength = out.bytes.length;
  out.u32(0);
  out.u8(1, 1, 1, LINE_BASE & 255, LINE_RANGE, OPCODE_BASE, ...STANDARD_LENGTHS);
  const files = a.files.length > 0 ? a.files : [{ name: a.frame.file, directory: undefined }];
  const directories = ['.'];
  const directoryOf = (name: string | undefined): number => {
    if (name === undefined) return 0;
    const found = directories.indexOf(name);
    return found >= 0 ? found : directories.push(name) - 1;
  };
  if (files[0]?.directory !== undefined) directories[0] = files[0].directory;
  const entries = files.map((file) => ({ name: file.name, directory: directoryOf(file.directory) }));
  out.u8(1, 1, 8); // directories: path as a string
  out.uleb(directories.length);
  for (const directory of directories) out.text(directory);
  out.u8(2, 1, 8, 2, 15); // files: path as a string, directory as a ULEB128 number
  out.uleb(entries.length);
  for (const entry of entries) {
    out.text(entry.name);
    out.uleb(entry.directory);
  }
  out.patch32(headerLength, out.bytes.length - headerLength - 4);
  for (const section of sections) sequence(out, section);
  out.patch32(0, out.bytes.length - 4);
  return out;
}

/** The rows of one section. */
function sequence(out: Bytes, section: Section): void {
  const { lines } = section;
  let address = section.offsetOf(lines[0]!, lines[1]!);
  let file = 1;
  let line = 1;
  let column = 0;
  let isStatement = true;
  out.u8(0, 5, 2);
  out.address(section, address);
  for (let i = 0; i < lines.length; i += 6) {
    const offset = section.offsetOf(lines[i]!, lines[i + 1]!);
    const flags = lines[i + 5]!;
    if (lines[i + 2] !== file) {
      file = lines[i + 2]!;
      out.u8(DW_LNS.setFile);
      out.uleb(file);
    }
    if (lines[i + 4] !== column) {
      column = lines[i + 4]!;
      out.u8(DW_LNS.setColumn);
      out.uleb(column);
    }
    if (((flags & LineFlag.isStatement) !== 0) !== isStatement) {
      isStatement = !isStatement;
      out.u8(DW_LNS.negate);
    }
    if ((flags & LineFlag.basicBlock) !== 0) out.u8(DW_LNS.basicBlock);
    if ((flags & LineFlag.prologueEnd) !== 0) out.u8(DW_LNS.prologueEnd);
    if ((flags & LineFlag.epilogueBegin) !== 0) out.u8(DW_LNS.epilogueBegin);
    const lineDelta = lines[i + 3]! - line;
    line = lines[i + 3]!;
    let addressDelta = offset - address;
    address = offset;
    let delta = lineDelta;
    if (delta < LINE_BASE || delta >= LINE_BASE + LINE_RANGE) {
      out.u8(DW_LNS.advanceLine);
      out.sleb(delta);
      delta = 0;
    }
    let special = delta - LINE_BASE + LINE_RANGE * addressDelta + OPCODE_BASE;
    if (special > 255) {
      out.u8(DW_LNS.advancePc);
      out.uleb(addressDelta);
      addressDelta = 0;
      special = delta - LINE_BASE + OPCODE_BASE;
    }
    if (delta === 0 && addressDelta === 0) out.u8(DW_LNS.copy);
    else out.u8(special);
  }
  out.u8(DW_LNS.advancePc);
  out.uleb(Math.max(0, section.size - address));
  out.u8(0, 1, 1);
}

/** A compilation unit that leads debuggers from addresses to the line table. */
function addUnit(a: Assembler, sections: readonly Section[], line: Section, lineOffset: number): void {
  const abbreviations = debugSection(a, '.debug_abbrev');
  const info = debugSection(a, '.debug_info');
  const ranges = sections.length > 1 ? debugSection(a, '.debug_ranges') : undefined;
  const abbreviation = new Bytes();
  // 1: DW_TAG_compile_unit without children: statement list, low_pc, high_pc or ranges, name, compilation directory, producer, language.
  abbreviation.u8(1, 0x11, 0, 0x10, 0x17, 0x11, 0x01);
  if (ranges === undefined) abbreviation.u8(0x12, 0x06);
  else abbreviation.u8(0x55, 0x17);
  abbreviation.u8(0x03, 0x08, 0x1b, 0x08, 0x25, 0x08, 0x13, 0x05, 0, 0, 0);
  const abbreviationOffset = abbreviations.length;
  append(a, abbreviations, abbreviation);

  const unit = new Bytes();
  unit.u32(0);
  unit.u16(4);
  unit.address(abbreviations, abbreviationOffset);
  unit.u8(4);
  unit.uleb(1);
  unit.address(line, lineOffset);
  if (ranges === undefined) {
    unit.address(sections[0]!, 0);
    unit.u32(sections[0]!.size);
  } else {
    unit.u32(0);
    unit.address(ranges, ranges.length);
    const list = new Bytes();
    for (const section of sections) {
      list.address(section, 0);
      list.address(section, section.size);
    }
    list.u32(0);
    list.u32(0);
    append(a, ranges, list);
  }
  unit.text(a.files[0]?.name ?? a.frame.file);
  unit.text('.');
  unit.text('xtal asm');
  unit.u16(0x8001); // DW_LANG_Mips_Assembler
  unit.patch32(0, unit.bytes.length - 4);
  append(a, info, unit);
}

function addFrames(a: Assembler): void {
  const section = debugSection(a, '.debug_frame');
  const common = new Bytes();
  // Version 3, no augmentation, code alignment 1, data alignment -4, return address a0; CFA is a1 + 0 at the start.
  common.u32(0);
  common.u32(0xffffffff);
  common.u8(3, 0);
  common.uleb(1);
  common.sleb(DATA_ALIGNMENT);
  common.uleb(0);
  common.u8(0x0c, 1, 0);
  while (common.bytes.length % 4 !== 0) common.u8(0);
  common.patch32(0, common.bytes.length - 4);
  const commonOffset = section.length;
  append(a, section, common);
  for (const frame of a.frames) {
    if (frame.endPos < 0) {
      a.report('error', '.cfi_startproc without .cfi_endproc', a.frame, 0, 0);
      continue;
    }
    const start = frame.section.offsetOf(frame.pos, frame.items);
    const end = frame.section.offsetOf(frame.endPos, frame.endItems);
    const out = new Bytes();
    out.u32(0);
    out.address(section, commonOffset);
    out.address(frame.section, start);
    out.u32(end - start);
    let at = start;
    for (const instruction of frame.instructions) {
      const offset = frame.section.offsetOf(instruction.pos, instruction.items);
      const delta = offset - at;
      at = offset;
      if (delta > 0 && delta < 64) out.u8(0x40 | delta);
      else if (delta > 0) {
        out.u8(0x04);
        out.u32(delta);
      }
      out.u8(...instruction.bytes);
    }
    while (out.bytes.length % 4 !== 0) out.u8(0);
    out.patch32(0, out.bytes.length - 4);
    append(a, section, out);
  }
}
