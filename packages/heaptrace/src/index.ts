/**
 * Heap tracing on the device and from outside, call chains, analysis, exporters, report.
 *
 * @packageDocumentation
 */
export {};
