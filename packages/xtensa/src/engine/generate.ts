/**
 * Back end of the semantics that writes JavaScript: one case of the interpreter's switch (inline), or one function
 * (out of line) for each instruction.
 *
 * An inline case does only what is frequent. Before any effect it leaves by `break` for everything else (slow memory, a
 * fault, a target not decoded yet, a deadline), and the same instruction is then executed out of line from its beginning.
 * Out-of-line functions `(c, p) => next record or -1` are complete.
 *
 * Names in generated code: p record, O records, A/F/M/R address, float, MAC16 registers and ready times, S state words,
 * W = 4 * WINDOWBASE, C page classes, E/T entries and slots, M8.. views of memory, B its base, lim window limit,
 * now/pend/dl scoreboard clock, latest ready time, deadline; n counts instructions (exact timing; else `now` does).
 */
import type { Instruction } from '../isa/index.js';
import type { Expression, Semantics, Statement } from '../semantics/ir.js';
import { PS_CALLINC_SHIFT, PS_EXCM, PS_WOE, STATE_INDEX, type StateWord } from '../semantics/states.js';
import {
  READY_ACCHI,
  READY_ACCLO,
  READY_BR,
  READY_FR,
  READY_MR,
  type TimingClass,
} from '../timing/classes.js';
import type { TimingValues } from '../timing/parameters.js';
import { OP_BITS, RECORD_LINK, RECORD_PC, RECORD_STRADDLE } from './opcodes.js';

const S = (name: StateWord): string => `S[${STATE_INDEX[name]}]`;

/** Expression of the window limit from PS, WINDOWSTART and W; see `WINDOW_LIMITS`. */
export const LIMIT_EXPRESSION =
  `((${S('PS')}&${PS_WOE | PS_EXCM})===${PS_WOE}` +
  `?LT[((${S('WINDOWSTART')}|${S('WINDOWSTART')}<<16)>>>((W>>2)+1))&7]:${1 << 30})`;

/**
 * By WINDOWSTART bits of the next three quads: records whose op word reaches the limit use a quad that belongs to
 * another frame.
 */
export const WINDOW_LIMITS: Int32Array = Int32Array.from([1 << 30, 1, 2, 1, 3, 1, 2, 1], (d) =>
  d === 1 << 30 ? d : d << OP_BITS,
);

export interface GenerateOptions {
  readonly instruction: Instruction;
  readonly semantics: Semantics;
  readonly timingClass: TimingClass;
  /** Undefined: one cycle an instruction. */
  readonly timing: TimingValues | undefined;
  readonly inline: boolean;
}

const FLOAT_CALL: Partial<Record<string, (a: readonly string[]) => string>> = {
  fadd: (a) => `fp.add(${a.join()})`,
  fsub: (a) => `fp.sub(${a.join()})`,
  fmul: (a) => `fp.mul(${a.join()})`,
  fmadd: (a) => `fp.madd(${a.join()},false)`,
  fmsub: (a) => `fp.madd(${a.join()},true)`,
  fmaddn: (a) => `fp.maddn(${a.join()})`,
  fcompare: (a) => `fp.compare(${a.join()})`,
  ftoint: (a) => `fp.toInteger(${a.join()})`,
  ftouint: (a) => `fp.toUnsigned(${a.join()})`,
  ffromint: (a) => `fp.fromInteger(${a.join()})`,
  ffromuint: (a) => `fp.fromInteger(${a[0]}>>>0,${a[1]})`,
  fdiv0: (a) => `fp.div0(${a[0]})`,
  fsqrt0: (a) => `fp.sqrt0(${a[0]})`,
  frecip0: (a) => `fp.recip0(${a[0]})`,
  frsqrt0: (a) => `fp.rsqrt0(${a[0]})`,
  fnexp01: (a) => `fp.nexp01(${a[0]})`,
  // The adjustment carries the exact result through the sequence: see docs/fidelity/isa.md.
  fmkdadj: (a) => `fp.div(${a[1]},${a[0]})`,
  fmksadj: (a) => `fp.sqrt(${a[0]})`,
  faddexp: (a) => a[0]!,
  faddexpm: (a) => a[1]!,
  fdivn: (a) => a[0]!,
};

