/**
 * Tables (ltable.c of Lua 5.3): an array part and a node part with Lua's own growth and collision rules, so that sizes,
 * `#t` of tables with holes and the order of `next` follow the device's rules. Flash tables ("ROM") answer reads only.
 */
import { EXTRA } from './cycles.js';
import { fid } from './frames.js';
import { handleOf, luaC_barrierback, luaC_newobj } from './gc.js';
import type { GlobalState } from './global.js';
import { SIZE_TABLE } from './global.js';
import { LUA_ERRMEM, luaM_free, luaM_new, luaM_realloc } from './memory.js';
import { luaD_rawrunprotected, luaD_throw } from './do.js';
import type { CFunction, LuaState, TString, Value } from './objects.js';
import { DUMMY_NODES, KIND, LUA_TBOOLEAN, LUA_TDEADKEY, LUA_TLCF, LUA_TLIGHTUSERDATA } from './objects.js';
import {
  LUA_TLNGSTR,
  LUA_TNIL,
  LUA_TNUMFLT,
  LUA_TNUMINT,
  LUA_TNUMINT64,
  LUA_TSHRSTR,
  LUA_TTABLE,
  Node,
  Table,
} from './objects.js';
import { luaO_nilobject, TValue } from './objects.js';
import { integer64OfFloat, MAXINTEGER64, setint } from './integers64.js';
import { literal, luaS_eqlngstr, luaS_hash, luaS_hashlongstr, luaS_newlstr } from './strings.js';

export { Table };
const MAXABITS = 31;
const MAXASIZE = 1 << 26;

const F_new = fid('luaH_new');
const F_resize = fid('luaH_resize');
const F_resizearray = fid('luaH_resizearray');
const F_setarrayvector = fid('setarrayvector');
const F_auxsetnode = fid('auxsetnode');
const F_newkey = fid('luaH_newkey');
const F_set = fid('luaH_set');
const F_setint = fid('luaH_setint');

/** A new empty table. */
export function luaH_new(L: LuaState): Table {
  const g = L.l_G;
  const t = new Table();
  g.frames[g.sp++] = F_new;
  t.h = luaC_newobj(L, LUA_TTABLE, SIZE_TABLE, KIND.table, t);
  g.sp--;
  t.flags = ~0;
  return t;
}

/** Frees nodes, array and header. */
export function luaH_free(L: LuaState, t: Table, address: number): void {
  const sizes = L.l_G.sizes;
  if (t.nodeAddress !== 0) luaM_free(L, t.nodeAddress, t.node.length * sizes.node, KIND.node);
  if (t.arrayAddress !== 0) luaM_free(L, t.arrayAddress, t.array.length * sizes.tvalue, KIND.array);
  luaM_free(L, address, SIZE_TABLE, KIND.table);
}

export function invalidateTMcache(t: Table): void {
  t.flags = 0;
}

// ---------------------------------------------------------------- hashing

const float = new DataView(new ArrayBuffer(8));
/** Hash of a float: mantissa and exponent as C's `frexp` gives them. */
function hashFloat(n: number): number {
  if (!Number.isFinite(n)) return 0;
  if (n === 0) return 0;
  let m = n;
  let e = 0;
  float.setFloat64(0, n);
  let exponent = (float.getUint32(0) >>> 20) & 0x7ff;
  if (exponent === 0) {
    m = n * 18014398509481984; // 2^54
    float.setFloat64(0, m);
    exponent = ((float.getUint32(0) >>> 20) & 0x7ff) - 54;
  }
  e = exponent - 1022;
  m = n * Math.pow(2, -e);
  const scaled = m * 2147483648;
  if (!(scaled >= -2147483648 && scaled < 2147483648)) return 0;
  const u = (e + Math.trunc(scaled)) >>> 0;
  return u <= 0x7fffffff ? u : ~u >>> 0;
}

/** Guest address that stands for a value without a block (C functions, light userdata). */
export function pointerOf(g: GlobalState, value: Value): number {
  if (typeof value === 'number') return value >>> 0;
  if (typeof value === 'bigint') return Number(BigInt.asUintN(32, value));
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return luaS_hash(literal(value), value.length, 0x9e3779b9);
  if (value === null || value === undefined) return 0;
  let p = g.pointers.get(value);
  if (p === undefined) {
    p =
      typeof value === 'function'
        ? 0x400d0020 + ((value as CFunction).cname ?? 0) * 32
        : (g.nextPointer += 16);
    g.pointers.set(value, p);
  }
  return p;
}

