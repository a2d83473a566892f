/**
 * A static linker for relocatable Xtensa objects: places sections as a linker script says, resolves symbols, applies
 * relocations, and writes an executable ELF file with symbols and debugging sections. It relaxes nothing.
 */
import {
  applyRelocation,
  ElfFormatError,
  ElfType,
  isPassiveRelocation,
  readElfObject,
  Relocation,
  RelocationError,
  SectionFlag,
  SectionIndex,
  SectionType,
  SymbolBinding,
  SymbolType,
  writeElf,
  type ElfObject,
  type ElfSectionSpec,
  type ElfSegmentSpec,
  type ElfSymbolSpec,
  type ObjectSection,
  type ObjectSymbol,
} from '../elf/index.js';
import { isArchive, readArchiveMembers } from './archive.js';
import { evaluateScript, ScriptValueError, type ScriptContext } from './evaluate.js';
import {
  LinkerScriptError,
  parseLinkerScript,
  type InputPattern,
  type LinkerScript,
  type OutputSectionRule,
  type ScriptExpression,
} from './script.js';

/** An object or archive to link. */
export interface LinkObject {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What `linkObjects` can be told. */
export interface LinkObjectsOptions {
  readonly script: { readonly name: string; readonly text: string };
  /** Overrides the script's ENTRY. */
  readonly entry?: string | undefined;
  /** Address of a symbol that no object and no script defines; undefined when there is none. */
  readonly resolve?: ((name: string) => number | undefined) | undefined;
}

/** What came out of a link. */
export interface LinkedFile {
  /** The executable; undefined when there were errors. */
  readonly elf: Uint8Array | undefined;
  /** One message an error: what, where (object, section, offset or script line), what was expected. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

interface Input {
  readonly object: ElfObject;
  readonly section: ObjectSection;
  output: Output | undefined;
  /** Offset in the output section. */
  offset: number;
}

/** A common symbol, placed like a section. */
interface Common {
  readonly name: string;
  readonly size: number;
  readonly align: number;
  output: Output | undefined;
  offset: number;
}

interface Piece {
  readonly offset: number;
  readonly input?: Input;
  readonly data?: { readonly size: number; readonly value: number };
}

interface Output {
  readonly name: string;
  readonly pieces: Piece[];
  address: number;
  loadAddress: number;
  size: number;
  align: number;
  alloc: boolean;
  flags: number;
  nobits: boolean;
  type: number;
  entrySize: number;
}

interface Definition {
  readonly object: ElfObject;
  readonly symbol: ObjectSymbol;
}

const MAX_IMAGE = 64 * 1024 * 1024;
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

class Linker {
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  private readonly objects: ElfObject[] = [];
  private readonly definitions = new Map<string, Definition>();
  private readonly undefined = new Map<string, { object: ElfObject; weak: boolean }>();
  private readonly commons = new Map<string, Common>();
  private readonly inputs: Input[] = [];
  private readonly inputOf = new Map<ObjectSection, Input>();
  private outputs: Output[] = [];
  private script!: LinkerScript;
  private scriptSymbols = new Map<string, number>();
  private readonly comdats = new Set<string>();

  constructor(private readonly options: LinkObjectsOptions) {}

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

  private error(message: string): void {
    if (this.errors.length < 100) this.errors.push(message);
  }

  // --- input ---------------------------------------------------------------------------------------------------------

  private load(files: readonly LinkObject[]): void {
    const archives: { name: string; members: ElfObject[] }[] = [];
    for (const { name, bytes } of files) {
      if (isArchive(bytes)) {
        const members = readArchiveMembers(name, bytes);
        archives.push({ name, members: members.map((m) => this.read(`${name}(${m.name})`, m.bytes)) });
      } else this.add(this.read(name, bytes));
    }
    for (let found = true; found;) {
      found = false;
      for (const archive of archives) {
        for (let i = 0; i < archive.members.length; i++) {
          const member = archive.members[i]!;
          const wanted = member.symbols.some(
            (s) =>
              s.binding !== SymbolBinding.local &&
              s.section !== 0 &&
              this.undefined.get(s.name)?.weak === false,
          );
          if (!wanted) continue;
          archive.members.splice(i--, 1);
          this.add(member);
          found = true;
        }
      }
    }
  }