const CORE_CALL: Partial<Record<string, string>> = {
  readSpecial: 'readNumber',
  writeSpecial: 'writeNumber',
  readExternal: 'readExternal',
  writeExternal: 'writeExternal',
  writeTlb: 'writeTlb',
  readTlb: 'readTlb',
  readImpwire: 'readImpwire',
  simcall: 'simcall',
  wait: 'sleep',
};

/** Operations after which the run loop may have to act (interrupts, timers, stale code, stop). */
const NEEDS_FINISH = new Set(['writeSpecial', 'writeTlb', 'writeExternal', 'simcall', 'wait']);
/** Operations that must see the instruction as completed. */
const COMPLETES_FIRST = new Set(['simcall', 'wait']);

const isEffect = (statement: Statement): boolean =>
  statement.kind.startsWith('set') || statement.kind === 'rotate' || statement.kind === 'store';

class Generator {
  private readonly lines: string[] = [];
  private readonly prologue = new Map<string, string>();
  private rotated = false;
  private windowChanged = false;
  private statusChanged = false;
  private finish = false;
  private accesses = false;
  private completed = false;
  private clearsMerged = false;
  private waitEmitted = false;
  private readonly now: string;
  private readonly pend: string;

  constructor(private readonly o: GenerateOptions) {
    this.now = o.inline ? 'now' : 'c.now';
    this.pend = o.inline ? 'pend' : 'c.pend';
  }

  generate(): string {
    const { instruction, semantics, inline } = this.o;
    if (instruction.reads.includes('CPENABLE') && !/^[rwx]sr/.test(instruction.name))
      this.emit(`if((${S('CPENABLE')}&1)===0)${this.raise('32')}`);
    if (inline && instruction.name === 'entry') this.emit('if(now>=dl)break;');
    const { statements } = semantics;
    if (!statements.some((s) => s.kind === 'useQuads')) this.wait();
    this.statements(statements, true);
    const last = statements.at(-1);
    if (last === undefined || !['jump', 'raise'].includes(last.kind)) this.end();
    const names = [...this.prologue].map(([name, value]) => `const ${name}=${value};`).join('');
    return names + this.lines.join('');
  }

  private emit(line: string): void {
    this.lines.push(line);
  }

  /** An index computed once at the head of the code. */
  private named(name: string, value: string): string {
    this.prologue.set(name, value);
    return name;
  }

  private word(operand: number): string {
    return `O[p+${1 + operand}]`;
  }

  /** Place of a register operand: of the window at the instruction's beginning, or, `current`, of the present one. */
  private arIndex(operand: number, current = false): string {
    const value = `(W+${this.word(operand)})&63`;
    return current && this.rotated ? value : this.named(`r${operand}`, value);
  }

  private fixedIndex(register: number): string {
    return register === 0 ? this.named('x0', 'W') : this.named(`x${register}`, `(W+${register})&63`);
  }

  // Expressions

  private int(e: Expression): string {
    switch (e.kind) {
      case 'constant':
        return e.value < 0 ? `(${e.value})` : `${e.value}`;
      case 'operand':
      case 'number':
        return this.word(e.operand);
      case 'ar':
        return `A[${this.arIndex(e.operand)}]`;
      case 'arFixed':
        return `A[${this.fixedIndex(e.register)}]`;
      case 'fr':
        return `F[${this.word(e.operand)}]`;
      case 'mr':
        return `M[${this.word(e.operand)}]`;
      case 'mrFixed':
        return `M[${e.register}]`;
      case 'br':
        return `(${S('BR')}>>${this.word(e.operand)}&1)`;
      case 'state':
        return e.name === 'FSR' ? 'fp.flags' : S(e.name);
      case 'pc':
        return `O[p+${RECORD_PC}]`;
      case 'next':
        return `(O[p+${RECORD_PC}]+${this.o.instruction.length}|0)`;
      case 'temporary':
        return `t${e.id}`;
      case 'unary': {
        const a = this.int(e.a);
        switch (e.operator) {
          case 'clz':
            return `Math.clz32(${a})`;
          case 'not':
            return `(~${a})`;
          case 'sext8':
            return `(${a}<<24>>24)`;
          case 'sext16':
            return `(${a}<<16>>16)`;
        }
        break;
      }
      case 'binary':
        return this.binary(e.operator, e.a, e.b);
      case 'select':
        return `(${this.condition(e.condition)}?${this.int(e.a)}:${this.int(e.b)})`;
    }
    throw new Error('unreachable');
  }

