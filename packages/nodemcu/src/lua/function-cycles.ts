/**
 * Cycles of library functions beyond the call itself (CALL of an empty C function: 166), by C name: the measured row of
 * facts/nodemcu/lua-cycles.json less the moves of its arguments. What depends on lengths is charged where the work is
 * done ({@link WORK}).
 */
export const FUNCTION_CYCLES: Readonly<Record<string, number>> = {
  luaB_type: 300, // type
  luaB_tonumber: 190, // tonumber_num (a numeral costs more, see WORK.numeral)
  luaB_tostring: 120,
  luaB_next: 226, // next, pairs
  ipairsaux: 155, // ipairs
  luaB_pairs: 500,
  luaB_ipairs: 450,
  luaB_select: 140, // select_count
  luaB_rawget: 260, // rawget
  luaB_rawset: 300,
  luaB_rawequal: 260,
  luaB_rawlen: 230,
  luaB_setmetatable: 800, // setmetatable
  luaB_getmetatable: 500,
  luaB_pcall: 480, // pcall_lua less the protected call
  luaB_xpcall: 540,
  luaB_error: 120, // pcall_error
  luaB_assert: 180,
  luaB_auxwrap: 100, // coroutine_resume_yield
  luaB_coresume: 330,
  luaB_yield: 120,
  math_floor: 197, // math_floor
  math_ceil: 197,
  math_max: 186, // math_max
  math_min: 186,
  math_abs: 180,
  math_random: 420,
  math_sqrt: 300,
  math_sin: 900,
  math_cos: 900,
  math_tan: 1100,
  math_exp: 1000,
  math_log: 1000,
  str_byte: 380, // string_byte
  str_char: 330, // string_char
  str_sub: 380, // string_sub3
  str_len: 160, // string_len_method
  str_rep: 520, // string_rep
  str_upper: 350, // string_upper
  str_lower: 350,
  str_reverse: 350, // string_reverse
  str_find: 560, // string_find_plain, string_find_pattern
  str_match: 560,
  str_gmatch: 500,
  gmatch_aux: 300,
  str_gsub: 600, // string_gsub_nomatch
  str_format: 260, // format_literal
  tconcat: 180, // table_concat
  tinsert: 380, // table_insert
  tremove: 600,
  sort: 400,
  unpack: 250,
  pack: 300,
};

/** Work inside functions, per unit. */
export const WORK = Object.freeze({
  /** luaL_addchar (format_literal, per byte). */
  addChar: 43,
  addBuffer: 60,
  /** A buffer leaves the stack: userdata, its metatable (string_rep4). */
  newBox: 1500,
  /** One attempt of the pattern matcher (string_find_pattern, per byte). */
  match: 140,
  /** One replacement of gsub beyond its match. */
  replace: 120,
  /** string.rep, per repetition. */
  repetition: 45,
  /** A byte of the repeated string beyond its first (string_rep4). */
  repeatedByte: 2,
  upperByte: 22,
  reverseByte: 16,
  byteResult: 23,
  /** Plain search, per byte. */
  findByte: 3,
  /** One access of a library function to an element (table_concat, table_insert). */
  tableAccess: 40,
  /** table.concat, per element beyond its table access. */
  concatField: 430,
  /** table.sort, one comparison with the accesses and moves around it. */
  sortCompare: 400,
  /** string.format directives beyond their text. */
  formatInteger: 1150,
  formatHex: 1000,
  formatFixed: 3750,
  formatGeneral: 4150,
  formatChar: 800,
  formatString: 850,
  /** %q, beyond its characters. */
  formatQuoted: 340,
  /** Flags and width of an integer (format_%05d). */
  formatField: 190,
  /** luaL_tolstring: metamethod look-up and result. */
  tolstring: 620,
  /** A numeral that is read (tonumber_int - tonumber_num), a float one beyond it. */
  numeral: 240,
  floatNumeral: 1200,
  /** Compiler, per source byte, and per chunk. */
  compileByte: 290,
  compileChunk: 12000,
});
