import type { Mnemonic } from '../isa/index.js';
import type { Builder } from './ir.js';

/** Semantics by mnemonic, as functions that write them with a builder. */
export type SemanticsTable = Partial<Record<Mnemonic, (b: Builder) => void>>;
