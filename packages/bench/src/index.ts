/**
 * Benchmarks.
 *
 * @packageDocumentation
 */
export {};