  private binary(operator: string, x: Expression, y: Expression): string {
    const a = this.int(x);
    const b = this.int(y);
    switch (operator) {
      case 'add':
        return `(${a}+${b}|0)`;
      case 'sub':
        return `(${a}-${b}|0)`;
      case 'and':
        return `(${a}&${b})`;
      case 'or':
        return `(${a}|${b})`;
      case 'xor':
        return `(${a}^${b})`;
      case 'shl':
        return `(${a}<<${b})`;
      case 'shr':
        return `(${a}>>>${b}|0)`;
      case 'sar':
        return `(${a}>>${b})`;
      case 'mul':
        return `Math.imul(${a},${b})`;
      case 'mulhu':
        return `mulhu(${a},${b})`;
      case 'mulhs':
        return `mulhs(${a},${b})`;
      case 'div':
        return `(${a}/${b}|0)`;
      case 'divu':
        return `((${a}>>>0)/(${b}>>>0)|0)`;
      case 'rem':
        return `(${a}%${b}|0)`;
      case 'remu':
        return `((${a}>>>0)%(${b}>>>0)|0)`;
      default:
        return `(${this.comparison(operator, a, b)}?1:0)`;
    }
  }

  private comparison(operator: string, a: string, b: string): string {
    switch (operator) {
      case 'eq':
        return `${a}===${b}`;
      case 'ne':
        return `${a}!==${b}`;
      case 'lt':
        return `${a}<${b}`;
      case 'ge':
        return `${a}>=${b}`;
      case 'ltu':
        return `(${a}>>>0)<(${b}>>>0)`;
      case 'geu':
        return `(${a}>>>0)>=(${b}>>>0)`;
      default:
        throw new Error(`unknown operator ${operator}`);
    }
  }

  private condition(e: Expression): string {
    if (e.kind === 'binary' && ['eq', 'ne', 'lt', 'ge', 'ltu', 'geu'].includes(e.operator))
      return this.comparison(e.operator, this.int(e.a), this.int(e.b));
    return `${this.int(e)}!==0`;
  }

  // Statements

  private statements(list: readonly Statement[], top: boolean): void {
    const { inline } = this.o;
    const last = list.at(-1);
    // Inline, the jump's target must be known to be decoded before the first effect.
    let prepare = inline && last?.kind === 'jump' ? last : undefined;
    for (const statement of list) {
      if (prepare !== undefined && (isEffect(statement) || statement === prepare)) {
        this.prepareJump(prepare.target);
        prepare = undefined;
      }
      this.statement(statement, top);
    }
  }

  private statement(s: Statement, top: boolean): void {
    const { inline } = this.o;
    switch (s.kind) {
      case 'let':
        this.emit(`const t${s.id}=${this.int(s.value)};`);
        return;
      case 'load':
        this.load(s);
        return;
      case 'store':
        this.store(s);
        return;
      case 'setAr':
        this.emit(`A[${this.arIndex(s.operand, true)}]=${this.int(s.value)};`);
        return;
      case 'setArFixed':
        this.emit(`A[${this.fixedIndex(s.register)}]=${this.int(s.value)};`);
        return;
      case 'setFr':
        this.emit(`F[${this.word(s.operand)}]=${this.int(s.value)};`);
        return;
      case 'setMr':
        this.emit(`M[${this.word(s.operand)}]=${this.int(s.value)};`);
        return;
      case 'setMrFixed':
        this.emit(`M[${s.register}]=${this.int(s.value)};`);
        return;
      case 'setBr': {
        const value = this.int(s.value);
        this.emit(
          `{const b=${value};${S('BR')}=${S('BR')}&~(1<<${this.word(s.operand)})|b<<${this.word(s.operand)};}`,
        );
        return;
      }
      case 'setState':
        this.setState(s.name, this.int(s.value));
        return;
      case 'setCallIncrement': {
        const value = this.int(s.value);
        this.emit(`${S('PS')}=${S('PS')}&${~(3 << PS_CALLINC_SHIFT)}|${value}<<${PS_CALLINC_SHIFT};`);
        this.emit(`${S('LASTCALL')}=${value};`);
        return;
      }
      case 'rotate': {
        this.emit(`W=W+(${this.int(s.by)}<<2)&63;${S('WINDOWBASE')}=W>>2;`);
        this.rotated = true;
        this.windowChanged = true;
        return;
      }
      case 'useQuads':
        this.emit(
          inline
            ? `if((${this.int(s.quads)}<<${OP_BITS})>=lim)break;`
            : `if((${this.int(s.quads)}<<${OP_BITS})>=c.limit)return c.overflow(${this.int(s.quads)},O[p+${RECORD_PC}]);`,
        );
        this.wait();
        return;
      case 'if':
        this.emit(`if(${this.condition(s.condition)}){`);
        this.statements(s.then, false);
        this.emit('}');
        if (s.otherwise.length > 0) {
          this.emit('else{');
          this.statements(s.otherwise, false);
          this.emit('}');
        }
        return;
      case 'raise':
        this.emit(this.raise(String(s.cause)));
        return;
      case 'underflow':
        this.emit(inline ? 'break;' : `return c.underflow(${this.int(s.increment)},O[p+${RECORD_PC}]);`);
        return;
      case 'jump':
        this.jump(s.target, top);
        return;
      case 'setLoop':
        this.emit(`${S('LBEG')}=O[p+${RECORD_PC}]+3|0;`);
        this.emit(`${S('LEND')}=${this.int(s.end)};${S('LCOUNT')}=${this.int(s.count)};`);
        if (this.o.timing !== undefined) this.emit(`${S('LOOPARM')}=${this.o.timing.loopFirst};`);
        return;
      case 'operation':
        this.operation(s);
        return;
    }
  }

