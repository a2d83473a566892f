/** Units, abbreviations and attribute values of `.debug_info`, DWARF 2 to 5. */
import { DwAt, DwForm, DwRle, DwUt } from './constants.js';
import { DwarfCursor, type DwarfSection } from './cursor.js';

/** The sections of debug information, by what they hold. */
export interface DwarfSections {
  readonly info: DwarfSection;
  readonly abbrev: DwarfSection;
  readonly str: DwarfSection;
  readonly lineStr: DwarfSection;
  readonly line: DwarfSection;
  readonly ranges: DwarfSection;
  readonly rnglists: DwarfSection;
  readonly addr: DwarfSection;
  readonly strOffsets: DwarfSection;
}

/** How an entry of one kind is laid out. */
export interface Abbreviation {
  readonly tag: number;
  readonly hasChildren: boolean;
  /** Attribute, form, constant (for implicit_const) in turns. */
  readonly attributes: readonly number[];
}

/** Most attributes of one abbreviation; GCC writes about 20. */
const MAX_ATTRIBUTES = 256;
const MAX_RANGES = 1 << 16;

/**
 * Reads one table of abbreviations.
 * @throws {DwarfError}
 */
export function readAbbreviations(section: DwarfSection, offset: number): Map<number, Abbreviation> {
  const cursor = new DwarfCursor(section, offset);
  const table = new Map<number, Abbreviation>();
  for (;;) {
    const code = cursor.uleb();
    if (code === 0) return table;
    const tag = cursor.uleb();
    const hasChildren = cursor.u8() !== 0;
    const attributes: number[] = [];
    for (;;) {
      const attribute = cursor.uleb();
      const form = cursor.uleb();
      const constant = form === DwForm.implicitConst ? cursor.sleb() : 0;
      if (attribute === 0 && form === 0) break;
      if (attributes.length >= 3 * MAX_ATTRIBUTES) cursor.fail('an abbreviation with too many attributes');
      attributes.push(attribute, form, constant);
    }
    table.set(code, { tag, hasChildren, attributes });
  }
}

/** Header of a unit. */
export interface UnitHeader {
  /** Where the unit begins in `.debug_info`. */
  readonly offset: number;
  /** Where its first entry begins, and the unit ends. */
  readonly entries: number;
  readonly end: number;
  readonly version: number;
  readonly addressSize: number;
  readonly offsetSize: 4 | 8;
  readonly abbrevOffset: number;
}

/**
 * Reads the headers of all units that hold code (not type units).
 * @throws {DwarfError}
 */
export function readUnitHeaders(info: DwarfSection): UnitHeader[] {
  const units: UnitHeader[] = [];
  for (let offset = 0; offset < info.bytes.length;) {
    const cursor = new DwarfCursor(info, offset);
    const { length, offsetSize } = cursor.unitLength();
    const end = cursor.at + length;
    if (!(end <= info.bytes.length)) cursor.fail('a unit ends beyond the section', offset);
    const version = cursor.u16();
    if (version < 2 || version > 5) cursor.fail(`DWARF version ${version} is not supported`, cursor.at - 2);
    let kind: number = DwUt.compile;
    let addressSize: number;
    let abbrevOffset: number;
    if (version >= 5) {
      kind = cursor.u8();
      addressSize = cursor.u8();
      abbrevOffset = cursor.unsigned(offsetSize);
      if (kind === DwUt.skeleton || kind === DwUt.splitCompile) cursor.skip(8);
    } else {
      abbrevOffset = cursor.unsigned(offsetSize);
      addressSize = cursor.u8();
    }
    if (addressSize !== 4 && addressSize !== 8) cursor.fail(`addresses of ${addressSize} bytes`);
    if (kind === DwUt.compile || kind === DwUt.partial || kind === DwUt.skeleton)
      units.push({ offset, entries: cursor.at, end, version, addressSize, offsetSize, abbrevOffset });
    offset = end;
  }
  return units;
}

/** Base offsets that a unit's first entry gives for indexed forms. */
export interface UnitBases {
  strOffsets: number;
  addr: number;
  rnglists: number;
}

