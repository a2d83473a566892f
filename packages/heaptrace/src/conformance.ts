/**
 * Golden vectors of this package for `xtal conformance`.
 *
 * @packageDocumentation
 */
export { heaptrace } from './standalone/conformance.js';
export { programs } from './objects/programs-suite.js';
