import type { Core } from './core.js';
/**
 * Return addresses of the guest's call chain, innermost first, read from the live register windows and from the
 * spilled save areas. Changes nothing, never throws; a corrupt stack ends the chain.
 */
export declare function walkCallChain(core: Core, maxDepth: number): number[];
