/**
 * Names of the C functions that may stand in a call chain, and the stack of those that are running now.
 *
 * Every function of the C side that can lead to an allocation pushes its number while it runs. Reading that stack from
 * the top gives the chain that the device's registers would give, without a cost worth naming (two stores).
 */

/** Numbers are indices into this list; the list only says which names the interpreter itself uses. */
export const CORE_FUNCTIONS = [
  '?', 'l_alloc', 'luaM_realloc_', 'luaM_growaux_', 'luaC_newobj', 'luaH_new', 'luaH_resize', 'luaH_resizearray', 'setarrayvector',
  'setnodevector', 'auxsetnode', 'rehash', 'luaH_newkey', 'luaH_set', 'luaH_setint', 'luaV_finishset', 'luaV_finishget',
  'luaV_execute', 'luaV_concat', 'luaV_finishOp', 'luaV_objlen', 'luaV_equalobj', 'luaV_lessthan', 'luaV_lessequal',
  'luaD_rawrunprotected', 'luaD_pcall', 'luaD_call', 'luaD_callnoyield', 'luaD_precall', 'luaD_growstack',
  'luaD_reallocstack', 'luaD_shrinkstack', 'luaD_protectedparser', 'luaD_throw', 'luaD_hook', 'luaD_inctop',
  'luaE_extendCI', 'luaE_freeCI', 'luaE_shrinkCI', 'stack_init', 'lua_newthread', 'lua_newstate', 'f_luaopen',
  'init_registry', 'luaS_newlstr', 'luaS_new', 'internshrstr', 'createstrobj', 'luaS_createlngstrobj', 'luaS_resize',
  'luaS_newudata', 'luaS_init', 'luaT_init', 'luaT_callTM', 'luaT_callbinTM', 'luaT_trybinTM', 'luaT_callorderTM',
  'luaT_objtypename', 'luaF_newLclosure', 'luaF_newCclosure', 'luaF_findupval', 'luaF_initupvals', 'luaF_newproto',
  'luaF_close', 'luaC_step', 'singlestep', 'sweepstep', 'sweeplist', 'freeobj', 'luaC_fullgc', 'luaC_checkfinalizer',
  'luaC_upvdeccount', 'checkSizes', 'entersweep', 'sweeptolive', 'runafewfinalizers', 'GCTM', 'dothecall', 'propagatemark',
  'traversethread', 'atomic', 'pushclosure', 'luaO_tostring', 'luaO_pushvfstring', 'luaO_pushfstring', 'pushstr', 'lua_resume',
  'resume', 'unroll', 'finishCcall', 'recover', 'f_parser', 'f_call', 'tryfuncTM', 'luaG_runerror', 'luaG_errormsg',
  'luaC_runtilstate', 'luaL_traceback', 'resizebox', 'newbox', 'luaL_prepbuffsize', 'luaL_pushresult', 'lua_pcallk',
  'luaL_loadbufferx', 'lua_load', 'luaL_pcallx', 'luaX_setinput', 'save', 'luaV_tostring',
] as const; // prettier-ignore

const numbers = new Map<string, number>(CORE_FUNCTIONS.map((name, index) => [name, index]));

/** Number of a core function. @throws Error when the name is not in {@link CORE_FUNCTIONS}. */
export function fid(name: (typeof CORE_FUNCTIONS)[number]): number {
  const id = numbers.get(name);
  if (id === undefined) throw new Error(`no core function ${name}`);
  return id;
}

/** Names by number, for one machine; grows as libraries are registered. */
export class FunctionNames {
  readonly names: string[] = [...CORE_FUNCTIONS];
  /** By number: whether the function is inlined on the device. */
  readonly inlined: boolean[] = CORE_FUNCTIONS.map((name) => INLINED.has(name));
  private readonly index = new Map<string, number>(numbers);
  /** Number of `name`, new if it was unknown. */
  id(name: string): number {
    let id = this.index.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.names.push(name);
      this.inlined.push(INLINED.has(name));
      this.index.set(name, id);
    }
    return id;
  }
}

/**
 * Functions that GCC inlines at -Os for the ESP32 (facts, section 6): they stand in the list of names so that chains can
 * be compared with an unoptimised build, and are left out of chains as on a device.
 */
export const INLINED: ReadonlySet<string> = new Set([
  'createstrobj', 'setnodevector', 'rehash', 'pushclosure', 'newbox', 'addprototype', 'registerlocalvar', 'open_func',
  'mainfunc', 'exprstat', 'funcstat', 'localstat', 'primaryexp', 'simpleexp', 'codeclosure', 'read_string', 'docall',
  'dojob', 'init_registry', 'freeobj', 'tmr_get', 'tryfuncTM',
]); // prettier-ignore
