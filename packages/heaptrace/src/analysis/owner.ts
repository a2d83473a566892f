/** Who owned an address: now, at some cycle, and all that did before and after. */
import { LiveHeap } from './live-heap.js';
import type { Trace, TraceOutcome } from '../outside/trace.js';

/** One block that covered the address. */
export interface Ownership {
  readonly address: number;
  readonly size: number;
  readonly given: number;
  readonly operation: string;
  readonly task: number;
  readonly core: number;
  readonly chain: number;
  readonly lua: number;
  readonly bornCycle: number;
  /** Clock of its end; undefined while it lives. */
  readonly diedCycle?: number;
  /** How it ended, and through which chain. */
  readonly endedBy?: string;
  readonly endChain?: number;
}

/** Result of {@link findOwners}. */
export interface OwnerReport {
  /** All blocks that ever covered the address, oldest first. */
  readonly history: readonly Ownership[];
  /** The one that covered it at the cycle asked for (default: at the end). */
  readonly owner: Ownership | undefined;
  readonly outcome: TraceOutcome;
}

/** Finds the owners of `address` (any byte of a block counts). */
export function findOwners(trace: Trace, address: number, cycle = Infinity): OwnerReport {
  const heap = new LiveHeap();
  const history: Ownership[] = [];
  let current: Ownership | undefined;
  let currentRow = -1;
  const outcome = trace.read({
    event(event) {
      heap.apply(event);
      if (current !== undefined && heap.died === currentRow) {
        history[history.length - 1] = {
          ...current,
          diedCycle: event.cycle,
          endedBy: event.operation,
          endChain: event.chain,
        };
        current = undefined;
      }
      const row = heap.born;
      if (
        row < 0 ||
        address < heap.address[row]! ||
        address >= heap.address[row]! + Math.max(1, heap.given[row]!)
      )
        return;
      if (current !== undefined) history[history.length - 1] = { ...current, diedCycle: event.cycle };
      currentRow = row;
      current = {
        address: event.address,
        size: event.size,
        given: heap.given[row]!,
        operation: event.operation,
        task: event.task,
        core: event.core,
        chain: event.chain,
        lua: event.lua,
        bornCycle: event.cycle,
      };
      history.push(current);
    },
  });
  const owner = history.findLast(
    (entry) => entry.bornCycle <= cycle && (entry.diedCycle === undefined || entry.diedCycle > cycle),
  );
  return { history, owner, outcome };
}