function mainposition(g: GlobalState, t: Table, type: number, value: Value): number {
  const size = t.node.length;
  switch (type) {
    case LUA_TNUMINT:
      return (value as number) & (size - 1);
    case LUA_TNUMINT64:
      return Number(BigInt.asIntN(32, value as bigint)) & (size - 1);
    case LUA_TSHRSTR:
      return (value as TString).hash & (size - 1);
    case LUA_TLNGSTR:
      return luaS_hashlongstr(value as TString) & (size - 1);
    case LUA_TNUMFLT:
      return hashFloat(value as number) % ((size - 1) | 1);
    case LUA_TBOOLEAN:
      return (value ? 1 : 0) & (size - 1);
    case LUA_TLIGHTUSERDATA:
    case LUA_TLCF:
      return pointerOf(g, value) % ((size - 1) | 1);
    default: {
      const h = handleOf(type, value);
      return (h === 0 ? romAddress(value as Table) : g.address[h]!) % ((size - 1) | 1);
    }
  }
}
function romAddress(t: Table): number {
  return t.rom?.address ?? 0;
}

// ---------------------------------------------------------------- reads

const NIL = luaO_nilobject;

/** Name of a short string as a key of a flash table. */
function romName(ts: TString): string {
  return (ts.name ??= String.fromCharCode(...ts.realstring));
}

export function luaH_getint(t: Table, key: number): TValue {
  if (key > 0 && key <= t.array.length) return t.array[key - 1]!;
  const node = t.node;
  let i = key & (node.length - 1);
  for (;;) {
    const n = node[i]!;
    if (n.ktype === LUA_TNUMINT && n.kvalue === key) return n;
    if (n.next === 0) return NIL;
    i += n.next;
  }
}

/** The same for a 64-bit integer. Nodes keep keys of 32 bits as such and only larger ones as BigInt. */
function getint64(t: Table, key: bigint): TValue {
  const small = Number(key);
  if ((small | 0) === small) return luaH_getint(t, small);
  const node = t.node;
  let i = Number(BigInt.asIntN(32, key)) & (node.length - 1);
  for (;;) {
    const n = node[i]!;
    if (n.ktype === LUA_TNUMINT64 && n.kvalue === key) return n;
    if (n.next === 0) return NIL;
    i += n.next;
  }
}

/** `t[key]` for an index of the C side, which may be larger than 32 bits. */
export function luaH_getinteger(t: Table, key: number | bigint): TValue {
  return typeof key === 'number' && (key | 0) === key ? luaH_getint(t, key) : getint64(t, BigInt(key));
}

export function luaH_getshortstr(t: Table, key: TString): TValue {
  const node = t.node;
  let i = key.hash & (node.length - 1);
  for (;;) {
    const n = node[i]!;
    if (n.kvalue === key && n.ktype === LUA_TSHRSTR) return n;
    if (n.next === 0) break;
    i += n.next;
  }
  if (t.rom !== null) return t.rom.map.get(romName(key)) ?? NIL;
  return NIL;
}

export function luaH_getstr(t: Table, key: TString): TValue {
  if (key.tt === LUA_TSHRSTR) return luaH_getshortstr(t, key);
  const node = t.node;
  let i = luaS_hashlongstr(key) & (node.length - 1);
  for (;;) {
    const n = node[i]!;
    if (n.ktype === LUA_TLNGSTR && luaS_eqlngstr(n.kvalue as TString, key)) return n;
    if (n.next === 0) return NIL;
    i += n.next;
  }
}

function getgeneric(g: GlobalState, t: Table, type: number, value: Value): TValue {
  const node = t.node;
  let i = mainposition(g, t, type, value);
  for (;;) {
    const n = node[i]!;
    if (n.ktype === type && n.kvalue === value) return n;
    if (n.next === 0) return NIL;
    i += n.next;
  }
}

/** Slot of a float that is no 32-bit integer. */
function getfloat(g: GlobalState, t: Table, key: number): TValue {
  if (g.wide) {
    const integer = integer64OfFloat(key, 0);
    if (integer !== false) return getint64(t, integer);
  }
  return getgeneric(g, t, LUA_TNUMFLT, key);
}

