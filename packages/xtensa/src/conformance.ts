/**
 * Conformance suites of the core: golden vectors against the code.
 *
 * @packageDocumentation
 */
export { disasm } from './conformance/disasm.js';
export { exec } from './conformance/exec.js';
export { timing } from './conformance/timing.js';
export {
  FAILURE_LIMIT,
  runJsonLines,
  SuiteCounter,
  type Suite,
  type SuiteInput,
  type SuiteResult,
} from './conformance/suite.js';
