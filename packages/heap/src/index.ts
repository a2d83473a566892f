/**
 * ESP-IDF's heap byte for byte in guest memory, other allocation policies, trace replay.
 *
 * @packageDocumentation
 */
export {};
