/**
 * Source positions and inlined frames of addresses, from DWARF.
 *
 * Headers and the first entry of every unit are read at once (to know which unit covers which addresses), everything
 * else when an address of a unit is asked for. A unit that turns out to be damaged is left out and named in `problems`.
 */
import { DwAt, DwTag } from './constants.js';
import { DwarfCursor, DwarfError, type DwarfSection } from './cursor.js';
import { readLineTable, type LineTable } from './line-table.js';
import {
  numberValue,
  readAbbreviations,
  readRanges,
  readUnitHeaders,
  readValue,
  stringValue,
  type Abbreviation,
  type Attributes,
  type AttributeValue,
  type DwarfSections,
  type UnitBases,
  type UnitHeader,
} from './units.js';

/** One frame at an address, innermost first. */
export interface DebugFrame {
  /** Name in the source; undefined when only the line is known. */
  readonly function: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** True when this frame is inlined into the next one. */
  readonly inlined: boolean;
}

/** Deepest nesting of entries that is followed. */
const MAX_DEPTH = 256;
/** An abstract origin may have an origin or a specification itself; chains are short. */
const MAX_ORIGINS = 8;
/** Attribute reads for one unit; a large real unit has about a million. */
const MAX_READS = 20_000_000;

/** A subprogram or an inlined one with code. */
interface CodeRange {
  readonly ranges: readonly number[];
  readonly name: string | undefined;
  readonly inlined: boolean;
  readonly callFile: number;
  readonly callLine: number;
  readonly children: CodeRange[];
}

interface Unit {
  readonly header: UnitHeader;
  readonly abbreviations: Map<number, Abbreviation>;
  readonly bases: UnitBases;
  readonly base: number;
  readonly ranges: readonly number[];
  readonly stmtList: number | undefined;
  readonly compDir: string;
  lines?: LineTable | undefined;
  functions?: CodeRange[];
  reads: number;
}

const SECTION_NAMES: Record<keyof DwarfSections, string> = {
  info: '.debug_info',
  abbrev: '.debug_abbrev',
  str: '.debug_str',
  lineStr: '.debug_line_str',
  line: '.debug_line',
  ranges: '.debug_ranges',
  rnglists: '.debug_rnglists',
  addr: '.debug_addr',
  strOffsets: '.debug_str_offsets',
};

const NEEDED = new Set<number>(Object.values(DwAt));

/** Debug information of one program. */
export class DebugInfo {
  /** What could not be read, in words. */
  readonly problems: string[] = [];

  readonly #sections: DwarfSections;
  readonly #units: Unit[] = [];
  readonly #abbreviations = new Map<number, Map<number, Abbreviation>>();

  /**
   * @param section - Gives a section's contents by name (`.debug_info`), undefined when it is not there. Sections must
   *   be relocated. Never throws for bad contents: see `problems`.
   */
  constructor(section: (name: string) => Uint8Array | undefined) {
    const sections = {} as Record<keyof DwarfSections, DwarfSection>;
    for (const key of Object.keys(SECTION_NAMES) as (keyof DwarfSections)[]) {
      const name = SECTION_NAMES[key];
      sections[key] = { name, bytes: section(name) ?? new Uint8Array(0) };
    }
    this.#sections = sections;
    let headers: UnitHeader[] = [];
    this.#attempt(() => (headers = readUnitHeaders(sections.info)));
    for (const header of headers) this.#attempt(() => this.#units.push(this.#openUnit(header)));
  }

  /** True when there is any. */
  get present(): boolean {
    return this.#units.length > 0;
  }

