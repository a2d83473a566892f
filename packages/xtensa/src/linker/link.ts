/**
 * A static linker for relocatable Xtensa objects: places sections as a linker script says, resolves symbols, applies
 * relocations, and writes an executable ELF file with symbols and debugging sections. It relaxes nothing.
 */
import {
  applyRelocation,
  ElfFormatError,
  ElfType,
  isPassiveRelocation,
  Relocation,
  RelocationError,
  SectionFlag,
  SectionIndex,
  SectionType,
  SymbolBinding,
  SymbolType,
  writeElf,
  type ElfSectionSpec,
  type ElfSegmentSpec,
  type ElfSymbolSpec,
  type ObjectSymbol,
} from '../elf/index.js';
import { ScriptValueError } from './evaluate.js';
import type { Input, LinkedFile, LinkObject, LinkObjectsOptions, Output } from './inputs.js';
import { Placement } from './placement.js';
import { LinkerScriptError, parseLinkerScript } from './script.js';
import { hexAddress } from '../hex.js';

/** Undefined symbols listed in one result. */
const LISTED = 20;

/**
 * Links objects and archives (archive members only where they define what is missing). Never throws for what the files
 * say: malformed objects, undefined or doubly defined symbols, full regions and targets out of reach are errors in the
 * result.
 */
export function linkObjects(files: readonly LinkObject[], options: LinkObjectsOptions): LinkedFile {
  const linker = new Linker(options);
  let elf: Uint8Array | undefined;
  try {
    elf = linker.run(files);
  } catch (error) {
    if (
      error instanceof ElfFormatError ||
      error instanceof LinkerScriptError ||
      error instanceof ScriptValueError
    ) {
      linker.errors.push(error.message);
    } else throw error;
  }
  return {
    elf: linker.errors.length > 0 ? undefined : elf,
    errors: linker.errors,
    warnings: linker.warnings,
  };
}

class Linker extends Placement {
  run(files: readonly LinkObject[]): Uint8Array | undefined {
    this.script = parseLinkerScript(this.options.script.name, this.options.script.text);
    this.load(files);
    if (this.errors.length > 0) return undefined;
    // Sizes and addresses may depend on symbols that are only known at the end of a pass.
    let previous = '';
    for (let pass = 0; pass < 8; pass++) {
      this.place(pass === 0);
      const state = JSON.stringify([this.outputs.map((o) => [o.address, o.size]), [...this.scriptSymbols]]);
      if (state === previous) break;
      previous = state;
    }
    this.errors.push(...this.failedAssertions);
    this.checkRegions();
    this.checkUndefined();
    if (this.errors.length > 0) return undefined;
    return this.write();
  }

  private checkUndefined(): void {
    const missing: string[] = [];
    for (const [name, { object, weak }] of this.resolution.undefined) {
      if (weak || this.addressOfName(name) !== undefined) continue;
      missing.push(`undefined symbol ${name}, referenced in ${object.name}`);
    }
    for (const message of missing.slice(0, LISTED)) this.error(message);
    if (missing.length > LISTED) this.error(`and ${missing.length - LISTED} more undefined symbols`);
  }

  private contents(output: Output): Uint8Array {
    const data = new Uint8Array(output.nobits ? 0 : output.size);
    if (output.nobits) return data;
    for (const piece of output.pieces) {
      if (piece.data !== undefined) {
        let { value } = piece.data;
        for (let i = 0; i < piece.data.size; i++, value = Math.floor(value / 256))
          data[piece.offset + i] = value & 255;
        continue;
      }
      const { section } = piece.input!;
      if (section.type !== SectionType.nobits) data.set(section.data, piece.offset);
    }
    for (const { input, offset } of output.pieces)
      if (input !== undefined) this.relocate(input, data.subarray(offset, offset + input.section.size));
    return data;
  }

  private relocate(input: Input, bytes: Uint8Array): void {
    const { object, section } = input;
    const base = (input.output!.address + input.offset) >>> 0;
    const isLoaded = (section.flags & SectionFlag.alloc) !== 0;
    for (const relocation of section.relocations) {
      if (isPassiveRelocation(relocation.type)) continue;
      const { symbol, addend, offset, type } = relocation;
      const where = (): string => `${object.name}(${section.name}+0x${offset.toString(16)})`;
      let target = symbol === undefined ? 0 : this.addressOfSymbol(object, symbol);
      if (target === undefined) {
        const weak = symbol!.binding === SymbolBinding.weak;
        if (isLoaded && !weak) {
          this.error(`${where()}: ${symbol!.name || 'a discarded section'} has no address`);
          continue;
        }
        // Weak names that nobody defines are 0; so is what debugging sections say about discarded code.
        if (type === Relocation.SLOT0_OP) continue;
        target = 0;
        if (!isLoaded && offset + 4 <= bytes.length && !weak) bytes.fill(0, offset, offset + 4);
      }
      try {
        applyRelocation(bytes, type, offset, (base + offset) >>> 0, (target + addend) | 0);
      } catch (error) {
        if (!(error instanceof RelocationError)) throw error;
        this.error(`${where()}: ${error.message}${symbol?.name ? ` for ${symbol.name}` : ''}`);
      }
    }
  }

