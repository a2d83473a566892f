import {
  applyRelocation,
  isPassiveRelocation,
  Relocation as Type,
  relocationName,
  RelocationError,
  SectionFlag,
  SectionIndex,
  SectionType,
  SymbolBinding,
  SymbolType,
  type RelocationEntry,
} from '@xtal/xtensa/elf';
import type { ElfSymbol } from '../elf/elf-symbols.js';
import type { GuestSymbol } from '../symbols.js';
import type { ImageSection, ImageSegment, LinkedProgram, LinkOptions } from './linked-program.js';
import { describePlace, LinkError, type LinkPlace } from './link-error.js';
import type { ObjectFile } from './object-file.js';
import {
  constructorPriority,
  RegionCursor,
  sectionRole,
  type LinkRegion,
  type LinkRegionName,
  type PlacedSection,
  type SectionRole,
} from './placement.js';
import { resolveInputs, type Definition, type LinkInput, type Resolution } from './resolve.js';

/** Thread pointer to first thread-local byte, before alignment (binutils TCB_SIZE). */
const THREAD_CONTROL_BLOCK = 8;
/** Undefined names listed in one message. */
const LISTED = 12;
/** Reach of CALL0 to CALL12 in bytes, with room for the alignment of the instruction. */
const CALL_REACH = 0x7_fff0;
/** Native that undefined weak functions are called at. */
export const WEAK_CALL = '_xtal_call_of_undefined_weak';

/**
 * Links relocatable objects and archives into one program, without a linker script: code with its literals before it,
 * constants, data, zeroed data; debug sections merged by name with their relocations applied.
 *
 * @throws ElfError on malformed files; LinkError on undefined or doubly defined names, unknown relocations, targets out
 *   of reach and full regions, naming symbol, object, section and offset
 */
export function link(inputs: readonly LinkInput[], options: LinkOptions): LinkedProgram {
  return new Linker(resolveInputs(inputs, options.entries), options, inputs[0]?.name ?? '').run();
}

class Linker {
  private readonly cursors: Record<LinkRegionName, RegionCursor>;
  private readonly placed: PlacedSection[] = [];
  private readonly addresses = new Map<ObjectFile, Map<number, PlacedSection>>();
  private readonly commons = new Map<string, number>();
  private readonly debugSizes = new Map<string, number>();
  private readonly generated = new Map<string, number>();
  private readonly aliases = new Map<string, number>();
  private readonly contents = new Map<PlacedSection, Uint8Array>();
  private threadPointer = 0;

  constructor(
    private readonly resolution: Resolution,
    private readonly options: LinkOptions,
    private readonly firstName: string,
  ) {
    const cursor = (name: LinkRegionName): RegionCursor => new RegionCursor(name, options.regions[name]);
    this.cursors = {
      iram: cursor('iram'),
      irom: cursor('irom'),
      dram: cursor('dram'),
      drom: cursor('drom'),
      rtcFast: cursor('rtcFast'),
      rtcSlow: cursor('rtcSlow'),
    };
  }

