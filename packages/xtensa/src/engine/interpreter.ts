/**
 * The interpreter: its JavaScript is generated from the semantics, for exact timing and for one cycle an instruction.
 *
 * The main loop has a case for each frequent instruction; everything else goes through `Core.slow` to an out-of-line
 * function, generated when its instruction is first executed. V8 does not optimise functions of more than 60 KB of
 * bytecode; the main loop stays below half of that.
 */
import { INSTRUCTIONS } from '../isa/index.js';
import type { Core } from '../core.js';
import { SEMANTICS } from '../semantics/index.js';
import { PS_EXCM, STATE_INDEX } from '../semantics/states.js';
import { TIMING_CLASSES } from '../timing/classes.js';
import type { TimingValues } from '../timing/parameters.js';
import { generateInstruction, LIMIT_EXPRESSION, WINDOW_LIMITS } from './generate.js';
import {
  HOT_LIMIT,
  instructionIdOf,
  OP_COUNT,
  OP_FETCH_FAULT,
  OP_GOTO,
  OP_IBREAK,
  OP_ILLEGAL,
  OP_LOOP_END,
  OP_MASK,
  OP_NATIVE,
  OP_UNVERIFIED,
  OP_WATCH,
  RECORD_LINK,
  RECORD_PC,
} from './opcodes.js';

/** Executes the instruction of a record; returns the next record, or -1 when the run loop has to act. */
export type OutOfLine = (core: Core, record: number) => number;

export interface Interpreter {
  /** Runs from record `core.record` until something needs the run loop. */
  readonly run: (core: Core) => void;
  readonly functions: OutOfLine[];
}

/** High word of the unsigned product. */
export function mulhu(a: number, b: number): number {
  const low = a & 0xffff;
  const high = a >>> 16;
  const lowB = b & 0xffff;
  const highB = b >>> 16;
  const middle = high * lowB + ((low * lowB) >>> 16);
  const cross = (middle % 0x10000) + low * highB;
  return (high * highB + Math.floor(middle / 0x10000) + Math.floor(cross / 0x10000)) | 0;
}

/** High word of the signed product. */
export function mulhs(a: number, b: number): number {
  return (mulhu(a, b) - (a < 0 ? b : 0) - (b < 0 ? a : 0)) | 0;
}

function code(op: number, timing: TimingValues | undefined, inline: boolean): string {
  const id = instructionIdOf(op);
  return generateInstruction({
    instruction: INSTRUCTIONS[id]!,
    semantics: SEMANTICS[id]!,
    timingClass: TIMING_CLASSES[id]!,
    timing,
    inline,
  });
}

/** Cycles by which one instruction may pass the deadline test of an inline case. */
function margin(timing: TimingValues | undefined): number {
  if (timing === undefined) return 1;
  return 2 + timing.taken + timing.straddle + timing.loopFirst;
}

function mainLoop(timing: TimingValues | undefined): string {
  const S = (name: keyof typeof STATE_INDEX): string => `S[${STATE_INDEX[name]}]`;
  const count = timing === undefined ? 'now' : 'n';
  const load =
    `O=c.code.records;E=c.code.entries;C=c.pageClass;W=${S('WINDOWBASE')}<<2;now=c.now;pend=c.pend;n=c.n;` +
    `lim=c.limit;dl=c.deadline-${margin(timing)};`;
  const loopBack = timing === undefined ? '' : `now+=${S('LOOPARM')};${S('LOOPARM')}=0;`;
  const cases: string[] = [
    `case ${OP_LOOP_END}:{` +
      `if(${S('LEND')}===O[p+${RECORD_PC}]&&${S('LCOUNT')}!==0&&(${S('PS')}&${PS_EXCM})===0){` +
      `const q=O[p+${RECORD_LINK}];if(q===0||now>=dl||O[p+1]!==${S('LBEG')})break;` +
      `${S('LCOUNT')}=${S('LCOUNT')}-1|0;${loopBack}p=q;}else p+=8;${count}--;continue;}`,
    `case ${OP_GOTO}:{const q=O[p+${RECORD_LINK}];if(q===0)break;${count}--;p=q;continue;}`,
  ];
  // Narrow and wide forms mostly come to the same text; one case serves them all.
  const byText = new Map<string, number[]>();
  for (let op = 2; op < HOT_LIMIT; op++) {
    const text = code(op, timing, true);
    byText.set(text, [...(byText.get(text) ?? []), op]);
  }
  for (const [text, ops] of byText) cases.push(`${ops.map((op) => `case ${op}:`).join('')}{${text}}`);
  const { body, names } = shareLocals(cases.join('\n'));
  return (
    `return function run(c){` +
    `const A=c.ar,S=c.state,F=c.fr,M=c.mr,R=c.ready,fp=c.fpu,T=c.code.slots;` +
    `const g=c.memory,M8=g.u8,M16=g.u16,I16=g.i16,M32=g.i32,B=g.base|0;` +
    `let O,E,C,W,now,pend,n,lim,dl,p=c.record,${names.map((name) => `${name}=0`).join()};${load}` +
    `for(;;){const op=O[p];${count}++;` +
    `if(op<lim)switch(op&${OP_MASK}){${body}\ndefault:break;}` +
    `c.now=now;c.pend=pend;c.n=n;c.limit=lim;p=c.slow(op,p);if(p<0)return;${load}}}`
  );
}

