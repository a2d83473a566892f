/**
 * The ESP32 around the core: memory map, loading, linking, native functions, UART, clock.
 *
 * @packageDocumentation
 */
export {};
