/** The list of commands. A command's code is loaded only when it is called, so that every start is quick. */
import type { Command } from '../command.js';

/** Name, one-line summary and loader of a command. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'run',
    summary: 'run firmware, objects, assembly sources or NodeMCU Lua scripts',
    load: async () => (await import('./run.js')).run,
  },
  {
    name: 'repl',
    summary: "NodeMCU's console, interactive",
    load: async () => (await import('./repl.js')).repl,
  },
  {
    name: 'disasm',
    summary: 'disassemble an ELF file, an object, or bytes',
    load: async () => (await import('./disasm.js')).disasm,
  },
  {
    name: 'asm',
    summary: 'assemble and link sources and objects to an ELF file',
    load: async () => (await import('./asm.js')).asm,
  },
  {
    name: 'timing',
    summary: 'print the cycle model: every parameter and how sure it is',
    load: async () => (await import('./timing.js')).timing,
  },
  {
    name: 'demo',
    summary: 'find the leak of a NodeMCU script (what npm start runs)',
    load: async () => (await import('./demo.js')).demo,
  },
  {
    name: 'conformance',
    summary: 'compare the code with golden vectors',
    load: async () => (await import('./conformance.js')).conformance,
  },
  {
    name: 'replay',
    summary: 'feed an allocation trace to allocator models',
    load: async () => (await import('./replay.js')).replay,
  },
  {
    name: 'workload',
    summary: 'write a synthetic allocation trace',
    load: async () => (await import('./workload.js')).workload,
  },
  {
    name: 'heap',
    summary: 'analyse a recorded heap trace: leaks, peak, top, who, diff, map, export',
    load: async () => (await import('./heap.js')).heap,
  },
  {
    name: 'report',
    summary: 'draw a recorded heap trace as one HTML page',
    load: async () => (await import('./report.js')).report,
  },
];