  /**
   * Frames at `address`, innermost first; empty when nothing is known. For a return address ask for the address
   * before it, which is inside the call.
   */
  frames(address: number): DebugFrame[] {
    for (const unit of this.#units) {
      if (
        !covers(unit.ranges, address) &&
        !(unit.ranges.length === 0 && this.#linesOf(unit)?.lookup(address))
      )
        continue;
      const frames = this.#framesIn(unit, address);
      if (frames.length > 0) return frames;
    }
    return [];
  }

  #framesIn(unit: Unit, address: number): DebugFrame[] {
    const lines = this.#linesOf(unit);
    const position = lines?.lookup(address);
    const path: CodeRange[] = [];
    let level = this.#functionsOf(unit);
    for (;;) {
      const next = level.find((entry) => covers(entry.ranges, address));
      if (next === undefined) break;
      path.unshift(next);
      level = next.children;
    }
    if (path.length === 0)
      return position === undefined
        ? []
        : [{ function: undefined, file: position.file, line: position.line || undefined, inlined: false }];
    let file = position?.file;
    let line = position?.line;
    return path.map((entry) => {
      const frame = { function: entry.name, file, line: line || undefined, inlined: entry.inlined };
      file = lines?.files[entry.callFile];
      line = entry.callLine;
      return frame;
    });
  }

