import { encode, instruction, storeWord, type FlatMemory } from '@xtal/xtensa';
import { romSymbols } from './rom-symbols.js';

/** newlib's per-thread structure and what else native functions keep in guest memory; guest addresses. */
export interface Reent {
  /** `struct _reent`. */
  readonly address: number;
  readonly errno: number;
  /** FILE pointers of the standard streams. */
  readonly stdin: number;
  readonly stdout: number;
  readonly stderr: number;
  /** Where strtok goes on. */
  readonly strtok: number;
  /** State of rand, 64 bits. */
  readonly random: number;
}

/** In the ROM's data area of SRAM2, which heaps and programs leave alone; the part that only the ROM's SDIO slave uses. */
const REENT_ADDRESS = 0x3ffa_e400;
const REENT_SIZE = 0x100;
/** `_global_impure_ptr` of the ROM: where `_impure_ptr` of programs points. */
const IMPURE_POINTER = 0x3ffa_e0b0;
/** `__ctype_ptr__` and `_ctype_` of the ROM: character classes for isalpha and its kin. */
const CTYPE_POINTER = 0x3ff9_6350;
const CTYPE_TABLE = 0x3ff9_6354;

/** Puts an empty `struct _reent` with its three streams into guest memory. */
export function createReent(memory: FlatMemory): Reent {
  const address = REENT_ADDRESS;
  const reent: Reent = {
    address,
    errno: address,
    stdin: address + 0x80,
    stdout: address + 0x90,
    stderr: address + 0xa0,
    strtok: address + 0x40,
    random: address + 0x48,
  };
  memory.fill(address, REENT_SIZE, 0);
  // newlib: int _errno; FILE *_stdin, *_stdout, *_stderr.
  memory.write32(address + 4, reent.stdin);
  memory.write32(address + 8, reent.stdout);
  memory.write32(address + 12, reent.stderr);
  memory.write32(reent.random, 1);
  return reent;
}

/** The few ROM variables and tables that compiled programs read themselves. */
export function initialiseRomData(memory: FlatMemory, reent: Reent): void {
  memory.write32(IMPURE_POINTER, reent.address);
  memory.write32(CTYPE_POINTER, CTYPE_TABLE);
  for (let c = 0; c < 128; c++) memory.write8(CTYPE_TABLE + 1 + c, characterClass(c));
}

/** newlib's ctype.h: _U 1, _L 2, _N 4, _S 8, _P 16, _C 32, _X 64, _B 128. */
function characterClass(c: number): number {
  const character = String.fromCharCode(c);
  if (c < 0x20 || c === 0x7f) return 32 | (c >= 9 && c <= 13 ? 8 : 0);
  if (c === 0x20) return 8 | 128;
  if (/[0-9]/.test(character)) return 4;
  if (/[A-Z]/.test(character)) return 1 | (c <= 0x46 ? 64 : 0);
  if (/[a-z]/.test(character)) return 2 | (c <= 0x66 ? 64 : 0);
  return 16;
}

/** Where the ROM's code lies. */
export const ROM_CODE = { start: 0x4000_0400, end: 0x4007_0000 } as const;

/**
 * Puts a SIMCALL at the entry of every ROM function. Those that a native function serves never come to execute it; the
 * others end the run with their name instead of an illegal instruction in an empty ROM.
 */
export function fillRomFunctions(memory: FlatMemory): void {
  const simcall = new Uint8Array(3);
  storeWord(simcall, 0, encode(instruction('simcall'), []), 3);
  for (const { address } of romSymbols())
    if (address >= ROM_CODE.start && address < ROM_CODE.end) memory.copyIn(address, simcall);
}
