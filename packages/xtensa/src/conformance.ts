/**
 * Conformance suites of the core: golden vectors against the code.
 *
 * @packageDocumentation
 */
export { disasm } from './conformance/disasm.js';
export {
  FAILURE_LIMIT,
  runJsonLines,
  SuiteCounter,
  type Suite,
  type SuiteInput,
  type SuiteResult,
} from './conformance/suite.js';