/** Value slot of `key`, or the nil object. */
export function luaH_get(L: LuaState, t: Table, key: TValue): TValue {
  switch (key.type) {
    case LUA_TSHRSTR:
      return luaH_getshortstr(t, key.value as TString);
    case LUA_TNUMINT:
      return luaH_getint(t, key.value as number);
    case LUA_TNIL:
      return NIL;
    case LUA_TLNGSTR:
      return luaH_getstr(t, key.value as TString);
    case LUA_TNUMFLT: {
      const n = key.value as number;
      if ((n | 0) === n) return luaH_getint(t, n | 0);
      return getfloat(L.l_G, t, n);
    }
    case LUA_TNUMINT64:
      return getint64(t, key.value as bigint);
    default:
      return getgeneric(L.l_G, t, key.type, key.value);
  }
}

// ---------------------------------------------------------------- growth

function ceillog2(x: number): number {
  return x <= 1 ? 0 : 32 - Math.clz32(x - 1);
}

const nums = new Int32Array(MAXABITS + 1);

function countint(key: number): number {
  if (key > 0 && key <= MAXASIZE) {
    nums[ceillog2(key)]!++;
    return 1;
  }
  return 0;
}

function numusearray(t: Table): number {
  let ause = 0;
  let i = 1;
  const size = t.array.length;
  for (let lg = 0, ttlg = 1; lg <= MAXABITS; lg++, ttlg *= 2) {
    let lc = 0;
    let lim = ttlg;
    if (lim > size) {
      lim = size;
      if (i > lim) break;
    }
    for (; i <= lim; i++) if (t.array[i - 1]!.type !== LUA_TNIL) lc++;
    nums[lg]! += lc;
    ause += lc;
  }
  return ause;
}

/** Adds a key to a table that has no slot for it and returns its (nil) value slot. */
function luaH_newkey(L: LuaState, t: Table, keyType: number, keyValue: Value): TValue {
  const g = L.l_G;
  let type = keyType;
  let value = keyValue;
  if (t.rom !== null) g.m.luaG_runerror(L, literal('table is Readonly'));
  if (type === LUA_TNIL) g.m.luaG_runerror(L, literal('table index is nil'));
  if (type === LUA_TNUMFLT) {
    const n = value as number;
    if ((n | 0) === n) {
      type = LUA_TNUMINT;
      value = n | 0;
    } else if (n !== n) g.m.luaG_runerror(L, literal('table index is NaN'));
    else if (g.wide) {
      const integer = integer64OfFloat(n, 0);
      if (integer !== false) {
        type = LUA_TNUMINT64;
        value = integer;
      }
    }
  } else if (type === LUA_TNUMINT64) {
    const n = Number(value);
    if ((n | 0) === n) {
      type = LUA_TNUMINT;
      value = n;
    }
  }
  const node = t.node;
  let mp = mainposition(g, t, type, value);
  if (node === DUMMY_NODES || node[mp]!.type !== LUA_TNIL) {
    let f = -1;
    if (node !== DUMMY_NODES) {
      while (t.lastfree > 0) {
        t.lastfree--;
        if (node[t.lastfree]!.ktype === LUA_TNIL) {
          f = t.lastfree;
          break;
        }
      }
    }
    if (f < 0) {
      g.frames[g.sp++] = F_newkey;
      rehash(L, t, type, value);
      const slot = setslot(L, t, type, value);
      g.sp--;
      return slot;
    }
    const main = node[mp]!;
    const free = node[f]!;
    let othern = mainposition(g, t, main.ktype, main.kvalue);
    if (othern !== mp) {
      // the colliding node is out of its main position: move it to the free place
      while (othern + node[othern]!.next !== mp) othern += node[othern]!.next;
      node[othern]!.next = f - othern;
      free.type = main.type;
      free.value = main.value;
      free.ktype = main.ktype;
      free.kvalue = main.kvalue;
      free.next = main.next;
      if (main.next !== 0) {
        free.next += mp - f;
        main.next = 0;
      }
      main.type = LUA_TNIL;
      main.value = null;
    } else {
      if (main.next !== 0) free.next = mp + main.next - f;
      main.next = f - mp;
      mp = f;
    }
  }
  const n = node[mp]!;
  n.ktype = type;
  n.kvalue = value;
  luaC_barrierback(L, t, type, value);
  return n;
}

