/**
 * Names of the C functions that may stand in a call chain, and the stack of those that are running now.
 *
 * Every function of the C side that can lead to an allocation pushes its number while it runs, except those that GCC
 * inlines at -Os for the ESP32 (facts, section 6: `pushclosure`, `rehash`, `freeobj`, ...), which have no frame on a device
 * either. Reading that stack from the top gives the chain that the device's registers would give, without a cost worth
 * naming (two stores).
 */

/** Numbers are indices into this list; the list only says which names the interpreter itself uses. */
export const CORE_FUNCTIONS = [
  '?', 'l_alloc', 'luaM_realloc_', 'luaM_growaux_', 'luaC_newobj', 'luaH_new', 'luaH_resize', 'luaH_resizearray', 'setarrayvector',
  'auxsetnode', 'luaH_newkey', 'luaH_set', 'luaH_setint', 'luaV_finishset', 'luaV_finishget',
  'luaV_execute', 'luaV_concat', 'luaV_finishOp', 'luaV_objlen', 'luaV_equalobj', 'luaV_lessthan', 'luaV_lessequal',
  'luaD_rawrunprotected', 'luaD_pcall', 'luaD_call', 'luaD_callnoyield', 'luaD_precall', 'luaD_growstack',
  'luaD_reallocstack', 'luaD_shrinkstack', 'luaD_protectedparser', 'luaD_throw', 'luaD_hook', 'luaD_inctop',
  'luaE_extendCI', 'luaE_freeCI', 'luaE_shrinkCI', 'stack_init', 'lua_newthread', 'lua_newstate', 'f_luaopen',
  'luaS_newlstr', 'luaS_new', 'internshrstr', 'luaS_createlngstrobj', 'luaS_resize',
  'luaS_newudata', 'luaS_init', 'luaT_init', 'luaT_callTM', 'luaT_callbinTM', 'luaT_trybinTM', 'luaT_callorderTM',
  'luaT_objtypename', 'luaF_newLclosure', 'luaF_newCclosure', 'luaF_findupval', 'luaF_initupvals', 'luaF_newproto',
  'luaF_close', 'luaC_step', 'singlestep', 'sweepstep', 'sweeplist', 'luaC_fullgc', 'luaC_checkfinalizer',
  'luaC_upvdeccount', 'checkSizes', 'entersweep', 'sweeptolive', 'runafewfinalizers', 'GCTM', 'dothecall', 'propagatemark',
  'traversethread', 'atomic', 'luaO_tostring', 'luaO_pushvfstring', 'luaO_pushfstring', 'pushstr', 'lua_resume',
  'resume', 'unroll', 'finishCcall', 'recover', 'f_parser', 'f_call', 'luaG_runerror', 'luaG_errormsg',
  'luaC_runtilstate', 'luaL_traceback', 'resizebox', 'luaL_prepbuffsize', 'luaL_pushresult', 'lua_pcallk',
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
  private readonly index = new Map<string, number>(numbers);
  /** Number of `name`, new if it was unknown. */
  id(name: string): number {
    let id = this.index.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.names.push(name);
      this.index.set(name, id);
    }
    return id;
  }
}
