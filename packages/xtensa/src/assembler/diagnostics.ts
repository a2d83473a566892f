/** One step of a macro's expansion, innermost first: where a macro was called. */
export interface ExpansionStep {
  /** Macro's name, or the directive that repeats (`.rept`, `.irp`, `.irpc`). */
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** Something the assembler or linker has to say about the sources. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly file: string;
  /** From 1; 0 where no line can be named. */
  readonly line: number;
  /** From 1; 0 where no column can be named. Inside a macro it counts in the expanded line. */
  readonly column: number;
  /** The line as it was assembled, after macro arguments were put in. */
  readonly source: string;
  /** Empty outside macros. */
  readonly expansion: readonly ExpansionStep[];
}

/** `file:line:column: error: message`, the expanded line where a macro made it, and where the macros were called. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, message, source, expansion } = diagnostic;
  const place = line === 0 ? file : column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
  let text = `${place}: ${severity}: ${message}`;
  if (source !== '') {
    text += `\n    ${source}`;
    if (column > 0) text += `\n    ${source.slice(0, column - 1).replace(/[^\t]/g, ' ')}^`;
  }
  for (const step of expansion)
    text += `\n  in the expansion of ${step.name}, called at ${step.file}:${step.line}`;
  return text;
}

/** Bounds of an assembly: hostile sources end with a diagnostic, never with an exhausted host. */
export interface AssemblerLimits {
  /** Macros, repetitions and included files inside each other. */
  readonly nesting: number;
  /** Statements in all, expanded ones included. */
  readonly statements: number;
  /** Characters of expanded macro text in all. */
  readonly expandedText: number;
  /** Characters read in all; repeated text counts every time. */
  readonly readText: number;
  /** Bytes of output over all sections. */
  readonly outputBytes: number;
  /** Errors after which the rest is not looked at. */
  readonly errors: number;
}

export const DEFAULT_LIMITS: AssemblerLimits = {
  nesting: 200,
  statements: 5_000_000,
  expandedText: 64 * 1024 * 1024,
  readText: 256 * 1024 * 1024,
  outputBytes: 64 * 1024 * 1024,
  errors: 100,
};
