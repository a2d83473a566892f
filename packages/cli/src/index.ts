/**
 * The xtal command.
 *
 * @packageDocumentation
 */
export {};
