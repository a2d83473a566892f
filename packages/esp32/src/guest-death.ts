import { STATE_INDEX, decode, hexAddress, walkCallChain, type Core } from '@xtal/xtensa';
import { causeName } from './guest-fault.js';
import { regionName } from './memory/memory-map.js';
import type { SymbolTable } from './symbols.js';

/** One step of a call chain: a guest address and what is known of it. */
export interface ChainEntry {
  /** Guest address: where the guest died for the first entry, return addresses behind it. */
  readonly address: number;
  /** Name of the function, where a symbol covers the address. */
  readonly name?: string | undefined;
  /** Bytes from the function's start. */
  readonly offset?: number | undefined;
}

/** What a guest died of. */
export interface DeathFacts {
  /** One line, as `LoadProhibited at 0x00000000`. */
  readonly reason: string;
  readonly coreId: number;
  /** EXCCAUSE, where an exception was the reason. */
  readonly cause?: number | undefined;
  /** Guest address of the instruction, or of the native function. */
  readonly pc: number;
  /** PS when it happened. */
  readonly ps: number;
  /** EXCVADDR, where memory was at fault. */
  readonly address?: number | undefined;
  /** a0 to a15. */
  readonly registers: readonly number[];
  readonly special: Readonly<Record<string, number>>;
  /** Innermost first. */
  readonly chain: readonly ChainEntry[];
}

const DEEPEST = 64;

/** The end of a guest that died: reason, registers, and a symbolised call chain. */
export class GuestDeath implements DeathFacts {
  readonly reason!: string;
  readonly coreId!: number;
  readonly cause!: number | undefined;
  readonly pc!: number;
  readonly ps!: number;
  readonly address!: number | undefined;
  readonly registers!: readonly number[];
  readonly special!: Readonly<Record<string, number>>;
  readonly chain!: readonly ChainEntry[];

  constructor(facts: DeathFacts) {
    Object.assign(this, facts);
  }

  /** Everything, in the manner of ESP-IDF's panic handler, several lines. */
  get message(): string {
    const lines = [`Guest died on core ${this.coreId}: ${this.reason}`, ''];
    const cells: [string, number][] = [
      ['PC', this.pc],
      ['PS', this.ps],
      ...this.registers.map((value, i): [string, number] => [`A${i}`, value]),
      ...Object.entries(this.special).map(([name, value]): [string, number] => [name.toUpperCase(), value]),
    ];
    for (let i = 0; i < cells.length; i += 4) {
      lines.push(
        cells
          .slice(i, i + 4)
          .map(([name, value]) => `${name.padEnd(8)}: ${hexAddress(value)}`)
          .join('  '),
      );
    }
    lines.push('', 'Call chain, innermost first:');
    for (const { address, name, offset } of this.chain) {
      const where =
        name !== undefined
          ? `${name}+0x${(offset ?? 0).toString(16)}`
          : (regionName(address) ?? 'nothing is there');
      lines.push(`  ${hexAddress(address)} ${where}`);
    }
    return lines.join('\n');
  }
}

/**
 * A chain with names. Return addresses are looked up one byte back: the call may be the function's last instruction.
 *
 * @param exact how many of the first addresses are instructions themselves, not return addresses
 */
export function symboliseChain(addresses: readonly number[], symbols: SymbolTable, exact = 1): ChainEntry[] {
  return addresses.map((address, i) => {
    const hit = symbols.lookup(i < exact ? address : address - 1);
    return { address, name: hit?.name, offset: hit && address - hit.address };
  });
}

const PS_EXCM = 0x10;
/** Window overflow and underflow vectors: the first bytes behind VECBASE. */
const WINDOW_VECTORS = 0x180;
/** Where all code of an ESP32 is: return addresses have the caller's frame size in these two bits. */
const CODE_REGION = 0x40000000;

/**
 * The chain of the code that raised an exception: a core in exception mode would not take its windows for live, a window
 * handler works in the window that it spills or fills, and a call into nothing has not reached its ENTRY.
 */
function callersAtException(core: Core, pc: number): number[] {
  const { state } = core;
  const ps = state[STATE_INDEX.PS]!;
  const windowBase = state[STATE_INDEX.WINDOWBASE]!;
  const inWindowHandler = diedInWindowHandler(core, pc);
  const callee = core.memory.isExecutable(pc) ? undefined : calleeLink(core, ps);
  state[STATE_INDEX.PS] = ps & ~PS_EXCM;
  if (inWindowHandler) state[STATE_INDEX.WINDOWBASE] = (ps >>> 8) & 15;
  const chain = walkCallChain(core, DEEPEST);
  state[STATE_INDEX.PS] = ps;
  state[STATE_INDEX.WINDOWBASE] = windowBase;
  if (inWindowHandler) chain.unshift(core.readSpecial('epc1') >>> 0);
  if (callee !== undefined) chain.unshift(callee);
  return chain;
}

/** May three bytes be fetched there? */
function isCode(core: Core, at: number): boolean {
  return core.memory.isExecutable(at) && core.memory.isExecutable(at + 2);
}

function diedInWindowHandler(core: Core, pc: number): boolean {
  return (core.ps & PS_EXCM) !== 0 && (pc - core.readSpecial('vecbase')) >>> 0 < WINDOW_VECTORS;
}

/** The return address that a CALLX4, 8 or 12 left for the function that it called, where such a call stands before it. */
function calleeLink(core: Core, ps: number): number | undefined {
  const quads = (ps >>> 16) & 3;
  if (quads === 0) return undefined;
  const link = core.getA(4 * quads) >>> 0;
  const returns = ((link & 0x3fffffff) | CODE_REGION) >>> 0;
  if (link >>> 30 !== quads || !isCode(core, returns - 3)) return undefined;
  const word = [0, 1, 2].reduce((all, i) => all | (core.memory.read8(returns - 3 + i) << (8 * i)), 0);
  return decode(word)?.name === `callx${4 * quads}` ? returns : undefined;
}

/** Takes down what a core looks like at its end. */
export function describeDeath(
  core: Core,
  symbols: SymbolTable,
  facts: {
    reason: string;
    pc: number;
    ps?: number;
    cause?: number | undefined;
    address?: number | undefined;
    callers?: readonly number[] | undefined;
  },
): GuestDeath {
  const callers = facts.callers ?? callersAtException(core, facts.pc);
  const exact = facts.callers === undefined && diedInWindowHandler(core, facts.pc) ? 2 : 1;
  return new GuestDeath({
    reason: facts.reason,
    coreId: core.id,
    cause: facts.cause,
    pc: facts.pc >>> 0,
    ps: facts.ps ?? core.ps,
    address: facts.address,
    registers: Array.from({ length: 16 }, (_, i) => core.getA(i) >>> 0),
    special: Object.fromEntries(
      ['sar', 'exccause', 'excvaddr', 'lbeg', 'lend', 'lcount', 'windowbase', 'windowstart'].map((name) => [
        name,
        core.readSpecial(name),
      ]),
    ),
    chain: symboliseChain([facts.pc >>> 0, ...callers], symbols, exact),
  });
}

/** A cause in one line: name, the address at fault, and what is there. */
export function describeCause(cause: number, pc: number, address: number): string {
  const isMemory = cause === 3 || cause === 9 || (cause >= 12 && cause <= 29);
  if (!isMemory) return causeName(cause);
  const at = cause === 2 || cause === 20 ? pc : address;
  return `${causeName(cause)} at ${hexAddress(at)} (${regionName(at) ?? 'nothing is there'})`;
}
