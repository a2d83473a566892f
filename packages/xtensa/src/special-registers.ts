/** Special and user registers whose reading or writing does more than moving a word. */
import type { Core } from './core.js';
import { EDGE_MASK, SOFTWARE_MASK, TIMER_INTERRUPTS } from './interrupts.js';
import { SPECIAL_REGISTER_ROWS, USER_REGISTER_ROWS } from './isa/index.js';
import { STATE_INDEX, STATE_MASK, type StateWord } from './semantics/states.js';

const CONFIGID0 = 0xc2bcfffe;
const CONFIGID1 = 0x1cc5fe96;
/** Processor identity of PRO and APP. */
const PRID = [0xcdcd, 0xabab];

const NUMBER: ReadonlyMap<string, number> = new Map([
  ...SPECIAL_REGISTER_ROWS.map((row): [string, number] => [row.name.split('/')[0]!, row.number]),
  ['intset', 226],
]);
const NAME: ReadonlyMap<number, string> = new Map(
  SPECIAL_REGISTER_ROWS.map((row): [number, string] => [row.number, row.name.split('/')[0]!]),
);
const USER: ReadonlySet<string> = new Set(USER_REGISTER_ROWS.map((row) => row.name));

/** Value of a special register by its number (RSR). */
export function readRegister(core: Core, number: number): number {
  switch (NAME.get(number)) {
    case 'ccount':
      return core.ccountAtIssue();
    case 'interrupt':
      core.updateTimers();
      return core.state[STATE_INDEX.INTERRUPT]!;
    case 'icount':
      return core.state[STATE_INDEX.ICOUNT]!;
    case 'prid':
      return PRID[core.id]!;
    case 'configid0':
      return CONFIGID0;
    case 'configid1':
      return CONFIGID1;
    default:
      return core.state[STATE_INDEX[NAME.get(number)!.toUpperCase() as StateWord]]!;
  }
}

/** Writes a special register by its number (WSR). */
export function writeRegister(core: Core, number: number, value: number): void {
  const { state } = core;
  const name = NAME.get(number)!;
  const word = name.toUpperCase() as StateWord;
  switch (name) {
    case 'lend':
      state[STATE_INDEX.LEND] = value;
      core.code.addLoopEnd(value);
      core.stale = true;
      return;
    case 'ibreakenable':
    case 'ibreaka0':
    case 'ibreaka1': {
      const masked = value & (STATE_MASK[word] ?? -1);
      if (state[STATE_INDEX[word]] === masked) return;
      state[STATE_INDEX[word]] = masked;
      core.codeChanged();
      return;
    }
    case 'dbreaka0':
    case 'dbreaka1':
    case 'dbreakc0':
    case 'dbreakc1':
      state[STATE_INDEX[word]] = value & (STATE_MASK[word] ?? -1);
      core.protectionChanged();
      core.requestExit();
      return;
    case 'interrupt': // INTSET
      core.updateTimers();
      state[STATE_INDEX.INTERRUPT]! |= value & SOFTWARE_MASK;
      core.statusChanged();
      return;
    case 'intclear':
      core.updateTimers();
      state[STATE_INDEX.INTERRUPT]! &= ~(value & (EDGE_MASK | SOFTWARE_MASK));
      return;
    case 'intenable':
      core.updateTimers();
      state[STATE_INDEX.INTENABLE] = value;
      core.statusChanged();
      core.requestExit();
      return;
    case 'ccount': {
      core.updateTimers();
      // The new value is seen by an instruction that issues one cycle after the write's own.
      const shift = (value >>> 0) - (core.ccountAtIssue() >>> 0);
      core.ccountOffset = (((core.ccountOffset + shift) % 2 ** 32) + 2 ** 32) % 2 ** 32;
      for (let i = 0; i < 3; i++) setTimer(core, i);
      core.requestExit();
      return;
    }
    case 'ccompare0':
    case 'ccompare1':
    case 'ccompare2': {
      const timer = number - 240;
      core.updateTimers();
      state[STATE_INDEX.CCOMPARE0 + timer] = value;
      state[STATE_INDEX.INTERRUPT]! &= ~(1 << TIMER_INTERRUPTS[timer]!);
      setTimer(core, timer);
      core.requestExit();
      return;
    }
    case 'icountlevel':
      state[STATE_INDEX.ICOUNTLEVEL] = value & 15;
      core.requestExit();
      return;
    case 'mmid':
    case 'configid0':
    case 'configid1':
    case 'prid':
    case 'litbase':
      return;
    default: {
      const mask = STATE_MASK[word];
      state[STATE_INDEX[word]] = mask === undefined ? value : value & mask;
    }
  }
}

/** The timer fires when CCOUNT next becomes CCOMPARE; equality now counts only after a full round. */
function setTimer(core: Core, timer: number): void {
  const distance = (core.state[STATE_INDEX.CCOMPARE0 + timer]! - core.ccount) >>> 0;
  core.timerAt[timer] = core.cycles + (distance === 0 ? 2 ** 32 : distance);
}

/** Register by name, for the host. */
export function readRegisterByName(core: Core, name: string): number {
  if (/^m[0-3]$/.test(name)) return core.mr[Number(name[1])]! >>> 0;
  if (name === 'fsr') return core.fpu.flags;
  if (name === 'ccount') return core.ccount;
  if (USER.has(name)) return core.state[STATE_INDEX[name.toUpperCase() as StateWord]]! >>> 0;
  const number = NUMBER.get(name);
  if (number === undefined || name === 'mmid' || name === 'intclear' || name === 'litbase')
    throw new RangeError(`no readable special or user register is named "${name}"`);
  return readRegister(core, number) >>> 0;
}

/** Register by name, for the host: also those that the guest can only read word by word. */
export function writeRegisterByName(core: Core, name: string, value: number): void {
  const { state } = core;
  if (/^m[0-3]$/.test(name)) core.mr[Number(name[1])] = value;
  else if (name === 'fsr') core.fpu.flags = value & 0xf80;
  else if (name === 'fcr') {
    state[STATE_INDEX.FCR] = value & 0x7f;
    core.fpu.mode = value & 3;
  } else if (name === 'acchi') state[STATE_INDEX.ACCHI] = (value << 24) >> 24;
  else if (USER.has(name)) state[STATE_INDEX[name.toUpperCase() as StateWord]] = value;
  else {
    const number = NUMBER.get(name);
    if (number === undefined) throw new RangeError(`no special or user register is named "${name}"`);
    writeRegister(core, number, value);
  }
}
