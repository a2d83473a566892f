/** The error with which a policy ends when its structures in guest memory cannot be right. */
import { HeapAssertError } from '../errors.js';
import { hex } from '../memory.js';

/** A policy found its control structure or a block header damaged, or was handed an address that is no live block. */
export class PolicyAssertError extends HeapAssertError {
  constructor(
    /** Name of the policy, such as `first-fit`. */
    readonly policy: string,
    /** Operation that found it. */
    operation: string,
    /** Guest address of what is wrong. */
    readonly address: number,
    /** What does not hold. */
    expression: string,
  ) {
    super('assert', operation, policy, 0, expression);
    this.message = `assert failed: ${policy} ${operation}, 0x${hex(address)}: ${expression}`;
  }
}