  private read(name: string, bytes: Uint8Array): ElfObject {
    const object = readElfObject(name, bytes);
    if (object.type !== ElfType.relocatable) {
      throw new ElfFormatError(name, 16, `ELF type ${object.type}, expected 1 (relocatable object)`);
    }
    return object;
  }

  private add(object: ElfObject): void {
    this.objects.push(object);
    const dropped = new Set<number>();
    for (const group of object.groups) {
      if (!group.comdat) continue;
      if (this.comdats.has(group.signature)) for (const member of group.members) dropped.add(member);
      else this.comdats.add(group.signature);
    }
    for (const section of object.sections) {
      const { type } = section;
      if (dropped.has(section.index) || (section.flags & SectionFlag.exclude) !== 0) continue;
      const carries =
        type === SectionType.progbits ||
        type === SectionType.nobits ||
        type === SectionType.note ||
        (type >= SectionType.initArray && type <= SectionType.preinitArray);
      if (!carries || section.name === '') continue;
      const input: Input = { object, section, output: undefined, offset: 0 };
      this.inputs.push(input);
      this.inputOf.set(section, input);
    }
    for (const symbol of object.symbols) this.addSymbol(object, symbol, dropped);
  }

  private addSymbol(object: ElfObject, symbol: ObjectSymbol, dropped: ReadonlySet<number>): void {
    const { name } = symbol;
    if (symbol.binding === SymbolBinding.local || name === '') return;
    const weak = symbol.binding === SymbolBinding.weak;
    if (symbol.section === SectionIndex.undefined || dropped.has(symbol.section)) {
      if (this.definitions.has(name) || this.commons.has(name)) return;
      const known = this.undefined.get(name);
      if (known === undefined || (known.weak && !weak)) this.undefined.set(name, { object, weak });
      return;
    }
    if (symbol.section === SectionIndex.common) {
      if (this.definitions.has(name)) return;
      const known = this.commons.get(name);
      const size = Math.max(symbol.size, known?.size ?? 0);
      const align = Math.max(symbol.value || 1, known?.align ?? 1);
      this.commons.set(name, { name, size, align, output: undefined, offset: 0 });
      this.undefined.delete(name);
      return;
    }
    const known = this.definitions.get(name);
    if (known !== undefined) {
      if (weak) return;
      if (known.symbol.binding !== SymbolBinding.weak) {
        this.error(`${name} is defined twice: in ${known.object.name} and in ${object.name}`);
        return;
      }
    }
    this.definitions.set(name, { object, symbol });
    this.undefined.delete(name);
    this.commons.delete(name);
  }

  // --- placing -------------------------------------------------------------------------------------------------------

  private context(dot: number | undefined): ScriptContext {
    return {
      file: this.script.name,
      dot,
      symbol: (name) => this.scriptSymbols.get(name) ?? this.addressOfName(name),
      section: (name) => this.outputs.find((o) => o.name === name),
      region: (name) => {
        const region = this.script.memory.find((r) => r.name === name);
        if (region === undefined) return undefined;
        const context = { ...this.context(undefined), dot: 0 };
        return {
          origin: evaluateScript(region.origin, context),
          length: evaluateScript(region.length, context),
        };
      },
    };
  }

  private value(expression: ScriptExpression, dot: number, first: boolean): number {
    const context = this.context(dot);
    // In the first pass what is not known yet counts as 0.
    return evaluateScript(
      expression,
      first ? { ...context, symbol: (name) => context.symbol(name) ?? 0 } : context,
    );
  }

