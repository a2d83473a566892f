import { decode, wordAt, type FlatMemory } from '@xtal/xtensa';
import { link } from './link/linker.js';
import type { LinkOptions } from './link/linked-program.js';
import type { LinkInput } from './link/resolve.js';
import { LinkError } from './link/link-error.js';
import type { LoadedImage } from './loader.js';
import type { Machine } from './machine.js';
import { EXTERNAL_WINDOWS, mapFlash } from './memory/memory-map.js';
import { romSymbols } from './rom-symbols.js';
import { START_CODE_ENTRY, START_CODE_SIZE, startCode, VECTORS_SIZE } from './start-code.js';
import type { GuestSymbol } from './symbols.js';

/** Where a linked program lies; guest addresses. What lies beyond is free for heaps. */
export interface ProgramLayout {
  /** VECBASE. */
  readonly vectors: number;
  /** xtal's start code, `end` exclusive. */
  readonly startCode: { readonly start: number; readonly end: number };
  /** First free address of IRAM behind code. */
  readonly iramEnd: number;
  /** First address of static data in DRAM. */
  readonly dramStart: number;
  /** First free address of DRAM behind data and stack. */
  readonly dramEnd: number;
  readonly stackBottom: number;
  readonly stackTop: number;
}

/** A linked program in guest memory. */
export interface LoadedProgram {
  readonly image: LoadedImage;
  readonly layout: ProgramLayout;
  readonly symbols: readonly GuestSymbol[];
  /** Where the core begins. */
  readonly start: number;
  readonly threadPointer: number;
}

const IRAM_START = 0x4008_0000;
const IRAM_END = 0x400a_0000;
/** ESP-IDF's static data: 0x2C200 bytes from here (facts/heap §4.3). */
const DRAM_START = 0x3ffb_0000;
const DRAM_END = 0x3ffd_c200;
/** Half of IRAM: the rest stays for heaps, as in a typical ESP-IDF program. */
const IRAM_TEXT_LIMIT = 0x1_0000;
/** Entry points, best first. */
const ENTRIES = ['_start', 'app_main', 'main'];

/** Whether a function rotates the register window: those of the call0 ABI do not. */
export function beginsWithEntry(memory: FlatMemory, address: number): boolean {
  return (
    memory.isExecutable(address) &&
    memory.isExecutable(address + 2) &&
    decode(wordAt(memory.copyOut(address, 3), 0))?.name === 'entry'
  );
}

/** Links files and puts the program into the machine's memory. Registers are left alone. */
export function linkProgram(machine: Machine, files: readonly LinkInput[], stackSize: number): LoadedProgram {
  if (files.length === 0) throw new LinkError({ object: '' }, 'no files to link');
  const stack = Math.ceil(stackSize / 16) * 16;
  const start = IRAM_START + VECTORS_SIZE;
  const rom = new Map(romSymbols().map(({ name, address }) => [name, address]));
  const isVariable = (address: number): boolean => address < 0x4000_0000;
  const options: LinkOptions = {
    regions: {
      iram: { start: start + START_CODE_SIZE, end: IRAM_END },
      irom: { start: EXTERNAL_WINDOWS.irom.start + 0x20, end: EXTERNAL_WINDOWS.irom.end },
      dram: { start: DRAM_START, end: DRAM_END },
      drom: { start: EXTERNAL_WINDOWS.drom.start + 0x20, end: EXTERNAL_WINDOWS.drom.end },
      rtcFast: { start: 0x400c_0000, end: 0x400c_2000 },
      rtcSlow: { start: 0x5000_0000, end: 0x5000_2000 },
    },
    iramTextLimit: IRAM_TEXT_LIMIT,
    dramLimit: DRAM_END - DRAM_START - stack,
    stackSize: stack,
    entries: ENTRIES,
    resolveNative: (name) => machine.natives.address(name),
    // Functions of the ROM are there only when the ROM is; its variables always have their place.
    resolveAbsolute: (name) => {
      const address = rom.get(name === '_impure_ptr' ? '_global_impure_ptr' : name);
      return address !== undefined && (isVariable(address) || machine.hasRom) ? address : undefined;
    },
  };
  const program = link(files, options);
  const { memory } = machine;
  for (const { address, data, memorySize } of program.segments) {
    mapFlash(memory, address, memorySize);
    memory.copyIn(address, data);
    memory.fill(address + data.length, memorySize - data.length, 0);
  }
  for (const { name, address } of program.nativeAliases) machine.natives.bindAt(name, address);
  const { entry, constructors } = program;
  memory.copyIn(
    start,
    startCode({
      address: start,
      entry: entry.address,
      constructors,
      returnsCode: entry.name === 'main',
      windowed: beginsWithEntry(memory, entry.address),
    }),
  );
  const codeEnd = start + START_CODE_SIZE;
  const ownSymbols: GuestSymbol[] = [
    {
      name: '_xtal_vectors',
      address: IRAM_START,
      size: VECTORS_SIZE,
      kind: 'function',
      local: true,
      object: 'xtal',
    },
    {
      name: '_xtal_start',
      address: start,
      size: START_CODE_SIZE,
      kind: 'function',
      local: true,
      object: 'xtal',
    },
  ];
  return {
    image: {
      name: files.map(({ name }) => name).join(' '),
      entry: entry.address,
      sections: program.sections,
      loadBias: 0,
    },
    layout: {
      vectors: IRAM_START,
      startCode: { start, end: codeEnd },
      iramEnd: program.ends.iram,
      dramStart: DRAM_START,
      dramEnd: program.ends.dram,
      stackBottom: program.stack.start,
      stackTop: program.stack.end,
    },
    symbols: [...program.symbols, ...ownSymbols],
    start: entry.name === '_start' ? entry.address : start + START_CODE_ENTRY,
    threadPointer: program.threadPointer,
  };
}