/** Values that the reader keeps: a number, or a string that is fetched when asked for. */
export type AttributeValue =
  | { readonly kind: 'number'; readonly value: number; readonly form: number }
  | { readonly kind: 'string'; readonly section: DwarfSection; readonly offset: number }
  | { readonly kind: 'other' };

const OTHER: AttributeValue = { kind: 'other' };

/** Reads the value of `form` at the cursor, or passes over it. */
export function readValue(
  cursor: DwarfCursor,
  form: number,
  constant: number,
  unit: UnitHeader,
  sections: DwarfSections,
  bases: UnitBases,
): AttributeValue {
  const number = (value: number): AttributeValue => ({ kind: 'number', value, form });
  const stringAt = (section: DwarfSection, offset: number): AttributeValue => ({
    kind: 'string',
    section,
    offset,
  });
  const indexedString = (index: number): AttributeValue => {
    const at = new DwarfCursor(sections.strOffsets, bases.strOffsets + index * unit.offsetSize);
    return stringAt(sections.str, at.unsigned(unit.offsetSize));
  };
  switch (form) {
    case DwForm.addr:
      return number(cursor.unsigned(unit.addressSize));
    case DwForm.data1:
    case DwForm.ref1:
    case DwForm.flag:
      return number(cursor.u8());
    case DwForm.data2:
    case DwForm.ref2:
      return number(cursor.u16());
    case DwForm.data4:
    case DwForm.ref4:
      return number(cursor.u32());
    case DwForm.data8:
    case DwForm.ref8:
      return number(cursor.u64());
    case DwForm.udata:
    case DwForm.refUdata:
    case DwForm.rnglistx:
    case DwForm.loclistx:
      return number(cursor.uleb());
    case DwForm.sdata:
      return number(cursor.sleb());
    case DwForm.implicitConst:
      return number(constant);
    case DwForm.flagPresent:
      return number(1);
    case DwForm.secOffset:
      return number(cursor.unsigned(unit.offsetSize));
    case DwForm.refAddr:
      // DWARF 2 gave these the size of an address.
      return number(cursor.unsigned(unit.version === 2 ? unit.addressSize : unit.offsetSize));
    case DwForm.string: {
      const offset = cursor.at;
      cursor.skipString();
      return stringAt(cursor.section, offset);
    }
    case DwForm.strp:
      return stringAt(sections.str, cursor.unsigned(unit.offsetSize));
    case DwForm.lineStrp:
      return stringAt(sections.lineStr, cursor.unsigned(unit.offsetSize));
    case DwForm.strx:
      return indexedString(cursor.uleb());
    case DwForm.strx1:
    case DwForm.strx2:
    case DwForm.strx3:
    case DwForm.strx4:
      return indexedString(cursor.unsigned(form - DwForm.strx1 + 1));
    case DwForm.addrx:
      return number(indexedAddress(sections, unit, bases, cursor.uleb()));
    case DwForm.addrx1:
    case DwForm.addrx2:
    case DwForm.addrx3:
    case DwForm.addrx4:
      return number(indexedAddress(sections, unit, bases, cursor.unsigned(form - DwForm.addrx1 + 1)));
    case DwForm.block1:
      cursor.skip(cursor.u8());
      return OTHER;
    case DwForm.block2:
      cursor.skip(cursor.u16());
      return OTHER;
    case DwForm.block4:
      cursor.skip(cursor.u32());
      return OTHER;
    case DwForm.block:
    case DwForm.exprloc:
      cursor.skip(cursor.uleb());
      return OTHER;
    case DwForm.data16:
      cursor.skip(16);
      return OTHER;
    case DwForm.refSig8:
    case DwForm.refSup8:
      cursor.skip(8);
      return OTHER;
    case DwForm.refSup4:
      cursor.skip(4);
      return OTHER;
    case DwForm.strpSup:
    case DwForm.gnuRefAlt:
    case DwForm.gnuStrpAlt:
      cursor.skip(unit.offsetSize);
      return OTHER;
    case DwForm.indirect: {
      const real = cursor.uleb();
      if (real === DwForm.indirect || real === DwForm.implicitConst)
        cursor.fail('an indirect form of an indirect form');
      return readValue(cursor, real, 0, unit, sections, bases);
    }
    default:
      return cursor.fail(`form 0x${form.toString(16)} is not supported`);
  }
}