  private place(first: boolean): void {
    const old = this.outputs;
    const matched = new Set<Input | Common>();
    const regionEnds = new Map<string, number>();
    const outputs: Output[] = [];
    let dot = 0;
    const previousSymbols = this.scriptSymbols;
    this.scriptSymbols = new Map(previousSymbols);
    this.failedAssertions = [];
    for (const statement of this.script.statements) {
      if (statement.kind === 'assert') {
        if (!first && this.value(statement.condition, dot, false) === 0) {
          this.failedAssertions.push(`${this.script.name}:${statement.line}: ${statement.message}`);
        }
        continue;
      }
      if (statement.kind === 'assign') {
        const value = this.value(statement.value, dot, first);
        if (statement.name === '.') dot = value;
        else if (!statement.provide || this.isWanted(statement.name))
          this.scriptSymbols.set(statement.name, value);
        continue;
      }
      if (statement.name === '/DISCARD/') {
        for (const part of statement.contents) {
          if (part.kind === 'input') for (const input of this.select(part, matched)) matched.add(input);
        }
        continue;
      }
      dot = this.outputSection(statement, dot, first, matched, regionEnds, outputs, old);
    }
    this.orphans(matched, outputs);
    this.outputs = outputs;
  }

  private isWanted(name: string): boolean {
    return (
      (this.undefined.has(name) || this.scriptSymbols.has(name)) &&
      !this.definitions.has(name) &&
      !this.commons.has(name)
    );
  }

  private outputSection(
    rule: OutputSectionRule,
    before: number,
    first: boolean,
    matched: Set<Input | Common>,
    regionEnds: Map<string, number>,
    outputs: Output[],
    old: readonly Output[],
  ): number {
    let dot = before;
    if (rule.region !== undefined) {
      const region = this.context(undefined).region(rule.region);
      if (region === undefined) {
        throw new LinkerScriptError(
          this.script.name,
          rule.line,
          `memory region "${rule.region}" is not declared in MEMORY`,
        );
      }
      dot = regionEnds.get(rule.region) ?? region.origin;
    }
    if (rule.address !== undefined) dot = this.value(rule.address, dot, first);
    if (rule.align !== undefined) {
      const align = Math.max(1, this.value(rule.align, dot, first));
      dot = Math.ceil(dot / align) * align;
    }
    const output = newOutput(rule.name);
    // Expressions inside see the section's address; its start moves up to the strictest input first.
    const selections = rule.contents.map((part) => (part.kind === 'input' ? this.select(part, matched) : []));
    let align = 1;
    selections.flat().forEach((input) => {
      matched.add(input);
      align = Math.max(align, 'section' in input ? input.section.align : input.align);
    });
    if (rule.address === undefined) dot = Math.ceil(dot / align) * align;
    output.address = dot >>> 0;
    output.align = align;
    const position = outputs.push(output) - 1;
    this.outputs = [
      ...outputs.slice(0, position),
      output,
      ...old.filter((o) => outputs.every((n) => n.name !== o.name)),
    ];
    let hasBytes = false;
    rule.contents.forEach((part, i) => {
      switch (part.kind) {
        case 'input':
          for (const input of selections[i]!) {
            const step = 'section' in input ? input.section.align : input.align;
            dot = Math.ceil(dot / step) * step;
            input.output = output;
            input.offset = dot - output.address;
            if ('section' in input) {
              output.pieces.push({ offset: input.offset, input });
              output.flags |=
                input.section.flags & ~(SectionFlag.group | SectionFlag.merge | SectionFlag.strings);
              output.alloc ||= (input.section.flags & SectionFlag.alloc) !== 0;
              if (input.section.type !== SectionType.nobits && input.section.size > 0) hasBytes = true;
              dot += input.section.size;
            } else {
              output.flags |= SectionFlag.alloc | SectionFlag.write;
              output.alloc = true;
              dot += input.size;
            }
          }
          break;
        case 'assign': {
          const value = this.value(part.value, dot, first);
          if (part.name === '.') {
            // Inside a section a small number counts from its start, as in GNU ld.
            dot = value < output.address && part.value.kind === 'number' ? output.address + value : value;
            if (dot > before) output.alloc ||= rule.region !== undefined;
          } else if (!part.provide || this.isWanted(part.name)) this.scriptSymbols.set(part.name, value);
          break;
        }
        case 'assert':
          if (!first && this.value(part.condition, dot, false) === 0) {
            this.failedAssertions.push(`${this.script.name}:${part.line}: ${part.message}`);
          }
          break;
        default:
          output.pieces.push({
            offset: dot - output.address,
            data: { size: part.size, value: this.value(part.value, dot, first) },
          });
          output.alloc = true;
          output.flags |= SectionFlag.alloc;
          hasBytes = true;
          dot += part.size;
      }
      output.size = Math.max(output.size, dot - output.address);
    });
    if (output.size > MAX_IMAGE || output.size < 0) {
      throw new LinkerScriptError(
        this.script.name,
        rule.line,
        `${rule.name} would have ${output.size} bytes`,
      );
    }
    output.nobits = !hasBytes || rule.noload;
    output.loadAddress =
      rule.loadAddress === undefined ? output.address : this.value(rule.loadAddress, dot, first);
    if (rule.region !== undefined) regionEnds.set(rule.region, dot);
    if (rule.loadRegion !== undefined && rule.loadRegion !== rule.region) {
      const region = this.context(undefined).region(rule.loadRegion);
      if (region === undefined) {
        throw new LinkerScriptError(
          this.script.name,
          rule.line,
          `memory region "${rule.loadRegion}" is not declared in MEMORY`,
        );
      }
      output.loadAddress = regionEnds.get(rule.loadRegion) ?? region.origin;
      regionEnds.set(rule.loadRegion, output.loadAddress + output.size);
    }
    return dot;
  }

