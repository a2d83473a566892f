/** `luaM_realloc_`: the one place where Lua's objects meet the chip's allocator (lmem.c of Lua 5.3). */
import { luaC_fullgc } from './gc.js';
import { luaD_throw } from './do.js';
import type { LuaState } from './objects.js';
import { fid } from './frames.js';

export const LUA_ERRMEM = 4;
const F_growaux = fid('luaM_growaux_');

/**
 * Allocates (`block` 0), resizes or frees (`nsize` 0) a block and keeps the collector's books.
 * A failed allocation runs one emergency collection and tries again.
 * @returns the guest address; throws Lua's memory error
 */
export function luaM_realloc(L: LuaState, block: number, osize: number, nsize: number, kind: number): number {
  if (nsize === 0) {
    luaM_free(L, block, osize, kind);
    return 0;
  }
  const g = L.l_G;
  let address = g.heap.realloc(block, nsize);
  if (address === 0)
    // shrinking cannot fail: the block stays
    address = block !== 0 && nsize <= osize ? block : afterCollection(L, block, nsize);
  g.GCdebt += nsize - osize;
  if (g.listener !== null) g.listener.block(block, osize, address, nsize, kind);
  return address;
}

/** Allocates a block, as {@link luaM_realloc} does. */
export function luaM_new(L: LuaState, size: number, kind: number): number {
  const g = L.l_G;
  let address = g.heap.realloc(0, size);
  if (address === 0) address = afterCollection(L, 0, size);
  g.GCdebt += size;
  if (g.listener !== null) g.listener.block(0, 0, address, size, kind);
  return address;
}

/** There was no room: tries again after an emergency collection. */
function afterCollection(L: LuaState, block: number, size: number): number {
  const g = L.l_G;
  let address = 0;
  if (g.version !== null) {
    luaC_fullgc(L, true);
    address = g.heap.realloc(block, size);
  }
  if (address === 0) luaD_throw(L, LUA_ERRMEM);
  return address;
}

/** Frees a block. */
export function luaM_free(L: LuaState, block: number, size: number, kind: number): void {
  if (block === 0) return;
  const g = L.l_G;
  g.heap.free(block);
  g.GCdebt -= size;
  if (g.listener !== null) g.listener.block(block, size, 0, 0, kind);
}

/**
 * Growth of a compiler vector: doubles from four elements when `used` has reached `size`.
 * @returns the new size in elements; the address goes to `set`
 */
export function luaM_growvector(
  L: LuaState,
  owner: { [key: string]: unknown },
  addressField: string,
  sizeField: string,
  used: number,
  element: number,
  kind: number,
): void {
  const size = owner[sizeField] as number;
  if (used + 1 <= size) return;
  const newSize = size * 2 < 4 ? 4 : size * 2;
  const g = L.l_G;
  g.frames[g.sp++] = F_growaux;
  owner[addressField] = luaM_realloc(
    L,
    owner[addressField] as number,
    size * element,
    newSize * element,
    kind,
  );
  g.sp--;
  owner[sizeField] = newSize;
}