  private setState(name: StateWord, value: string): void {
    if (name === 'FSR') this.emit(`fp.flags=${value};`);
    else if (name === 'FCR') this.emit(`{const v=${value};${S('FCR')}=v;fp.mode=v&3;}`);
    else this.emit(`${S(name)}=${value};`);
    if (name === 'PS') this.statusChanged = true;
    if (name === 'WINDOWBASE') {
      this.emit(`W=${S(name)}<<2;`);
      this.rotated = true;
    }
    if (name === 'PS' || name === 'WINDOWBASE' || name === 'WINDOWSTART') this.windowChanged = true;
  }

  private raise(cause: string): string {
    return this.o.inline ? 'break;' : `return c.raise(${cause},O[p+${RECORD_PC}]);`;
  }

  private operation(s: Extract<Statement, { kind: 'operation' }>): void {
    const args = s.args.map((a) => this.int(a));
    const float = FLOAT_CALL[s.name];
    if (float !== undefined) {
      this.emit(`const t${s.id}=${float(args)};`);
      return;
    }
    if (this.o.inline) throw new Error(`${this.o.instruction.name} cannot be inline: ${s.name}`);
    if (s.name === 'debugBreak') {
      this.emit(`{const q=c.debugBreak(${args[0]},O[p+${RECORD_PC}]);if(q!==0)return q;}`);
      return;
    }
    const method = CORE_CALL[s.name];
    if (method === undefined) throw new Error(`no code for operation ${s.name}`);
    if (COMPLETES_FIRST.has(s.name)) {
      this.windowCheck();
      this.complete(undefined);
      this.completed = true;
      this.emit(`c.pc=O[p+${RECORD_PC}]>>>0;`);
    }
    if (NEEDS_FINISH.has(s.name)) this.finish = true;
    this.emit(`const t${s.id}=c.${method}(${args.join()});`);
  }

  private load(s: Extract<Statement, { kind: 'load' }>): void {
    const { inline } = this.o;
    this.emit(`const m${s.id}=${this.int(s.address)};`);
    const m = `m${s.id}`;
    if (!inline) {
      this.accesses = true;
      this.emit(`let t${s.id}=c.load(${m},${s.size},${s.alignment === 'aligned'});`);
      this.emit(`if(c.fault!==0)return c.raiseMemory(O[p+${RECORD_PC}]);`);
      if (s.signed) this.emit(`t${s.id}=t${s.id}<<${32 - 8 * s.size}>>${32 - 8 * s.size};`);
      return;
    }
    if (s.size === 4)
      this.emit(`if((${m}&3)!==0||(C[${m}>>>12]&5)===0)break;const t${s.id}=M32[${m}-B>>>2];`);
    else if (s.size === 2)
      this.emit(
        `if((${m}&1)!==0||(C[${m}>>>12]&1)===0)break;const t${s.id}=${s.signed ? 'I16' : 'M16'}[${m}-B>>>1];`,
      );
    else this.emit(`if((C[${m}>>>12]&1)===0)break;const t${s.id}=M8[${m}-B>>>0];`);
  }