  #attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof DwarfError)) throw error;
      if (this.problems.length < 20) this.problems.push(error.message);
    }
  }

  #linesOf(unit: Unit): LineTable | undefined {
    const { stmtList } = unit;
    if (!('lines' in unit)) {
      unit.lines = undefined;
      if (stmtList !== undefined)
        this.#attempt(() => (unit.lines = readLineTable(this.#sections, stmtList, unit.compDir)));
    }
    return unit.lines;
  }

  #functionsOf(unit: Unit): CodeRange[] {
    if (unit.functions === undefined) {
      const functions: CodeRange[] = [];
      unit.functions = functions;
      this.#attempt(() => this.#collect(unit, functions));
    }
    return unit.functions;
  }

  #openUnit(header: UnitHeader): Unit {
    let abbreviations = this.#abbreviations.get(header.abbrevOffset);
    if (abbreviations === undefined) {
      abbreviations = readAbbreviations(this.#sections.abbrev, header.abbrevOffset);
      this.#abbreviations.set(header.abbrevOffset, abbreviations);
    }
    const bases: UnitBases = { strOffsets: 0, addr: 0, rnglists: 0 };
    const unit: Unit = {
      header,
      abbreviations,
      bases,
      base: 0,
      ranges: [],
      stmtList: undefined,
      compDir: '',
      reads: 0,
    };
    // Bases stand in the same entry as what is read with them, so they are looked for first.
    const cursor = new DwarfCursor(this.#sections.info, header.entries, header.end);
    const first = this.#entry(
      unit,
      cursor,
      new Set([DwAt.strOffsetsBase, DwAt.addrBase, DwAt.rnglistsBase]),
      true,
    );
    if (first === undefined) return unit;
    bases.strOffsets = numberValue(first.attributes.get(DwAt.strOffsetsBase)) ?? 0;
    bases.addr = numberValue(first.attributes.get(DwAt.addrBase)) ?? 0;
    bases.rnglists = numberValue(first.attributes.get(DwAt.rnglistsBase)) ?? 0;
    cursor.at = header.entries;
    const { attributes } = this.#entry(unit, cursor, NEEDED)!;
    const base = numberValue(attributes.get(DwAt.lowPc)) ?? 0;
    return {
      ...unit,
      base,
      ranges: readRanges(attributes, header, this.#sections, bases, base),
      stmtList: numberValue(attributes.get(DwAt.stmtList)),
      compDir: stringValue(attributes.get(DwAt.compDir)) ?? '',
    };
  }

  /** Collects subprograms with code and what is inlined into them; lexical blocks and the like are looked through. */
  #collect(unit: Unit, functions: CodeRange[]): void {
    const cursor = new DwarfCursor(this.#sections.info, unit.header.entries, unit.header.end);
    const levels: CodeRange[][] = [];
    let current = functions;
    while (!cursor.done) {
      const offset = cursor.at;
      const entry = this.#entry(unit, cursor, NEEDED);
      if (entry === undefined) {
        current = levels.pop() ?? functions;
        if (levels.length === 0) return;
        continue;
      }
      let inside = current;
      const { tag, hasChildren } = entry.abbreviation;
      if (tag === DwTag.subprogram || tag === DwTag.inlinedSubroutine) {
        const ranges = readRanges(entry.attributes, unit.header, this.#sections, unit.bases, unit.base);
        if (ranges.length > 0) {
          const range: CodeRange = {
            ranges,
            name: this.#name(unit, entry.attributes, offset),
            inlined: tag === DwTag.inlinedSubroutine,
            callFile: numberValue(entry.attributes.get(DwAt.callFile)) ?? 0,
            callLine: numberValue(entry.attributes.get(DwAt.callLine)) ?? 0,
            children: [],
          };
          current.push(range);
          inside = range.children;
        }
      }
      if (hasChildren) {
        if (levels.length >= MAX_DEPTH) cursor.fail('entries are nested too deeply', offset);
        levels.push(current);
        current = inside;
      }
    }
  }

  /** Name of an entry, through abstract origins and specifications. */
  #name(unit: Unit, attributes: Attributes, offset: number): string | undefined {
    let where = unit;
    let at = attributes;
    for (let hop = 0; hop < MAX_ORIGINS; hop++) {
      const name = stringValue(at.get(DwAt.name)) ?? stringValue(at.get(DwAt.linkageName));
      if (name !== undefined) return name;
      const reference = at.get(DwAt.abstractOrigin) ?? at.get(DwAt.specification);
      if (reference?.kind !== 'number') return undefined;
      const crossUnit = reference.form === 0x10;
      const target = crossUnit ? reference.value : where.header.offset + reference.value;
      const owner = crossUnit ? this.#unitAt(target) : where;
      if (owner === undefined || target < owner.header.entries || target >= owner.header.end)
        throw new DwarfError(this.#sections.info.name, offset, `a reference to 0x${target.toString(16)}`);
      where = owner;
      const cursor = new DwarfCursor(this.#sections.info, target, owner.header.end);
      const entry = this.#entry(owner, cursor, NEEDED);
      if (entry === undefined) return undefined;
      at = entry.attributes;
    }
    return undefined;
  }

  #unitAt(offset: number): Unit | undefined {
    return this.#units.find(({ header }) => offset >= header.entries && offset < header.end);
  }

  /** Reads the entry at the cursor; undefined for the zero byte that ends a list of children. */
  #entry(
    unit: Unit,
    cursor: DwarfCursor,
    wanted: ReadonlySet<number>,
    tolerant = false,
  ): { abbreviation: Abbreviation; attributes: Attributes } | undefined {
    const offset = cursor.at;
    const code = cursor.uleb();
    if (code === 0) return undefined;
    const abbreviation = unit.abbreviations.get(code);
    if (abbreviation === undefined) return cursor.fail(`abbreviation ${code} is not defined`, offset);
    const attributes = new Map<number, AttributeValue>();
    const list = abbreviation.attributes;
    unit.reads += list.length / 3 + 1;
    if (unit.reads > MAX_READS) cursor.fail('a unit with more entries than a program has', offset);
    for (let i = 0; i < list.length; i += 3) {
      const before = cursor.at;
      try {
        const value = readValue(cursor, list[i + 1]!, list[i + 2]!, unit.header, this.#sections, unit.bases);
        if (wanted.has(list[i]!)) attributes.set(list[i]!, value);
      } catch (error) {
        // While the bases are still unknown, indexed strings and addresses cannot be followed; pass over them.
        if (!tolerant || cursor.at === before) throw error;
      }
    }
    return { abbreviation, attributes };
  }
}

function covers(ranges: readonly number[], address: number): boolean {
  for (let i = 0; i < ranges.length; i += 2)
    if (address >= ranges[i]! && address < ranges[i + 1]!) return true;
  return false;
}
