import { nativeCallIncrement, nativeReturnAddress, type Core } from '@xtal/xtensa';
import type { Machine } from './machine.js';
import { NativeCall } from './native/native-call.js';

/** Observers of a guest function. */
export interface FunctionWatch {
  /**
   * The function's first instruction is about to execute: arguments and call chain can be read. What it returns is
   * handed to `leave`.
   */
  readonly enter?: (call: NativeCall) => unknown;
  /** The function has returned. `result` is its a2, unsigned, `high` its a3. */
  readonly leave?: (result: number, core: Core, entered: unknown, high: number) => void;
}

interface PendingReturn {
  readonly stack: number;
  readonly increment: number;
  readonly entered: unknown;
  readonly watch: FunctionWatch;
}

/**
 * Watches of functions: entries by their address, returns by the address that the call returns to and the caller's
 * stack pointer, so that recursion and task switches are told apart.
 */
export class FunctionWatches {
  private readonly returns = new Map<number, PendingReturn[]>();
  private readonly calls = new Map<Core, NativeCall>();

  constructor(private readonly machine: Machine) {}

  add(address: number, watch: FunctionWatch): () => void {
    const removers = this.machine.cores.map((core) =>
      core.watch(address, (caller) => this.enter(caller, watch)),
    );
    return () => removers.forEach((remove) => remove());
  }

  private enter(core: Core, watch: FunctionWatch): void {
    let call = this.calls.get(core);
    if (call === undefined) {
      call = new NativeCall(this.machine, core, this.machine.bytes);
      this.calls.set(core, call);
    }
    const entered = watch.enter?.(call);
    if (watch.leave === undefined) return;
    const at = nativeReturnAddress(core) >>> 0;
    let waiting = this.returns.get(at);
    if (waiting === undefined) {
      waiting = [];
      this.returns.set(at, waiting);
      const list = waiting;
      core.watch(at, (caller) => this.leave(caller, list));
    }
    waiting.push({ stack: core.getA(1) >>> 0, increment: nativeCallIncrement(core), entered, watch });
  }

  private leave(core: Core, waiting: PendingReturn[]): void {
    if (waiting.length === 0) return;
    const stack = core.getA(1) >>> 0;
    const index = waiting.findLastIndex((one) => one.stack === stack);
    if (index < 0) return;
    const [{ watch, increment, entered }] = waiting.splice(index, 1) as [PendingReturn];
    const register = 4 * increment + 2;
    watch.leave!(core.getA(register) >>> 0, core, entered, core.getA(register + 1) >>> 0);
  }
}