  run(): LinkedProgram {
    const entry = this.findEntry();
    const byRole = this.collect();
    const size = (role: SectionRole): number =>
      byRole[role].reduce((sum, { section }) => sum + section.size, 0);
    const textRegion = size('text') + size('iram') <= this.options.iramTextLimit ? 'iram' : 'irom';
    const ram = size('data') + size('bss') + size('tlsData') + size('tlsBss');
    const constants = ram + size('rodata') <= this.options.dramLimit ? 'dram' : 'drom';
    this.placeText(byRole.iram, 'iram');
    this.placeText(byRole.text, textRegion);
    this.placeText(byRole.rtcText, 'rtcFast');
    for (const one of byRole.rodata) this.placeOne(one, constants);
    const constructors = this.placeConstructors(byRole.constructors, constants);
    this.generated.set('_data_start', this.cursors.dram.next);
    for (const one of byRole.data) this.placeOne(one, 'dram');
    this.placeThreadLocal(byRole.tlsData, byRole.tlsBss);
    const bssStart = this.cursors.dram.next;
    for (const one of byRole.bss) this.placeOne(one, 'dram');
    this.placeCommons();
    for (const one of byRole.rtcData) this.placeOne(one, 'rtcSlow');
    for (const one of byRole.debug) this.placeDebug(one);
    const bssEnd = this.cursors.dram.next;
    const stackStart = this.cursors.dram.place(this.options.stackSize, 16, this.firstName, 'stack');
    const stack = { start: stackStart, end: this.cursors.dram.next };
    this.generate({ start: bssStart, end: bssEnd }, constructors, stack);
    this.aliasNatives();
    this.relocate();
    return {
      entry: { name: entry, address: this.addressOf(this.resolution.definitions.get(entry)!) },
      segments: this.segments(),
      sections: this.imageSections(),
      symbols: this.guestSymbols(),
      constructors,
      stack,
      threadPointer: this.threadPointer,
      ends: Object.fromEntries(
        Object.entries(this.cursors).map(([name, cursor]) => [name, cursor.next]),
      ) as Record<LinkRegionName, number>,
      nativeAliases: [...this.aliases].map(([name, address]) => ({ name, address })),
    };
  }

