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
  230, // CONCAT     concat_n base, see below
  45, // JMP
  125, // EQ         eq_int, its JMP included
  125, // LT         lt_int
  121, // LE         le_int
  78, // TEST       test
  77, // TESTSET    testset
  60, // CALL       call_lua_0 together with the call share in do.ts
  60, // TAILCALL
  82, // RETURN
  82, // FORLOOP    between forloop_int (empty body) and program loop_100k
  150, // FORPREP
  100, // TFORCALL
  50, // TFORLOOP
  120, // SETLIST
  212, // CLOSURE    closure_0
  150, // VARARG
  0, // EXTRAARG
]);

/** Beyond the common case. */
export const EXTRA = Object.freeze({
  /** A float operand in arithmetic (add_float - add_int). */
  arithFloat: 24,
  /** mod_float beyond mod_int. */
  modFloat: 150,
  /** LT on strings. */
  lessString: 72,
  /** Length of a table beyond that of a string. */
  lenTable: 41,
  /** Field of a read-only table (gettable_rom_field). */
  getRomField: 128,
  /** Absent field, no metatable. */
  getMiss: 41,
  /** Found in the read-only table behind. */
  getRom: 318,
  /** Found through an __index table. */
  getIndex: 150,
  /** Insertion of a new key, rehash excluded. */
  newKey: 130,
  closureUpvalue: 67,
  setlistItem: 130,
  varargItem: 120,
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
  resume: 500,
  /** Resize of a table beyond the protected call, per entry that moves, rehash: fixed, per entry counted, with an array part. */
  resize: 320,
  reinsert: 230,
  rehash: 300,
  rehashCount: 26,
  rehashArray: 800,
});