  /** Inputs that a pattern matches and that are not placed yet, in order of the objects; sorted by name where asked. */
  private select(pattern: InputPattern, matched: ReadonlySet<Input | Common>): (Input | Common)[] {
    const excluded = (name: string, list: readonly RegExp[]): boolean =>
      list.some((e) => e.test(name) || e.test(baseName(name)));
    const result: (Input | Common)[] = [];
    const sorted = pattern.sections.some((s) => s.sort);
    for (const input of this.inputs) {
      if (matched.has(input)) continue;
      const { name } = input.object;
      if (!(pattern.file.test(name) || pattern.file.test(baseName(name))) || excluded(name, pattern.exclude))
        continue;
      const hit = pattern.sections.some(
        (s) => s.pattern.test(input.section.name) && !excluded(name, s.exclude),
      );
      if (hit) result.push(input);
    }
    if (sorted) {
      const nameOf = (input: Input | Common): string =>
        'section' in input ? input.section.name : input.name;
      result.sort((x, y) => (nameOf(x) < nameOf(y) ? -1 : nameOf(x) > nameOf(y) ? 1 : 0));
    }
    if (pattern.common)
      for (const common of this.commons.values()) if (!matched.has(common)) result.push(common);
    return result;
  }

  /** Sections that the script does not name: debugging sections keep theirs, loadable ones are errors. */
  private orphans(matched: ReadonlySet<Input | Common>, outputs: Output[]): void {
    const merged = new Map<string, Output>();
    const lost = new Set<string>();
    for (const input of this.inputs) {
      if (matched.has(input)) continue;
      const { section } = input;
      if ((section.flags & SectionFlag.alloc) !== 0) {
        if (section.size > 0) lost.add(`${section.name} of ${input.object.name}`);
        continue;
      }
      if (section.name === '.xtensa.info' || section.name.startsWith('.xt.')) continue;
      let output = merged.get(section.name);
      if (output === undefined) {
        output = newOutput(section.name);
        output.nobits = false;
        output.type = section.type;
        output.flags = section.flags & ~SectionFlag.group;
        output.entrySize = section.entrySize;
        merged.set(section.name, output);
        outputs.push(output);
      }
      output.size = Math.ceil(output.size / section.align) * section.align;
      input.output = output;
      input.offset = output.size;
      output.pieces.push({ offset: input.offset, input });
      output.size += section.size;
      output.align = Math.max(output.align, section.align);
    }
    this.lost = lost;
    for (const common of this.commons.values())
      if (!matched.has(common)) lost.add(`common symbol ${common.name}`);
  }

