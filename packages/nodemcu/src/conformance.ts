/**
 * Conformance suites of the NodeMCU package: golden vectors against the code.
 *
 * @packageDocumentation
 */
export { luaAlloc } from './lua/alloc-suite.js';
export type { SuiteFile, SuiteResult } from './conformance/suite.js';
export { luaLeaks } from './conformance/lua-leaks-suite.js';
export { luaRepl } from './conformance/lua-repl-suite.js';
