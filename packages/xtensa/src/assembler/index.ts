/**
 * Assembler for the ESP32's Xtensa LX6 in GNU as syntax.
 *
 * @packageDocumentation
 */
import { Assembler } from './assembler.js';
import { addDebugSections } from './debug-line.js';
import type { Diagnostic } from './diagnostics.js';
import { Emitter } from './emit.js';
import { AbortError } from './errors.js';
import { ExpressionError } from './expression.js';
import { Layout } from './layout.js';
import type { AssemblyOptions } from './options.js';
import { writeObject } from './object.js';
import { preprocess } from './preprocessor.js';

export type { AssemblyOptions } from './options.js';
export {
  DEFAULT_LIMITS,
  formatDiagnostic,
  type AssemblerLimits,
  type Diagnostic,
  type ExpansionStep,
} from './diagnostics.js';

/** A source text. Names that end in `.S` are preprocessed first. */
export interface AssemblySource {
  readonly name: string;
  readonly text: string;
}

/** What came out of an assembly. */
export interface Assembly {
  /** The relocatable object; undefined when there were errors. */
  readonly object: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Assembles sources into one relocatable ELF object, as `as a.s b.s` does: several sources are read one behind the
 * other. Never throws for what a source says: errors are diagnostics with file, line and column.
 */
export function assemble(sources: readonly AssemblySource[], options: AssemblyOptions = {}): Assembly {
  const a = new Assembler(options);
  let object: Uint8Array | undefined;
  guarded(a, () => {
    for (const source of sources) {
      const text = source.name.endsWith('.S') ? preprocess(a, source.name, source.text) : source.text;
      a.read(source.name, text);
    }
    a.finish();
    if (a.hasErrors) return;
    const layout = new Layout(a);
    layout.run();
    addDebugSections(a);
    object = writeObject(a, new Emitter(a, layout.evaluator, undefined));
  });
  return { object: a.hasErrors ? undefined : object, diagnostics: a.diagnostics };
}

/** A flat piece of code. */
export interface FlatAssembly {
  /** The bytes of `.text`; undefined when there were errors. */
  readonly bytes: Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Assembles one source for a fixed guest address and gives the bare bytes of its `.text`: every symbol must be defined
 * in it, and literals lie in the text (at `.literal_position`, otherwise at the start).
 */
export function assembleFlat(text: string, address: number, options: AssemblyOptions = {}): FlatAssembly {
  const a = new Assembler({ textSectionLiterals: true, debugLines: false, ...options });
  let bytes: Uint8Array | undefined;
  guarded(a, () => {
    a.read('source', text);
    a.finish();
    if (a.hasErrors) return;
    const layout = new Layout(a);
    layout.run();
    bytes = new Emitter(a, layout.evaluator, address >>> 0).contents(a.findSection('.text')!).data;
  });
  return { bytes: a.hasErrors ? undefined : bytes, diagnostics: a.diagnostics };
}

/** Runs a part of an assembly; what ends it early becomes a diagnostic. */
function guarded(a: Assembler, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AbortError) && !(error instanceof ExpressionError)) throw error;
    a.abort(error.message);
  }
}