/** Existing slot of a key or a new one. */
function setslot(L: LuaState, t: Table, type: number, value: Value): TValue {
  let slot: TValue;
  switch (type) {
    case LUA_TNUMINT:
      slot = luaH_getint(t, value as number);
      break;
    case LUA_TSHRSTR:
    case LUA_TLNGSTR:
      slot = luaH_getstr(t, value as TString);
      break;
    case LUA_TNUMFLT:
      if (((value as number) | 0) === value) slot = luaH_getint(t, value | 0);
      else slot = getfloat(L.l_G, t, value as number);
      break;
    case LUA_TNUMINT64:
      slot = getint64(t, value as bigint);
      break;
    case LUA_TNIL:
      slot = NIL;
      break;
    default:
      slot = getgeneric(L.l_G, t, type, value);
  }
  if (slot !== NIL && t.rom === null) return slot;
  return luaH_newkey(L, t, type, value);
}

/** C `luaH_set`: the slot to store in, created when the key is new. */
export function luaH_set(L: LuaState, t: Table, key: TValue): TValue {
  const g = L.l_G;
  g.frames[g.sp++] = F_set;
  const slot = setslot(L, t, key.type, key.value);
  g.sp--;
  return slot;
}
/** Adds a key known to be absent. */
export function luaH_newkeyslot(L: LuaState, t: Table, key: TValue): TValue {
  return luaH_newkey(L, t, key.type, key.value);
}

/** `t[key] = value` without metamethods; also nil creates the key, as on the device. */
export function luaH_setfrom(L: LuaState, t: Table, key: TValue, value: TValue): void {
  const slot = luaH_set(L, t, key);
  slot.type = value.type;
  slot.value = value.value;
  luaC_barrierback(L, t, value.type, value.value);
}

/** `t[key] = value` for an integer key. */
export function luaH_setintL(L: LuaState, t: Table, key: number, value: TValue): void {
  let slot = luaH_getint(t, key);
  if (slot === NIL) {
    const g = L.l_G;
    g.frames[g.sp++] = F_setint;
    slot = luaH_newkey(L, t, LUA_TNUMINT, key);
    g.sp--;
  }
  slot.type = value.type;
  slot.value = value.value;
  luaC_barrierback(L, t, value.type, value.value);
}

/** The same for an index of the C side, which may be larger than 32 bits. */
export function luaH_setinteger(L: LuaState, t: Table, key: number | bigint, value: TValue): void {
  if (typeof key === 'number' && (key | 0) === key) luaH_setintL(L, t, key, value);
  else luaH_setfrom(L, t, new TValue(LUA_TNUMINT64, BigInt(key)), value);
}

function setarrayvector(L: LuaState, t: Table, size: number): void {
  const g = L.l_G;
  const sp = g.sp;
  g.frames[sp] = F_resize;
  g.frames[sp + 1] = F_setarrayvector;
  g.sp = sp + 2;
  const old = t.array.length;
  t.arrayAddress = luaM_realloc(L, t.arrayAddress, old * g.sizes.tvalue, size * g.sizes.tvalue, KIND.array);
  g.sp = sp;
  if (old === 0) t.array = [];
  for (let i = old; i < size; i++) t.array.push(new TValue(LUA_TNIL, null));
}

interface NodeRequest {
  t: Table;
  nhsize: number;
}

function auxsetnode(L: LuaState, request: NodeRequest): void {
  const t = request.t;
  if (request.nhsize === 0) {
    t.node = DUMMY_NODES;
    t.nodeAddress = 0;
    t.lsizenode = 0;
    t.lastfree = 0;
    return;
  }
  const g = L.l_G;
  const lsize = ceillog2(request.nhsize);
  if (lsize > 26) g.m.luaG_runerror(L, literal('table overflow'));
  const size = 1 << lsize;
  g.frames[g.sp++] = F_auxsetnode;
  const address = luaM_new(L, size * g.sizes.node, KIND.node);
  g.sp--;
  const node: Node[] = [];
  for (let i = 0; i < size; i++) node.push(new Node());
  t.node = node;
  t.nodeAddress = address;
  t.lsizenode = lsize;
  t.lastfree = size;
}