/**
 * Makes the locals of all cases the same few variables of the function. V8 gives each block's own a register of the
 * whole function, and a frame of hundreds of them costs on every entry.
 */
function shareLocals(text: string): { body: string; names: string[] } {
  const names = new Set<string>();
  const body = text.replace(/\b(?:const|let) (\w+)=/g, (_, name: string) => {
    names.add(name);
    return `${name}=`;
  });
  return { body, names: [...names] };
}

function outOfLine(op: number, timing: TimingValues | undefined): string {
  return (
    `return function(c,p){const A=c.ar,S=c.state,F=c.fr,M=c.mr,R=c.ready,fp=c.fpu,O=c.code.records;` +
    `let W=S[${STATE_INDEX.WINDOWBASE}]<<2;${code(op, timing, false)}}`
  );
}

// The dynamic sources are made from constant tables only; nothing of the guest enters them.
function compile<T>(source: string, name: string): T {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const make = new Function('LT', 'mulhu', 'mulhs', `${source}\n//# sourceURL=xtal-${name}.js`) as (
    ...args: unknown[]
  ) => T;
  return make(WINDOW_LIMITS, mulhu, mulhs);
}

function build(timing: TimingValues | undefined): Interpreter {
  const variant = timing === undefined ? 'off' : 'exact';
  const functions: OutOfLine[] = [];
  for (let op = 0; op < OP_COUNT; op++) {
    functions[op] = (core, record) => {
      const made = compile<OutOfLine>(
        outOfLine(op, timing),
        `${variant}-${INSTRUCTIONS[instructionIdOf(op)]!.name}`,
      );
      functions[op] = made;
      return made(core, record);
    };
  }
  functions[OP_LOOP_END] = (c, p) => c.loopEnd(p);
  functions[OP_GOTO] = (c, p) => c.goTo(p);
  functions[OP_WATCH] = (c, p) => c.runWatch(p);
  functions[OP_NATIVE] = (c, p) => c.runNative(p);
  functions[OP_IBREAK] = (c, p) => c.instructionBreak(p);
  functions[OP_FETCH_FAULT] = (c, p) => c.fetchFault(p);
  functions[OP_ILLEGAL] = (c, p) => c.raise(0, c.code.records[p + RECORD_PC]!);
  functions[OP_UNVERIFIED] = (c, p) => c.unverified(p);
  return { run: compile(mainLoop(timing), `interpreter-${variant}`), functions };
}

// Pure functions of the timing values, kept because building them takes milliseconds; not state.
const interpreters = new Map<string, Interpreter>();

/** The interpreter for a set of timing values, or for one cycle an instruction. */
export function interpreterFor(timing: TimingValues | undefined): Interpreter {
  const key = timing === undefined ? '' : JSON.stringify(timing);
  let interpreter = interpreters.get(key);
  if (interpreter === undefined) {
    interpreter = build(timing);
    interpreters.set(key, interpreter);
  }
  return interpreter;
}

export { LIMIT_EXPRESSION };
