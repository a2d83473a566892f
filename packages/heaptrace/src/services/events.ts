import type { AllocationEvent, AllocationListener } from '../event.js';
import { MAX_CHAIN_DEPTH, createAllocationEvent } from '../event.js';

/** The listeners of one machine's heap, and the event that is filled for them. */
export class ListenerSet {
  private listeners: readonly AllocationListener[] = [];
  private depth = 0;
  /** Filled by the producer before {@link emit}. */
  readonly event: AllocationEvent = createAllocationEvent();

  /** Adds a listener; the result takes it away again. */
  add(listener: AllocationListener): () => void {
    this.listeners = [...this.listeners, listener];
    this.update();
    return () => {
      this.listeners = this.listeners.filter((other) => other !== listener);
      this.update();
    };
  }

  get active(): boolean {
    return this.listeners.length > 0;
  }

  /** Frames of call chain that the deepest listener wants. */
  get chainDepth(): number {
    return this.depth;
  }

  emit(): void {
    for (const listener of this.listeners) listener.allocationEvent(this.event);
  }

  private update(): void {
    const deepest = this.listeners.reduce((most, { chainDepth }) => Math.max(most, chainDepth), 0);
    this.depth = Math.min(deepest, MAX_CHAIN_DEPTH);
  }
}
