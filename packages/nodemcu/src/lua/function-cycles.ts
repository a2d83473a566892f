/**
 * Cycles of library functions beyond the call itself, by C name (facts/nodemcu/lua-cycles.json, the fixed part). What
 * depends on lengths is charged where the work is done.
 */
export const FUNCTION_CYCLES: Readonly<Record<string, number>> = {
  luaB_type: 350,
};