/** New sizes of both parts; entries are put where they belong then. */
export function luaH_resize(L: LuaState, t: Table, nasize: number, nhsize: number): void {
  const g = L.l_G;
  const oldasize = t.array.length;
  const nold = t.node;
  const oldAddress = t.nodeAddress;
  const sizes = g.sizes;
  // the node part is made in a protected call, also when it is empty
  g.left -= EXTRA.resize + (nhsize === 0 ? EXTRA.protect : 0);
  if (nasize > oldasize) setarrayvector(L, t, nasize);
  if (nhsize !== 0 || nold !== DUMMY_NODES) {
    g.frames[g.sp++] = F_resize;
    const status =
      nhsize === 0 ? (auxsetnode(L, { t, nhsize }), 0) : luaD_rawrunprotected(L, auxsetnode, { t, nhsize });
    g.sp--;
    if (status !== 0) {
      if (nasize > oldasize) shrinkArray(L, t, oldasize);
      luaD_throw(L, LUA_ERRMEM);
    }
  }
  if (nasize < oldasize) {
    const rest = t.array.slice(nasize);
    t.array.length = nasize; // pretend the array has its new size
    for (let i = 0; i < rest.length; i++) {
      const v = rest[i]!;
      if (v.type !== LUA_TNIL) luaH_setintL(L, t, nasize + i + 1, v);
    }
    g.frames[g.sp++] = F_resize;
    t.arrayAddress = luaM_realloc(
      L,
      t.arrayAddress,
      oldasize * sizes.tvalue,
      nasize * sizes.tvalue,
      KIND.array,
    );
    g.sp--;
  }
  if (nold !== DUMMY_NODES) {
    let count = 0;
    for (let j = nold.length - 1; j >= 0; j--) {
      const old = nold[j]!;
      if (old.type !== LUA_TNIL) {
        const slot = setslot(L, t, old.ktype, old.kvalue);
        slot.type = old.type;
        slot.value = old.value;
        count++;
      }
    }
    g.left -= EXTRA.reinsert * count;
    g.frames[g.sp++] = F_resize;
    luaM_free(L, oldAddress, nold.length * sizes.node, KIND.node);
    g.sp--;
  }
}

function shrinkArray(L: LuaState, t: Table, size: number): void {
  const bytes = L.l_G.sizes.tvalue;
  t.arrayAddress = luaM_realloc(L, t.arrayAddress, t.array.length * bytes, size * bytes, KIND.array);
  t.array.length = size;
}

/** A larger array part, the node part as it is. */
export function luaH_resizearray(L: LuaState, t: Table, nasize: number): void {
  const g = L.l_G;
  g.frames[g.sp++] = F_resizearray;
  luaH_resize(L, t, nasize, t.node === DUMMY_NODES ? 0 : t.node.length);
  g.sp--;
}

function rehash(L: LuaState, t: Table, type: number, value: Value): void {
  const g = L.l_G;
  nums.fill(0);
  let na = numusearray(t);
  let totaluse = na;
  if (t.node !== DUMMY_NODES) {
    for (let i = t.node.length - 1; i >= 0; i--) {
      const n = t.node[i]!;
      if (n.type !== LUA_TNIL) {
        if (n.ktype === LUA_TNUMINT) na += countint(n.kvalue as number);
        totaluse++;
      }
    }
  }
  if (type === LUA_TNUMINT) na += countint(value as number);
  totaluse++;
  g.left -= EXTRA.rehash + EXTRA.rehashCount * totaluse + (t.array.length > 0 ? EXTRA.rehashArray : 0);
  // the largest size such that more than half of the slots are used
  let a = 0;
  let inArray = 0;
  let optimal = 0;
  for (let i = 0, twotoi = 1; twotoi > 0 && na > twotoi / 2; i++, twotoi *= 2) {
    if (nums[i]! > 0) {
      a += nums[i]!;
      if (a > twotoi / 2) {
        optimal = twotoi;
        inArray = a;
      }
    }
  }
  luaH_resize(L, t, optimal, totaluse - inArray);
}

// ---------------------------------------------------------------- length and traversal

/** A border of the table, found as Lua finds it. */
export function luaH_getn(t: Table): number {
  let j = t.array.length;
  if (j > 0 && t.array[j - 1]!.type === LUA_TNIL) {
    let i = 0;
    while (j - i > 1) {
      const m = (i + j) >>> 1;
      if (t.array[m - 1]!.type === LUA_TNIL) j = m;
      else i = m;
    }
    return i;
  }
  if (t.node === DUMMY_NODES) return j;
  let i = j;
  j++;
  while (luaH_getint(t, j).type !== LUA_TNIL) {
    i = j;
    if (j > 0x3fffffff) {
      i = 1;
      while (luaH_getint(t, i).type !== LUA_TNIL) i++;
      return i - 1;
    }
    j *= 2;
  }
  while (j - i > 1) {
    const m = (i + j) >>> 1;
    if (luaH_getint(t, m).type === LUA_TNIL) j = m;
    else i = m;
  }
  return i;
}