  private store(s: Extract<Statement, { kind: 'store' }>): void {
    const { inline } = this.o;
    const value = this.int(s.value);
    if (!inline) {
      this.accesses = true;
      this.emit(`c.store(${this.int(s.address)},${s.size},${value},${s.alignment === 'aligned'});`);
      this.emit(`if(c.fault!==0)return c.raiseMemory(O[p+${RECORD_PC}]);`);
      return;
    }
    this.emit(`const m=${this.int(s.address)};`);
    if (s.size === 4) this.emit(`if((m&3)!==0||(C[m>>>12]&10)===0)break;M32[m-B>>>2]=${value};`);
    else if (s.size === 2) this.emit(`if((m&1)!==0||(C[m>>>12]&2)===0)break;M16[m-B>>>1]=${value};`);
    else this.emit(`if((C[m>>>12]&2)===0)break;M8[m-B>>>0]=${value};`);
  }

  // Control

  private isStatic(target: Expression): boolean {
    return target.kind === 'operand';
  }

  private prepareJump(target: Expression): void {
    if (this.isStatic(target)) this.emit(`const q=O[p+${RECORD_LINK}];if(q===0||now>=dl)break;`);
    else this.emit(`const j=${this.int(target)};const q=E[T[j>>>12]<<12|j&4095];if(q===0||now>=dl)break;`);
    // A change of PS may let a pending interrupt in: that is the run loop's business.
    if (this.o.semantics.statements.some((s) => s.kind === 'setState' && s.name === 'PS'))
      this.emit(`if((${S('INTERRUPT')}&${S('INTENABLE')})!==0)break;`);
  }

  private jump(target: Expression, top: boolean): void {
    if (this.o.inline) {
      this.windowCheck();
      this.complete('O[q');
      this.emit('p=q;continue;');
      return;
    }
    this.emit(`const j=${this.int(target)};`);
    this.windowCheck();
    this.emit(`const q=${this.isStatic(target) ? 'c.link(p,j)' : 'c.code.lookup(j)'};`);
    this.complete('c.code.records[q');
    this.emit(`return c.jumped(q,j,O[p+${RECORD_PC}]${this.statusChanged && top ? ',true' : ',false'});`);
  }

  private windowCheck(): void {
    if (!this.windowChanged && !this.statusChanged) return;
    if (this.o.inline) this.emit(`lim=${LIMIT_EXPRESSION};`);
    else if (this.statusChanged) this.emit('c.statusChanged();');
    else this.emit('c.windowChanged();');
  }

  private end(): void {
    const { inline, instruction } = this.o;
    if (!this.completed) {
      this.windowCheck();
      this.complete(undefined);
    }
    if (inline) {
      this.emit('p+=8;continue;');
      return;
    }
    const next = `O[p+${RECORD_PC}]+${instruction.length}`;
    if (instruction.name === 'entry') this.emit('return c.checkpoint(p+8);');
    else if (this.finish || this.statusChanged) this.emit(`return c.finish(p+8,${next});`);
    else if (this.accesses) this.emit(`return c.stale||c.exitRequested?c.finish(p+8,${next}):p+8;`);
    else this.emit('return p+8;');
  }

  // Scoreboard

  private sources(): string[] {
    const { instruction, timingClass } = this.o;
    const found: string[] = [];
    for (const operand of instruction.operands) {
      if (operand.kind !== 'reg' || operand.dir === 'out') continue;
      if (operand.file === 'AR') found.push(this.arIndex(operand.index));
      else found.push(...this.otherIndices(operand.file!, this.word(operand.index), operand.count));
    }
    for (const register of instruction.implicit) {
      if (register.dir === 'out') continue;
      if (register.file === 'AR') found.push(this.fixedIndex(register.reg ?? 0));
      else if (register.all === true) found.push(...this.otherIndices(register.file, '0', 16));
      else found.push(...this.otherIndices(register.file, String(register.reg), 1));
    }
    if (timingClass.readsAcc !== undefined)
      found.push(String(timingClass.readsAcc === 'low' ? READY_ACCLO : READY_ACCHI));
    return found;
  }

  private otherIndices(file: string, first: string, count: number): string[] {
    const base = file === 'FR' ? READY_FR : file === 'MR' ? READY_MR : READY_BR;
    return Array.from({ length: count }, (_, i) => `${base + i}+${first}`);
  }

