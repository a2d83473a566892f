/**
 * What Lua costs in CPU cycles, derived from measurements of NodeMCU's own interpreter on the reference core
 * (facts/nodemcu/lua-cycles.json; the row names are in the comments). Allocations are charged by the heap.
 */

/** Per instruction, dispatch included, for its common case; index is the opcode. */
export const CYCLES = new Int32Array([
  48, // MOVE       move
  46, // LOADK      loadk
  46, // LOADKX
  42, // LOADBOOL   loadbool
  44, // LOADNIL    loadnil
  55, // GETUPVAL   getupval
  165, // GETTABUP   gettabup_global
  138, // GETTABLE   gettable_field (array 131)
  167, // SETTABUP   settabup_global
  50, // SETUPVAL   setupval
  141, // SETTABLE   settable_field (array 134)
  190, // NEWTABLE   newtable_empty
  150, // SELF       self_call less call_lua with one argument
  69, // ADD        add_int
  69, // SUB        sub_int
  70, // MUL        mul_int
  96, // MOD        mod_int
  171, // POW        pow less the float share below
  157, // DIV        div less the float share below
  91, // IDIV       idiv_int
  90, // BAND       band
  90, // BOR
  90, // BXOR
  110, // SHL        shl
  112, // SHR        shr
  53, // UNM        unm_int
  62, // BNOT       bnot
  55, // NOT        not
  76, // LEN        len_string
  165, // CONCAT     concat2_short_existing less operands, bytes and interning
  45, // JMP
  125, // EQ         eq_int, its JMP included
  125, // LT         lt_int
  121, // LE         le_int
  78, // TEST       test
  77, // TESTSET    testset
  60, // CALL       call_lua_0 together with the call share in do.ts
  91, // TAILCALL   tailcall_extra
  82, // RETURN
  82, // FORLOOP    between forloop_int (empty body) and program loop_100k
  150, // FORPREP
  150, // TFORCALL   pairs
  50, // TFORLOOP
  120, // SETLIST    newtable_array4
  212, // CLOSURE    closure_0
  55, // VARARG     vararg_3 less the call of the function it was measured in
  0, // EXTRAARG
]);

/** Beyond the common case. */
export const EXTRA = Object.freeze({
  /** A float operand in arithmetic (add_float - add_int). */
  arithFloat: 24,
  /** An integer operand that becomes a float (add_mixed - add_float). */
  toFloat: 25,
  /** mod_float beyond mod_int. */
  modFloat: 150,
  /** LT on strings. */
  lessString: 72,
  /** Length of a table beyond that of a string; a halving of the interval when the array part is not full (table_append). */
  lenTable: 41,
  lenStep: 21,
  /** Field of a read-only table (gettable_rom_field). */
  getRomField: 128,
  /** Absent field, no metatable. */
  getMiss: 41,
  /** Found in the read-only table behind. */
  getRom: 318,
  /** Found through an __index table. */
  getIndex: 150,
  /** Insertion of a new key, rehash excluded. */
  newKey: 157,
  closureUpvalue: 67,
  setlistItem: 80,
  varargItem: 19,
  concatOperand: 60,
  /** Copy of a byte into a short result. */
  concatByte: 7,
  /** Text of an integer (tostring_int less the call and interning). */
  integerText: 1300,
  floatText: 4100,
  /** A short string looked up in the string table: fixed part and per byte; one more that has to be made. */
  intern: 120,
  internByte: 20,
  internNew: 185,
  /** A protected call (setjmp and what belongs to it). */
  protect: 520,
  /** An error on its way to the protected call. */
  throw: 800,
  resume: 880,
  /** Resize of a table beyond the protected call, per entry that moves, rehash: fixed, per entry counted, with an array part. */
  resize: 134,
  reinsert: 250,
  rehash: 300,
  rehashCount: 26,
  rehashArray: 670,
  /** FORLOOP on floats. */
  forFloat: 9,
  /** Arguments of a vararg function are moved (call_vararg). */
  adjustVarargs: 18,
  /** Next entry of the hash part: the key is looked up (pairs_hash - pairs). */
  nextHash: 139,
});

/** A call beyond its CALL instruction: a C function (call_c_0), a Lua function (call_lua_0), a function without a row. */
export const CALL_CYCLES = Object.freeze({ c: 106, lua: 120, unknownFunction: 150 });

/** Work of the collector (rows gc_*). */
export const COLLECTOR_CYCLES = Object.freeze({
  /** A string is marked (gc_mark_short_string less the visit of its slot). */
  markString: 74,
  /** A table is marked and traversed (gc_mark_empty_table), each of its slots. */
  table: 240,
  slot: 20,
  /** A closure and what hangs on it (gc_mark_closure_1). */
  closure: 210,
  /** An object is swept and stays. */
  sweepLive: 24,
  /** An object is freed, the heap's work excluded: in general, a short string (its table is searched), a long one. */
  sweepDead: 150,
  sweepDeadShort: 170,
  sweepDeadLong: 100,
  /** Start and end of a collection (gc_full_empty_state). */
  cycle: 6000,
});