/** Fetches a string value; undefined for anything else. */
export function stringValue(value: AttributeValue | undefined): string | undefined {
  return value?.kind === 'string' ? new DwarfCursor(value.section, value.offset).cString() : undefined;
}

/** Fetches a number; undefined for anything else. */
export function numberValue(value: AttributeValue | undefined): number | undefined {
  return value?.kind === 'number' ? value.value : undefined;
}

/** Attributes of one entry, as far as they were asked for. */
export type Attributes = ReadonlyMap<number, AttributeValue>;

/** Address ranges `[start, end)` in turns. */
export function readRanges(
  attributes: Attributes,
  unit: UnitHeader,
  sections: DwarfSections,
  bases: UnitBases,
  unitBase: number,
): number[] {
  const low = numberValue(attributes.get(DwAt.lowPc));
  const high = attributes.get(DwAt.highPc);
  if (low !== undefined && high?.kind === 'number') {
    const isAddress = high.form === DwForm.addr || high.form === DwForm.addrx;
    return [low, isAddress ? high.value : low + high.value];
  }
  const list = attributes.get(DwAt.ranges);
  if (list?.kind !== 'number') return [];
  if (unit.version < 5) return rangeList4(sections, unit, list.value, unitBase);
  let offset = list.value;
  if (list.form === DwForm.rnglistx) {
    const table = new DwarfCursor(sections.rnglists, bases.rnglists + list.value * unit.offsetSize);
    offset = bases.rnglists + table.unsigned(unit.offsetSize);
  }
  return rangeList5(sections, unit, bases, offset, unitBase);
}

function rangeList4(sections: DwarfSections, unit: UnitHeader, offset: number, unitBase: number): number[] {
  const cursor = new DwarfCursor(sections.ranges, offset);
  const ranges: number[] = [];
  const selector = unit.addressSize === 4 ? 0xffffffff : Number(0xffffffffffffffffn);
  let base = unitBase;
  for (;;) {
    const start = cursor.unsigned(unit.addressSize);
    const end = cursor.unsigned(unit.addressSize);
    if (start === 0 && end === 0) return ranges;
    if (start === selector) base = end;
    else ranges.push(base + start, base + end);
    if (ranges.length > MAX_RANGES) cursor.fail('a range list without an end');
  }
}

function rangeList5(
  sections: DwarfSections,
  unit: UnitHeader,
  bases: UnitBases,
  offset: number,
  unitBase: number,
): number[] {
  const cursor = new DwarfCursor(sections.rnglists, offset);
  const ranges: number[] = [];
  const address = (): number => cursor.unsigned(unit.addressSize);
  const indexed = (): number => indexedAddress(sections, unit, bases, cursor.uleb());
  let base = unitBase;
  for (;;) {
    const kind = cursor.u8();
    switch (kind) {
      case DwRle.endOfList:
        return ranges;
      case DwRle.baseAddressx:
        base = indexed();
        break;
      case DwRle.baseAddress:
        base = address();
        break;
      case DwRle.startxEndx:
        ranges.push(indexed(), indexed());
        break;
      case DwRle.startxLength: {
        const start = indexed();
        ranges.push(start, start + cursor.uleb());
        break;
      }
      case DwRle.offsetPair: {
        const start = base + cursor.uleb();
        ranges.push(start, base + cursor.uleb());
        break;
      }
      case DwRle.startEnd:
        ranges.push(address(), address());
        break;
      case DwRle.startLength: {
        const start = address();
        ranges.push(start, start + cursor.uleb());
        break;
      }
      default:
        cursor.fail(`range list entry ${kind} is not supported`, cursor.at - 1);
    }
    if (ranges.length > MAX_RANGES) cursor.fail('a range list without an end');
  }
}

function indexedAddress(sections: DwarfSections, unit: UnitHeader, bases: UnitBases, index: number): number {
  return new DwarfCursor(sections.addr, bases.addr + index * unit.addressSize).unsigned(unit.addressSize);
}