  private write(): Uint8Array | undefined {
    const specs = new Map<Output, ElfSectionSpec>();
    for (const output of this.outputs) {
      if (output.size === 0) continue;
      specs.set(output, {
        name: output.name,
        type: output.nobits ? SectionType.nobits : output.type,
        flags: output.alloc ? output.flags | SectionFlag.alloc : output.flags,
        address: output.alloc ? output.address : 0,
        data: this.contents(output),
        size: output.size,
        align: output.align,
        entrySize: output.entrySize,
        relocations: [],
        group: undefined,
      });
    }
    const entryName = this.options.entry ?? this.script.entry;
    let entry = entryName === undefined ? undefined : this.addressOfName(entryName);
    if (entry === undefined) {
      entry = this.outputs.find((o) => (o.flags & SectionFlag.execute) !== 0)?.address ?? 0;
      if (entryName !== undefined)
        this.warnings.push(
          `entry ${entryName} is not defined; the first code at ${hexAddress(entry)} stands in`,
        );
    }
    if (this.errors.length > 0) return undefined;
    const segments: ElfSegmentSpec[] = [];
    for (const [output, spec] of specs) {
      if (!output.alloc) continue;
      const flags =
        4 |
        ((output.flags & SectionFlag.execute) !== 0 ? 1 : 0) |
        ((output.flags & SectionFlag.write) !== 0 ? 2 : 0);
      segments.push({ address: output.address, loadAddress: output.loadAddress, sections: [spec], flags });
    }
    segments.sort((x, y) => x.address - y.address);
    return writeElf({
      type: ElfType.executable,
      entry,
      sections: [...specs.values()],
      symbols: this.symbols(specs),
      segments,
    });
  }

  private symbols(specs: ReadonlyMap<Output, ElfSectionSpec>): ElfSymbolSpec[] {
    const symbols: ElfSymbolSpec[] = [];
    const named = new Set<string>();
    const push = (
      symbol: ObjectSymbol,
      name: string,
      value: number,
      section: ElfSymbolSpec['section'],
      type = symbol.type,
    ): void => {
      symbols.push({
        name,
        value,
        size: symbol.size,
        binding: symbol.binding,
        type,
        visibility: symbol.visibility,
        section,
      });
    };
    for (const object of this.resolution.objects) {
      for (const symbol of object.symbols) {
        if (symbol.name === '' || symbol.type === SymbolType.section) continue;
        const local = symbol.binding === SymbolBinding.local;
        if (
          !local &&
          (this.resolution.definitions.get(symbol.name)?.symbol !== symbol || named.has(symbol.name))
        )
          continue;
        if (symbol.section === SectionIndex.absolute) {
          push(symbol, symbol.name, symbol.value, 'absolute');
          named.add(symbol.name);
          continue;
        }
        const input = this.inputOf.get(object.sections[symbol.section]!);
        const spec = input?.output && specs.get(input.output);
        if (spec === undefined) continue;
        push(symbol, symbol.name, (input!.output!.address + input!.offset + symbol.value) >>> 0, spec);
        if (!local) named.add(symbol.name);
      }
    }
    for (const common of this.commons.values()) {
      const spec = common.output && specs.get(common.output);
      if (spec === undefined) continue;
      symbols.push({
        name: common.name,
        value: (common.output!.address + common.offset) >>> 0,
        size: common.size,
        binding: SymbolBinding.global,
        type: SymbolType.object,
        visibility: 0,
        section: spec,
      });
    }
    const absolutes = new Map(this.scriptSymbols);
    for (const name of this.resolution.undefined.keys()) {
      const address = this.addressOfName(name);
      if (address !== undefined) absolutes.set(name, address);
    }
    for (const [name, value] of absolutes) {
      if (named.has(name)) continue;
      symbols.push({
        name,
        value: value >>> 0,
        size: 0,
        binding: SymbolBinding.global,
        type: SymbolType.none,
        visibility: 0,
        section: 'absolute',
      });
    }
    return symbols;
  }
}