  /** [index of the ready time, latency] of every destination. */
  private destinations(): [string, number][] {
    const { instruction, timingClass, timing } = this.o;
    if (timing === undefined) return [];
    const found: [string, number][] = [];
    const latency = timing[timingClass.latency];
    const isMemory = instruction.bytes > 0;
    for (const operand of instruction.operands) {
      if (operand.kind !== 'reg' || operand.dir === 'in') continue;
      if (operand.file === 'AR') {
        const update = isMemory && operand.dir === 'inout' && timingClass.atEnd !== true;
        found.push([this.arIndex(operand.index), update ? timing.latAddressUpdate : latency]);
      } else
        for (const index of this.otherIndices(operand.file!, this.word(operand.index), operand.count))
          found.push([index, latency]);
    }
    for (const register of instruction.implicit) {
      if (register.dir === 'in') continue;
      if (register.file === 'AR')
        found.push([
          register.window === 'new' ? this.arIndex(0, true) : this.fixedIndex(register.reg ?? 0),
          timing.latAlu,
        ]);
      else if (register.all === true)
        for (const index of this.otherIndices(register.file, '0', 16)) found.push([index, latency]);
      else found.push([this.otherIndices(register.file, String(register.reg), 1)[0]!, latency]);
    }
    if (timingClass.accumulator === true)
      found.push([String(READY_ACCLO), timing.latMacLow], [String(READY_ACCHI), timing.latMacHigh]);
    return found;
  }

  /** Waits for the sources. May be executed twice (inline, then out of line): the second time changes nothing. */
  private wait(): void {
    const { timing, inline, semantics, timingClass } = this.o;
    if (timing === undefined || this.waitEmitted) return;
    this.waitEmitted = true;
    const { now, pend } = this;
    const lines = [...new Set(this.sources())].map((index) => `{const x=R[${index}];if(x>${now})${now}=x;}`);
    // Clearing a pending result of the destination belongs to the end, unless nothing can happen in between.
    const simple = semantics.statements.every(
      (s) => s.kind === 'let' || s.kind.startsWith('set') || s.kind === 'operation',
    );
    if (inline && simple && !semantics.statements.some((s) => s.kind === 'setLoop')) {
      const extra = timingClass.extra === undefined ? 0 : timing[timingClass.extra];
      const clears = this.destinations().filter(([, latency]) => latency <= 1 + extra);
      lines.push(...clears.map(([index]) => `R[${index}]=0;`));
      this.clearsMerged = true;
    }
    if (lines.length > 0) this.emit(`if(${now}<${pend}){${lines.join('')}}`);
    if (timingClass.divide === true)
      this.emit(`const dx=A[${this.arIndex(1)}];const dy=A[${this.arIndex(2)}];`);
  }

  /** Sets ready times and advances the clock. `target` begins the expression of the target's record, if taken. */
  private complete(target: string | undefined): void {
    const { timing, timingClass, instruction, inline } = this.o;
    // Without scoreboard the dispatch has counted the cycle already.
    if (timing === undefined) return;
    const { now, pend } = this;
    const extra = timingClass.extra === undefined ? 0 : timing[timingClass.extra];
    for (const [index, latency] of this.destinations()) {
      const ready = timingClass.atEnd === true ? 1 + extra : latency;
      if (ready > 1 + extra) this.emit(`{const x=${now}+${ready};R[${index}]=x;if(x>${pend})${pend}=x;}`);
      else if (!(inline && this.clearsMerged)) this.emit(`R[${index}]=0;`);
    }
    let cost = `${1 + extra}`;
    if (timingClass.divide === true) {
      const quotient = instruction.name.endsWith('u') ? '(dx>>>0)/(dy>>>0)' : 'Math.abs(dx)/Math.abs(dy)';
      cost = `${1 + timing.divideLeast}+(${timing.divideMost - timing.divideLeast}*(32-Math.clz32(${quotient}))>>5)`;
    }
    if (target !== undefined) cost = `${1 + extra + timing.taken}+${target}+${RECORD_STRADDLE}]`;
    this.emit(`${now}+=${cost};`);
  }
}

/** JavaScript of one instruction; see the head of the file. */
export function generateInstruction(options: GenerateOptions): string {
  return new Generator(options).generate();
}