/** {@link luaH_getn} in a machine with 64-bit integers. */
export function luaH_getn64(t: Table): bigint {
  const size = t.array.length;
  if ((size > 0 && t.array[size - 1]!.type === LUA_TNIL) || t.node === DUMMY_NODES)
    return BigInt(luaH_getn(t));
  let i = BigInt(size);
  let j = i + 1n;
  while (getint64(t, j).type !== LUA_TNIL) {
    i = j;
    if (j > MAXINTEGER64 / 2n) {
      i = 1n;
      while (getint64(t, i).type !== LUA_TNIL) i++;
      return i - 1n;
    }
    j *= 2n;
  }
  while (j - i > 1n) {
    const m = (i + j) / 2n;
    if (getint64(t, m).type === LUA_TNIL) j = m;
    else i = m;
  }
  return i;
}

function findindex(L: LuaState, t: Table, key: TValue): number {
  let { type, value } = key;
  if (type === LUA_TNIL) return 0;
  if (type === LUA_TNUMINT64) {
    const k = Number(value);
    if ((k | 0) === k) {
      type = LUA_TNUMINT;
      value = k;
    }
  }
  if (type === LUA_TNUMINT) {
    const k = value as number;
    if (k > 0 && k <= t.array.length) return k;
  }
  const g = L.l_G;
  let i = mainposition(g, t, type, value);
  for (;;) {
    const n = t.node[i]!;
    if (
      (n.ktype === type &&
        (n.kvalue === value ||
          (type === LUA_TLNGSTR && luaS_eqlngstr(n.kvalue as TString, value as TString)))) ||
      (n.ktype === LUA_TDEADKEY && n.kvalue === value)
    )
      return i + 1 + t.array.length;
    if (n.next === 0) g.m.luaG_runerror(L, literal("invalid key to 'next'"));
    i += n.next;
  }
}

/** Traversal: replaces the key at stack slot `keyI` by the next one and puts its value behind it. */
export function luaH_next(L: LuaState, t: Table, keyI: number): boolean {
  const key = L.stack[keyI]!;
  const out = L.stack[keyI + 1]!;
  if (t.rom !== null) return romNext(L, t, key, out);
  let i = findindex(L, t, key);
  const asize = t.array.length;
  for (; i < asize; i++) {
    const v = t.array[i]!;
    if (v.type !== LUA_TNIL) {
      setint(L.l_G, key, i + 1);
      out.setfrom(v);
      return true;
    }
  }
  if (t.node === DUMMY_NODES) return false;
  for (i -= asize; i < t.node.length; i++) {
    const n = t.node[i]!;
    if (n.type !== LUA_TNIL) {
      L.l_G.left -= EXTRA.nextHash;
      if (n.ktype === LUA_TNUMINT) setint(L.l_G, key, n.kvalue as number);
      else {
        key.type = n.ktype;
        key.value = n.kvalue;
      }
      out.type = n.type;
      out.value = n.value;
      return true;
    }
  }
  return false;
}

function romNext(L: LuaState, t: Table, key: TValue, out: TValue): boolean {
  const rom = t.rom!;
  let i = 0;
  if (key.type !== LUA_TNIL) {
    i = key.type === LUA_TSHRSTR ? rom.keys.indexOf(romName(key.value as TString)) + 1 : 0;
    if (i === 0) L.l_G.m.luaG_runerror(L, literal("invalid key to 'next'"));
  }
  const name = rom.keys[i];
  if (name === undefined) return false;
  key.setsvalue(luaS_newlstr(L, literal(name)));
  out.setfrom(rom.map.get(name)!);
  return true;
}

/** A read-only table in flash. */
export function newRomTable(name: string, address: number): Table {
  const t = new Table();
  t.rom = { name, map: new Map(), keys: [], address };
  t.flags = 0;
  return t;
}
/** Adds an entry to a flash table (only while it is being built). */
export function addRomEntry(t: Table, name: string, type: number, value: Value): void {
  const rom = t.rom!;
  if (!rom.map.has(name)) rom.keys.push(name);
  rom.map.set(name, new TValue(type, value));
}
