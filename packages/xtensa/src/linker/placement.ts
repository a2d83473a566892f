/** Where everything goes: output sections, addresses and symbols as the script says. */
import { SectionFlag, SectionType } from '../elf/index.js';
import { evaluateScript, type ScriptContext } from './evaluate.js';
import { LinkInputs, type Common, type Input, type Output } from './inputs.js';
import {
  LinkerScriptError,
  type GlobPattern,
  type InputPattern,
  type LinkerScript,
  type OutputSectionRule,
  type ScriptExpression,
} from './script.js';
import { hexAddress } from '../hex.js';

/** Largest output section. */
const MAX_IMAGE = 64 * 1024 * 1024;

/** Section names compared with patterns, over all passes. */
const MAX_MATCHES = 100_000_000;
/** Bytes of all output sections together. */
const MAX_TOTAL = 256 * 1024 * 1024;

/** Places sections by a linker script. */
export class Placement extends LinkInputs {
  protected outputs: Output[] = [];
  protected script!: LinkerScript;
  private matches = 0;

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

  protected place(first: boolean): void {
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
    const { undefined: missing, definitions } = this.resolution;
    return (missing.has(name) || this.scriptSymbols.has(name)) && !definitions.has(name);
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
    const excluded = (name: string, list: readonly GlobPattern[]): boolean =>
      list.some((e) => e.test(name) || e.test(baseName(name)));
    const result: (Input | Common)[] = [];
    const sorted = pattern.sections.some((s) => s.sort);
    this.matches += this.inputs.length * (pattern.sections.length + 1);
    if (this.matches > MAX_MATCHES) {
      throw new LinkerScriptError(
        this.script.name,
        1,
        `patterns times sections are more than ${MAX_MATCHES}`,
      );
    }
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

  protected lost = new Set<string>();
  /** Of the last pass. */
  protected failedAssertions: string[] = [];

  protected checkRegions(): void {
    const total = this.outputs.reduce((sum, o) => sum + (o.nobits ? 0 : o.size), 0);
    if (total > MAX_TOTAL) this.error(`the program has ${total} bytes, expected at most ${MAX_TOTAL}`);
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

const range = (output: Output): string =>
  `${hexAddress(output.address)} to ${hexAddress(output.address + output.size)}`;

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
