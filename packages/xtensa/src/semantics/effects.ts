/**
 * What an instruction reads and writes, read off its semantics: a back end that computes nothing. The translator's dataflow
 * needs it; the tests hold it against the columns of the instruction table.
 */
import type { Expression, Operation, Semantics, Statement } from './ir.js';
import type { StateWord } from './states.js';

export interface Effects {
  /** Operands (by place) whose register is read or written; AR, FR, MR and BR alike. */
  readonly readsOperands: ReadonlySet<number>;
  readonly writesOperands: ReadonlySet<number>;
  /** Address registers by fixed number (a0 of RETW, the link of CALLn). */
  readonly readsFixed: ReadonlySet<number>;
  readonly writesFixed: ReadonlySet<number>;
  readonly readsState: ReadonlySet<StateWord>;
  readonly writesState: ReadonlySet<StateWord>;
  readonly loads: boolean;
  readonly stores: boolean;
  /** May end in an exception that the semantics raise themselves (memory faults apart). */
  readonly raises: boolean;
  readonly jumps: boolean;
  readonly operations: ReadonlySet<Operation>;
}

/** See the head of the file. */
export function effectsOf(semantics: Semantics): Effects {
  const readsOperands = new Set<number>();
  const writesOperands = new Set<number>();
  const readsFixed = new Set<number>();
  const writesFixed = new Set<number>();
  const readsState = new Set<StateWord>();
  const writesState = new Set<StateWord>();
  const operations = new Set<Operation>();
  const flags = { loads: false, stores: false, raises: false, jumps: false };

  const expression = (e: Expression): void => {
    switch (e.kind) {
      case 'ar':
      case 'fr':
      case 'mr':
      case 'br':
        readsOperands.add(e.operand);
        return;
      case 'arFixed':
        readsFixed.add(e.register);
        return;
      case 'state':
        readsState.add(e.name);
        return;
      case 'unary':
        expression(e.a);
        return;
      case 'binary':
        expression(e.a);
        expression(e.b);
        return;
      case 'select':
        expression(e.condition);
        expression(e.a);
        expression(e.b);
        return;
      default:
    }
  };
  const statement = (s: Statement): void => {
    switch (s.kind) {
      case 'let':
        expression(s.value);
        return;
      case 'load':
        flags.loads = true;
        expression(s.address);
        return;
      case 'store':
        flags.stores = true;
        expression(s.address);
        expression(s.value);
        return;
      case 'setAr':
      case 'setFr':
      case 'setMr':
      case 'setBr':
        expression(s.value);
        writesOperands.add(s.operand);
        return;
      case 'setArFixed':
        expression(s.value);
        writesFixed.add(s.register);
        return;
      case 'setMrFixed':
        expression(s.value);
        return;
      case 'setState':
        expression(s.value);
        writesState.add(s.name);
        return;
      case 'setCallIncrement':
        expression(s.value);
        writesState.add('PS');
        writesState.add('LASTCALL');
        return;
      case 'rotate':
        expression(s.by);
        readsState.add('WINDOWBASE');
        writesState.add('WINDOWBASE');
        return;
      case 'useQuads':
        expression(s.quads);
        return;
      case 'if':
        expression(s.condition);
        s.then.forEach(statement);
        s.otherwise.forEach(statement);
        return;
      case 'raise':
        flags.raises = true;
        return;
      case 'underflow':
        flags.raises = true;
        expression(s.increment);
        return;
      case 'jump':
        flags.jumps = true;
        expression(s.target);
        return;
      case 'setLoop':
        expression(s.end);
        expression(s.count);
        for (const word of ['LBEG', 'LEND', 'LCOUNT', 'LOOPARM'] as const) writesState.add(word);
        return;
      case 'operation':
        operations.add(s.name);
        s.args.forEach(expression);
    }
  };
  semantics.statements.forEach(statement);
  return {
    readsOperands,
    writesOperands,
    readsFixed,
    writesFixed,
    readsState,
    writesState,
    operations,
    ...flags,
  };
}