  private lost = new Set<string>();
  /** Of the last pass. */
  private failedAssertions: string[] = [];

  private checkRegions(): void {
    for (const name of this.lost) {
      this.error(
        `${this.script.name}: no output section takes ${name}; expected a pattern for it in SECTIONS`,
      );
    }
    const placed = this.outputs.filter((o) => o.alloc && o.size > 0).sort((x, y) => x.address - y.address);
    placed.forEach((output, i) => {
      const next = placed[i + 1];
      if (next !== undefined && output.address + output.size > next.address) {
        this.error(`${output.name} (${range(output)}) overlaps ${next.name} (${range(next)})`);
      }
      if (output.address + output.size > 0x1_0000_0000)
        this.error(`${output.name} ends beyond the address space`);
    });
    for (const statement of this.script.statements) {
      if (statement.kind !== 'section' || statement.region === undefined) continue;
      const output = this.outputs.find((o) => o.name === statement.name);
      const region = this.context(undefined).region(statement.region)!;
      if (output === undefined || output.size === 0) continue;
      const over = output.address + output.size - (region.origin + region.length);
      if (over > 0 || output.address < region.origin) {
        this.error(
          `${output.name} (${range(output)}) does not fit into region ${statement.region} of ${region.length} bytes` +
            (over > 0 ? `: ${over} bytes too many` : ''),
        );
      }
    }
  }

  private checkUndefined(): void {
    const missing: string[] = [];
    for (const [name, { object, weak }] of this.undefined) {
      if (weak || this.addressOfName(name) !== undefined) continue;
      missing.push(`undefined symbol ${name}, referenced in ${object.name}`);
    }
    for (const message of missing.slice(0, LISTED)) this.error(message);
    if (missing.length > LISTED) this.error(`and ${missing.length - LISTED} more undefined symbols`);
  }

  // --- addresses -----------------------------------------------------------------------------------------------------

  /** Address of a global name, undefined when nobody defines it. */
  private addressOfName(name: string): number | undefined {
    const definition = this.definitions.get(name);
    if (definition !== undefined) return this.addressInObject(definition.object, definition.symbol);
    const common = this.commons.get(name);
    if (common !== undefined) return ((common.output?.address ?? 0) + common.offset) >>> 0;
    return this.scriptSymbols.get(name) ?? this.options.resolve?.(name);
  }

  private addressInObject(object: ElfObject, symbol: ObjectSymbol): number | undefined {
    if (symbol.section === SectionIndex.absolute) return symbol.value;
    const section = object.sections[symbol.section];
    const input = section && this.inputOf.get(section);
    if (input?.output === undefined) return undefined;
    return (input.output.address + input.offset + symbol.value) >>> 0;
  }

  private addressOfSymbol(object: ElfObject, symbol: ObjectSymbol): number | undefined {
    if (symbol.binding === SymbolBinding.local) return this.addressInObject(object, symbol);
    return this.addressOfName(symbol.name);
  }

  // --- output --------------------------------------------------------------------------------------------------------

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
        this.warnings.push(`entry ${entryName} is not defined; the first code at ${hex(entry)} stands in`);
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
    for (const object of this.objects) {
      for (const symbol of object.symbols) {
        if (symbol.name === '' || symbol.type === SymbolType.section) continue;
        const local = symbol.binding === SymbolBinding.local;
        if (!local && (this.definitions.get(symbol.name)?.symbol !== symbol || named.has(symbol.name)))
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
    for (const name of this.undefined.keys()) {
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

function newOutput(name: string): Output {
  return {
    name,
    pieces: [],
    address: 0,
    loadAddress: 0,
    size: 0,
    align: 1,
    alloc: false,
    flags: 0,
    nobits: true,
    type: SectionType.progbits,
    entrySize: 0,
  };
}

const hex = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
const range = (output: Output): string => `${hex(output.address)} to ${hex(output.address + output.size)}`;

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