  private findEntry(): string {
    const entry = this.options.entries.find((name) => this.resolution.definitions.has(name));
    if (entry !== undefined) return entry;
    throw new LinkError(
      { object: this.firstName },
      `no entry point: expected a global function ${this.options.entries.map((name) => `\`${name}'`).join(' or ')}`,
    );
  }

  /** Sections of all objects by role, in the order of the command line. */
  private collect(): Record<SectionRole, PlacedSection[]> {
    const roles: SectionRole[] = [
      'text',
      'iram',
      'rtcText',
      'rodata',
      'constructors',
      'data',
      'tlsData',
      'tlsBss',
      'bss',
      'rtcData',
      'debug',
      'dropped',
    ];
    const byRole = Object.fromEntries(roles.map((role) => [role, []])) as unknown as Record<
      SectionRole,
      PlacedSection[]
    >;
    for (const object of this.resolution.objects) {
      this.addresses.set(object, new Map());
      for (const section of object.sections) {
        if (section.index === 0 || this.resolution.discarded.get(object)!.has(section.index)) continue;
        const role = sectionRole(section);
        byRole[role].push({ object, section, role, address: 0 });
      }
    }
    return byRole;
  }

  private placeOne({ object, section, role }: PlacedSection, region: LinkRegionName): void {
    const address = this.cursors[region].place(section.size, section.align, object.name, section.name);
    const placed = { object, section, role, address };
    this.placed.push(placed);
    this.addresses.get(object)!.set(section.index, placed);
  }

  /** Code, each section behind the literal sections that its L32Rs read: those reach backwards only, 256 KB at most. */
  private placeText(sections: readonly PlacedSection[], region: LinkRegionName): void {
    const here = new Map<ObjectFile, Set<number>>();
    for (const { object, section } of sections) {
      if (!here.has(object)) here.set(object, new Set());
      here.get(object)!.add(section.index);
    }
    const pending = new Map<ObjectFile, Set<number>>();
    const isPlaced = (object: ObjectFile, index: number): boolean => this.addresses.get(object)!.has(index);
    const place = (one: PlacedSection): void => {
      const { object, section } = one;
      if (isPlaced(object, section.index)) return;
      const busy = pending.get(object) ?? new Set();
      pending.set(object, busy);
      if (busy.has(section.index)) return;
      busy.add(section.index);
      for (const index of literalSections(object, section.index)) {
        const literal = object.sections[index]!;
        if (index !== section.index && this.resolution.discarded.get(object)!.has(index) === false) {
          const role = sectionRole(literal);
          // A literal section follows the code that reads it, whatever its own name says.
          if (role === 'text' || role === 'iram' || role === 'rtcText')
            place({ object, section: literal, role: one.role, address: 0 });
        }
      }
      this.placeOne(one, region);
    };
    // Literal sections by themselves come last: code that reads them has drawn them in by then.
    const isLiteral = ({ section }: PlacedSection): boolean => section.name.includes('.literal');
    for (const one of sections) if (!isLiteral(one)) place(one);
    if (region === 'iram' && sections.every(({ role }) => role === 'iram'))
      return this.placeLeftovers(sections, region);
    this.placeLeftovers(sections, region);
  }

  private placeLeftovers(sections: readonly PlacedSection[], region: LinkRegionName): void {
    for (const one of sections) {
      if (!this.addresses.get(one.object)!.has(one.section.index)) this.placeOne(one, region);
    }
  }

  private placeConstructors(sections: readonly PlacedSection[], region: LinkRegionName): LinkRegion {
    const cursor = this.cursors[region];
    const start = cursor.place(0, 4, this.firstName, 'constructors');
    const sorted = sections.toSorted(
      (a, b) => constructorPriority(a.section.name) - constructorPriority(b.section.name),
    );
    for (const one of sorted) this.placeOne(one, region);
    return { start, end: cursor.next };
  }

  /** Thread-local data of the one thread that there is, in one block behind the thread pointer. */
  private placeThreadLocal(data: readonly PlacedSection[], bss: readonly PlacedSection[]): void {
    const all = [...data, ...bss];
    if (all.length === 0) return;
    const align = Math.max(4, ...all.map(({ section }) => section.align));
    const block = Math.ceil(THREAD_CONTROL_BLOCK / align) * align;
    this.threadPointer = this.cursors.dram.place(block, align, this.firstName, '.tdata');
    for (const one of all) this.placeOne(one, 'dram');
  }

  private placeCommons(): void {
    const { commons, definitions } = this.resolution;
    for (const [name, common] of commons) {
      const align = common.align > 0 && common.align <= 4096 ? common.align : 4;
      const { object } = definitions.get(name)!;
      this.commons.set(name, this.cursors.dram.place(common.size, align, object.name, 'COMMON'));
    }
  }

  private placeDebug({ object, section, role }: PlacedSection): void {
    const align = Math.max(section.align, 1);
    const address = Math.ceil((this.debugSizes.get(section.name) ?? 0) / align) * align;
    this.debugSizes.set(section.name, address + section.size);
    const placed = { object, section, role, address };
    this.placed.push(placed);
    this.addresses.get(object)!.set(section.index, placed);
  }

  /** Names that linker scripts provide and start files use. */
  private generate(bss: LinkRegion, constructors: LinkRegion, stack: LinkRegion): void {
    const { iram, irom, dram } = this.cursors;
    const names: Record<string, number> = {
      _bss_start: bss.start,
      __bss_start: bss.start,
      _bss_end: bss.end,
      __bss_end: bss.end,
      _stack_bottom: stack.start,
      _stack_top: stack.end,
      __stack: stack.end,
      // The stack lies between zeroed data and heap, so whoever grows a heap from _end does not meet it.
      _end: dram.next,
      end: dram.next,
      _heap_start: dram.next,
      _heap_end: dram.region.end,
      _text_end: irom.next,
      _iram_end: iram.next,
      __init_array_start: constructors.start,
      __init_array_end: constructors.end,
      __dso_handle: this.options.regions.dram.start,
    };
    for (const [name, address] of Object.entries(names)) this.generated.set(name, address);
  }

  /** Gives native functions an address beside code whose calls would not reach the usual one. */
  private aliasNatives(): void {
    const far = new Set<string>();
    for (const { object, section, address, role } of this.placed) {
      if (role === 'debug') continue;
      for (const { symbol, type } of object.relocations.get(section.index) ?? []) {
        const { name, binding } = object.symbols[symbol] ?? {};
        if (name === undefined || binding === SymbolBinding.local || type !== Type.SLOT0_OP) continue;
        if (this.resolution.definitions.has(name)) continue;
        const native = this.options.resolveNative(name);
        if (native !== undefined && Math.abs(native - address) + section.size >= CALL_REACH) far.add(name);
      }
    }
    for (const name of far) this.aliases.set(name, this.cursors.irom.place(4, 4, this.firstName, name));
  }

  private addressOf({ object, symbol }: Definition): number {
    if (symbol.section === SectionIndex.common) return this.commons.get(symbol.name)!;
    if (symbol.section === SectionIndex.absolute) return symbol.value;
    return ((this.addresses.get(object)?.get(symbol.section)?.address ?? 0) + symbol.value) >>> 0;
  }

  private relocate(): void {
    const undefinedNames: { place: LinkPlace; name: string }[] = [];
    for (const placed of this.placed) {
      const { object, section } = placed;
      if (section.type === SectionType.nobits) continue;
      const bytes = section.data.slice();
      this.contents.set(placed, bytes);
      for (const relocation of object.relocations.get(section.index) ?? []) {
        const missing = this.apply(placed, bytes, relocation);
        if (missing !== undefined) {
          undefinedNames.push({
            place: { object: object.name, section: section.name, offset: relocation.offset, symbol: missing },
            name: missing,
          });
        }
      }
    }
    if (undefinedNames.length === 0) return;
    const first = undefinedNames[0]!;
    const names = new Map(undefinedNames.map((one) => [one.name, one.place]));
    const others = [...names]
      .slice(1, LISTED)
      .map(([name, place]) => `\n${describePlace(place)}: undefined reference to \`${name}'`);
    const more = names.size > LISTED ? `\nand ${names.size - LISTED} more names` : '';
    throw new LinkError(
      first.place,
      `undefined reference to \`${first.name}': no object, archive or native function has this name${others.join('')}${more}`,
    );
  }

  /** Applies one relocation; returns the name that is missing, if one is. */
  private apply(placed: PlacedSection, bytes: Uint8Array, relocation: RelocationEntry): string | undefined {
    const { object, section, address } = placed;
    const place = { object: object.name, section: section.name, offset: relocation.offset };
    const { type } = relocation;
    if (isPassiveRelocation(type)) return undefined;
    const symbol = object.symbols[relocation.symbol];
    const value =
      relocation.symbol === 0 || symbol === undefined
        ? 0
        : this.valueOf(placed, symbol, type === Type.SLOT0_OP);
    if (value === undefined) return symbol!.name;
    const isThreadLocal = type === Type.TLS_TPOFF;
    const target = (value + relocation.addend - (isThreadLocal ? this.threadPointer : 0)) >>> 0;
    try {
      applyRelocation(
        bytes,
        isThreadLocal ? Type.R32 : type,
        relocation.offset,
        (address + relocation.offset) >>> 0,
        target,
      );
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      const name = symbol?.name === '' ? object.sections[symbol.section]?.name : symbol?.name;
      const what = `${relocationName(type)} against \`${name ?? ''}'`;
      throw new LinkError(
        { ...place, symbol: name },
        `${what}: ${cause instanceof RelocationError ? cause.reason : cause.message}`,
        { cause },
      );
    }
    return undefined;
  }

  /** Address of a symbol as a section refers to it; undefined when nothing defines it. */
  private valueOf(placed: PlacedSection, symbol: ElfSymbol, isCall: boolean): number | undefined {
    const { object, section, role } = placed;
    const discarded = this.resolution.discarded.get(object)!.has(symbol.section);
    if (symbol.binding === SymbolBinding.local || symbol.name === '') {
      if (symbol.section === SectionIndex.absolute) return symbol.value;
      const home = this.addresses.get(object)!.get(symbol.section);
      if (home !== undefined) return home.address + symbol.value;
      // Debug information may speak of what was left out; 0 is how linkers mark that.
      if (role === 'debug') return 0;
      const name = object.sections[symbol.section]?.name ?? `section ${symbol.section}`;
      throw new LinkError(
        { object: object.name, section: section.name },
        `refers to ${name}, which ${discarded ? "another object's section group stands for" : 'is not part of the program'}`,
      );
    }
    const { name } = symbol;
    const definition = this.resolution.definitions.get(name);
    if (definition !== undefined) return this.addressOf(definition);
    const native = (isCall ? this.aliasFor(name, placed) : undefined) ?? this.options.resolveNative(name);
    if (native !== undefined) return native;
    const made = this.generated.get(name) ?? this.options.resolveAbsolute?.(name);
    if (made !== undefined) return made;
    if (symbol.binding !== SymbolBinding.weak) return role === 'debug' ? 0 : undefined;
    return isCall ? this.options.resolveNative(WEAK_CALL) : 0;
  }

  private aliasFor(name: string, { address, section }: PlacedSection): number | undefined {
    const alias = this.aliases.get(name);
    const usual = this.options.resolveNative(name);
    if (alias === undefined || usual === undefined) return undefined;
    return Math.abs(usual - address) + section.size >= CALL_REACH ? alias : undefined;
  }

  /** One segment per region that holds contents, from its first to its last byte with contents; the rest is zero. */
  private segments(): ImageSegment[] {
    const segments: ImageSegment[] = [];
    for (const name of Object.keys(this.cursors) as LinkRegionName[]) {
      const { start, end } = this.options.regions[name];
      const memorySize = this.cursors[name].next - start;
      if (memorySize === 0) continue;
      const inside = [...this.contents].filter(
        ([{ address, role }]) => role !== 'debug' && address >= start && address < end,
      );
      const fileEnd = inside.reduce(
        (last, [{ address }, bytes]) => Math.max(last, address + bytes.length),
        start,
      );
      const data = new Uint8Array(fileEnd - start);
      for (const [{ address }, bytes] of inside) data.set(bytes, address - start);
      segments.push({ region: name, address: start, data, memorySize });
    }
    return segments;
  }

  private imageSections(): ImageSection[] {
    const sections: ImageSection[] = [];
    const merged = new Map([...this.debugSizes].map(([name, size]) => [name, new Uint8Array(size)]));
    const empty = new Uint8Array(0);
    for (const placed of this.placed) {
      const { object, section, address, role } = placed;
      const bytes = this.contents.get(placed) ?? empty;
      if (role === 'debug') merged.get(section.name)!.set(bytes, address);
      else sections.push({ name: section.name, object: object.name, address, size: section.size, bytes });
    }
    for (const [name, bytes] of merged) sections.push({ name, address: 0, size: bytes.length, bytes });
    return sections;
  }

  private guestSymbols(): GuestSymbol[] {
    const symbols: GuestSymbol[] = [];
    for (const object of this.resolution.objects) {
      for (const symbol of object.symbols) {
        const { name, type, size, binding } = symbol;
        if (
          name === '' ||
          type === SymbolType.section ||
          type === SymbolType.file ||
          symbol.section === SectionIndex.undefined
        )
          continue;
        if (binding !== SymbolBinding.local && this.resolution.definitions.get(name)?.object !== object)
          continue;
        const home = this.addresses.get(object)!.get(symbol.section);
        if (
          home?.role === 'debug' ||
          (home === undefined && symbol.section !== SectionIndex.common) ||
          isAssemblerLabel(name)
        )
          continue;
        if (home !== undefined && (home.section.flags & SectionFlag.tls) !== 0) continue;
        symbols.push({
          name,
          address: this.addressOf({ object, symbol }),
          size,
          kind:
            type === SymbolType.function
              ? 'function'
              : type === SymbolType.object || symbol.section === SectionIndex.common
                ? 'object'
                : 'label',
          local: binding === SymbolBinding.local,
          object: object.name,
          section: home?.section.name ?? 'COMMON',
        });
      }
    }
    return symbols;
  }
}

/** Labels that compilers and assemblers make up: `.L12`, `.Ltext0`, `L0^A`. */
export function isAssemblerLabel(name: string): boolean {
  return name.startsWith('.L') || name.includes('\u0001') || name.startsWith('$');
}

/** Sections that the L32R instructions of a section read their literals from. */
function literalSections(object: ObjectFile, index: number): Set<number> {
  const bytes = object.sections[index]!.data;
  const found = new Set<number>();
  for (const { type, offset, symbol } of object.relocations.get(index) ?? []) {
    if (type !== Type.SLOT0_OP) continue;
    // The low nibble 1 is L32R alone.
    if ((bytes[offset]! & 15) !== 1) continue;
    const home = object.symbols[symbol]?.section;
    if (home !== undefined && home > 0 && home < object.sections.length) found.add(home);
  }
  return found;
}
