/**
 * Every change to fengari 0.1.5, as exact edits of its modules' text. An edit that does not match as often as it says
 * stops the program at load ({@link FengariMismatchError}).
 *
 * `$G` in the patched text is the machine's global state, `$X` the helpers of `support.ts`.
 */
import type { Edit } from './loader.js';

const POP: Edit = { find: 'delete L.stack[--L.top];', replace: '--L.top;' };
const pop = (count: number): Edit => ({ ...POP, count });

/** A field that once held NaN is a double for the host for ever, and so is all that is worked out from it. */
const noNaN = (count: number): Edit => ({ find: '= NaN;', replace: '= 0;', count });
const noNaNs = (count: number): Edit => ({ find: ': NaN', replace: ': 0', count });

/** The C API with its exact integers, for what stands in `wide-libraries.ts`. */
const WIDE_API = "{ ...require('./lua.js'), ...require('./lapi.js'), ...require('./lauxlib.js') }";

export const PATCHES: Readonly<Record<string, readonly Edit[]>> = {
  'luaconf.js': [
    {
      find: 'const conf = (process.env.FENGARICONF ? JSON.parse(process.env.FENGARICONF) : {});',
      replace: 'const conf = {};',
    },
    { find: 'conf.LUAI_MAXSTACK || 1000000', replace: '12000' },
    { find: 'conf.LUAL_BUFFERSIZE || 8192', replace: '256' },
    { find: 'return String(Number(n.toPrecision(14)));', replace: 'return $G.numberText(n);' },
  ],
  'lobject.js': [
    {
      from: 'class TValue {',
      to: 'const pushobj2s = function',
      replace: "const { TValue } = require('xtal-objects');\n",
    },
    { find: 'L.stack[L.top++] = new TValue(tv.type, tv.value);', replace: 'L.stack[L.top++].setfrom(tv);' },
    { find: 'L.stack[L.top++] = new TValue(LUA_TLNGSTR, ts);', replace: 'L.stack[L.top++].setsvalue(ts);' },
    {
      from: 'const luaO_nilobject = new TValue',
      to: 'const RETS = ',
      replace:
        "const { luaO_nilobject, LClosure, CClosure, Udata, LocVar } = require('xtal-objects');\nmodule.exports.luaO_nilobject = luaO_nilobject;\n",
    },
    {
      from: '/* maximum number of significant digits to read',
      to: 'const pushstr = function',
      replace: "const { luaO_str2num, luaO_tostring } = require('xtal-support');\n",
    },
    {
      find: 'setsvalue2s(L, L.top-1, luaS_new(L, str));',
      replace: 'setsvalue2s(L, L.top-1, luaS_bless(L, str));',
    },
    {
      from: 'if (v instanceof lstate.lua_State ||',
      to: 'break;\n            }\n            case 85',
      replace: "pushstr(L, to_luastring(require('xtal-support').pointerText($G, v)));\n                ",
    },
    {
      find: 'L.stack[L.top-1].setivalue(argp[a++]);',
      replace: "require('xtal-support').setint($G, L.stack[L.top-1], argp[a++]);",
    },
    {
      find: 'const intarith = function(L, op, v1, v2) {\n',
      replace:
        "const intarith = function(L, op, v1, v2) {\n    if (typeof v1 === 'bigint') return require('xtal-support').arith64(L, op, v1, v2);\n",
    },
    {
      find: 'res.setivalue(intarith(L, op, i1, i2));',
      replace: "require('xtal-support').setint($G, res, intarith(L, op, i1, i2));",
    },
    {
      find: 'res.setivalue(intarith(L, op, p1.value, p2.value));',
      replace: "require('xtal-support').setint($G, res, intarith(L, op, p1.value, p2.value));",
    },
    {
      from: 'const numarith = function',
      to: 'const luaO_arith = function',
      replace: "const { numarith } = require('xtal-support');\n",
    },
  ],
  'lua.js': [
    {
      find: 'module.exports.lua_tointegerx          = lapi.lua_tointegerx;',
      replace:
        'module.exports.lua_tointegerx          = lapi.lua_tointegerx;\nmodule.exports.lua_toexactx            = lapi.lua_toexactx;',
    },
  ],
  'lapi.js': [
    pop(16),
    { find: 'to.stack[to.top] = new lobject.TValue();\n', replace: '' },
    { find: '        delete from.stack[from.top + i];\n', replace: '' },
    {
      find: 'L.stack[L.top] = new TValue(LUA_TNIL, null);',
      replace: 'L.stack[L.top].setnilvalue();',
      count: 3,
    },
    {
      find: 'L.stack[L.top] = new TValue(LUA_TNUMFLT, n);',
      replace: 'L.stack[L.top].setfltvalue($G.single ? Math.fround(n) : n);',
    },
    {
      find: 'L.stack[L.top] = new TValue(LUA_TNUMINT, n);',
      replace: '$X.setint($G, L.stack[L.top], n);',
      count: 3,
    },
    // integers of either width; lua_toexactx is the face without loss
    {
      find: 'fengari_argcheck(typeof n === "number" && (n|0) === n);',
      replace: 'fengari_argcheck($X.isIntegerArgument($G, n));',
    },
    {
      find: '    return lvm.tointeger(index2addr(L, idx));\n};',
      replace:
        '    const n = lvm.tointeger(index2addr(L, idx));\n    return typeof n === "bigint" ? Number(n) : n;\n};\nconst lua_toexactx = function(L, idx) {\n    const n = lvm.tointeger(index2addr(L, idx));\n    return n === false ? false : BigInt(n);\n};\nmodule.exports.lua_toexactx = lua_toexactx;',
    },
    {
      find: 'lobject.pushobj2s(L, ltable.luaH_getint(t.value, n));',
      replace: 'lobject.pushobj2s(L, ltable.luaH_getinteger(t.value, n));',
    },
    {
      find: 'return ltable.luaH_getn(o.value);',
      replace: 'return $G.wide ? Number(ltable.luaH_getn64(o.value)) : ltable.luaH_getn(o.value);',
    },
    {
      find: 'L.stack[L.top] = new TValue(LUA_TLCF, fn);',
      replace: 'L.stack[L.top].setfvalue($X.named(fn));',
    },
    { find: 'L.stack[L.top] = new TValue(LUA_TBOOLEAN, !!b);', replace: 'L.stack[L.top].setbvalue(!!b);' },
    { find: 'L.stack[L.top] = new TValue(LUA_TLIGHTUSERDATA, p);', replace: 'L.stack[L.top].setpvalue(p);' },
    { find: 'L.stack[L.top] = new TValue(LUA_TTHREAD, L);', replace: 'L.stack[L.top].setthvalue(L);' },
    { find: 'L.stack[L.top] = new TValue(LUA_TTABLE, mt);', replace: 'L.stack[L.top].sethvalue(mt);' },
    { find: 'L.stack[L.top] = new TValue(uv.type, uv.value);', replace: 'L.stack[L.top].setfrom(uv);' },
    { find: 'L.stack[L.top] = new TValue(type, value);', replace: 'L.stack[L.top].set(type, value);' },
    { find: 'L.stack[L.top] = tv;', replace: 'L.stack[L.top].setfrom(tv);', count: 2 },
    { find: 'L.stack[L.top] = new TValue();\n', replace: '' },
    { find: '        delete L.stack[L.top];\n', replace: '' },
    {
      find: 'const TValue    = lobject.TValue;',
      replace:
        "const TValue    = lobject.TValue;\nconst $X = require('xtal-support');\nconst { luaC_checkGC } = $X;",
    },
    // strings
    {
      find: `        ts = luaS_bless(L, s);
    } else {
        s = from_userstring(s);
        api_check(L, s.length >= len, "invalid length to lua_pushlstring");
        ts = luaS_new(L, s.subarray(0, len));
    }
    lobject.pushsvalue2s(L, ts);`,
      replace: `        ts = luaS_bless(L, s);
    } else {
        s = from_userstring(s);
        api_check(L, s.length >= len, "invalid length to lua_pushlstring");
        ts = $X.luaS_newlstr(L, s, len);
    }
    lobject.pushsvalue2s(L, ts);
    luaC_checkGC(L);`,
    },
    {
      find: '        s = ts.getstr(); /* internal copy */\n',
      replace: '        s = ts.getstr(); /* internal copy */\n        luaC_checkGC(L);\n',
      count: 2,
    },
    {
      find: 'return lobject.luaO_pushvfstring(L, fmt, argp);',
      replace: 'const r = lobject.luaO_pushvfstring(L, fmt, argp); luaC_checkGC(L); return r;',
      count: 2,
    },
    // loops of library functions over tables end at limits and interrupts too
    {
      find: 'const lua_geti = function(L, idx, n) {\n',
      replace:
        'const lua_geti = function(L, idx, n) {\n    if (($G.left -= $X.W.tableAccess) < 0) $G.tick(L);\n',
    },
    // closures, tables, userdata
    {
      find: 'let cl = new CClosure(L, fn, n);',
      replace: 'let cl = $X.luaF_newCclosure(L, $X.named(fn), n);',
    },
    {
      find: `        for (let i=1; i<n; i++)
            --L.top;
        if (n>0)
            --L.top;
        L.stack[L.top].setclCvalue(cl);`,
      replace: `        L.top -= n;
        L.stack[L.top].setclCvalue(cl);
        L.top++; luaC_checkGC(L); L.top--;`,
    },
    {
      find: `    let t = new lobject.TValue(LUA_TTABLE, ltable.luaH_new(L));
    L.stack[L.top] = t;
    api_incr_top(L);`,
      replace: `    let t = ltable.luaH_new(L);
    L.stack[L.top].sethvalue(t);
    api_incr_top(L);
    if (narray > 0 || nrec > 0) ltable.luaH_resize(L, t, narray | 0, nrec | 0);
    luaC_checkGC(L);`,
    },
    {
      from: 'const luaS_newudata = function',
      to: 'const lua_newuserdata = function',
      replace: 'const { luaS_newudata } = $X;\n',
    },
    {
      find: `    L.stack[L.top] = new lobject.TValue(LUA_TUSERDATA, u);
    api_incr_top(L);
    return u.data;`,
      replace: `    u.data = Object.create(null);
    L.stack[L.top].setuvalue(u);
    api_incr_top(L);
    luaC_checkGC(L);
    return u.data;`,
    },
    {
      find: 'ltable.luaH_setint(o.value, n, L.stack[L.top - 1]);',
      replace: 'ltable.luaH_setinteger(L, o.value, n, L.stack[L.top - 1]);',
    },
    {
      find: 'obj.value.metatable = mt;',
      replace:
        '$X.checkWritable(L, obj.value); obj.value.metatable = mt; if (mt !== null) $X.metatableSet(L, obj.value, mt);',
    },
    { find: 'val: f.upvals[n-1]', replace: 'val: f.upvals[n-1].v, upval: f.upvals[n-1], owner: 0' },
    { find: 'val: f.upvalue[n-1]', replace: 'val: f.upvalue[n-1], upval: null, owner: f.h' },
    {
      find: '        val.setfrom(L.stack[L.top-1]);\n',
      replace: '        val.setfrom(L.stack[L.top-1]); $X.upvalueSet(L, aux);\n',
    },
    {
      find: 'o.value.uservalue.setfrom(L.stack[L.top - 1]);',
      replace:
        'o.value.uservalue.setfrom(L.stack[L.top - 1]); $X.luaC_barrier(L, o.value.h, L.stack[L.top - 1]);',
    },
    {
      find: 'f.upvals[0].setfrom(gt);',
      replace: 'f.upvals[0].v.setfrom(gt); $X.luaC_upvalbarrier(L, f.upvals[0]);',
    },
    {
      find: 'ref1.f.upvals[ref1.i] = up2;',
      replace:
        'if (ref1.f.upvals[ref1.i] !== up2) { $X.luaC_upvdeccount(L, ref1.f.upvals[ref1.i]); ref1.f.upvals[ref1.i] = up2; up2.refcount++; if (up2.level >= 0) up2.touched = true; $X.luaC_upvalbarrier(L, up2); }',
    },
    {
      find: '        lobject.luaO_tostring(L, o);\n    }\n    return o.svalue();',
      replace:
        '        lobject.luaO_tostring(L, o);\n        luaC_checkGC(L);\n        o = index2addr(L, idx);\n    }\n    return o.svalue();',
    },
    {
      find: '    if (n >= 2)\n        lvm.luaV_concat(L, n);',
      replace: '    if (n >= 2) {\n        lvm.luaV_concat(L, n);\n        luaC_checkGC(L);\n    }',
    },
    {
      find: 'return lvm.tonumber(index2addr(L, idx));',
      replace:
        'const n = lvm.tonumber(index2addr(L, idx)); return n !== false && $G.single ? Math.fround(n) : n;',
    },
    { find: 'const lua_gc = function () {};', replace: 'const { lua_gc } = $X;' },
    {
      from: 'const lua_getallocf = function',
      to: 'module.exports.api_incr_top',
      replace: 'const lua_getallocf = () => 0, lua_setallocf = () => 0, lua_getextraspace = () => 0;\n',
    },
    // a value of the metatable table of a basic type may be absent
    { find: 'if (mt !== null && mt !== undefined) {', replace: 'if (mt) {' },
  ],
  'ldebug.js': [
    { find: 'delete L.stack[--L.top];  /* pop value */', replace: '--L.top;' },
    {
      find: 'L.stack[L.top] = new lobject.TValue(LUA_TNIL, null);',
      replace: 'L.stack[L.top].setnilvalue();',
    },
    { find: 'L.stack[L.top] = new lobject.TValue(LUA_TTABLE, t);', replace: 'L.stack[L.top].sethvalue(t);' },
    { find: 'ltable.luaH_setint(t, lineinfo[i], v);', replace: 'ltable.luaH_setintL(L, t, lineinfo[i], v);' },
    { find: '"=[JS]"', replace: '"=[C]"' },
    { find: 'to_luastring("J", true)', replace: 'to_luastring("C", true)' },
    { find: 'c.upvals[i] === o', replace: 'c.upvals[i] !== null && c.upvals[i].v === o' },
  ],
  'lzio.js': [
    {
      find: '    z.buffer = buff;\n    z.off = 0;',
      replace:
        "    z.buffer = buff;\n    $G.left -= require('xtal-support').W.compileByte * size;\n    z.off = 0;",
    },
    {
      find: '        this.n = 0;\n    }\n}\n\nconst luaZ_buffer',
      replace:
        '        this.n = 0;\n        this.address = 0;\n        this.size = 0;\n    }\n}\n\nconst luaZ_buffer',
    },
    {
      find: '    let newbuff = new Uint8Array(size);',
      replace:
        "    require('xtal-support').resizeMBuffer(L, buff, size);\n    let newbuff = new Uint8Array(size);",
    },
  ],
  'llex.js': [
    {
      from: 'const TVtrue = new lobject.TValue',
      to: '/*\n** increment line number',
      replace: `const luaX_newstring = function(ls, str) {
    return require('xtal-support').scannerString(ls.L, ls.h, str);
};

`,
    },
    { find: 'luaX_tokens.forEach((e, i)=>token_to_index[luaS_hash(e)] = i);', replace: '' },
    {
      find: '    let kidx = token_to_index[luaS_hashlongstr(w)];\n    return kidx !== void 0 && kidx <= 22;',
      replace: '    return w.extra > 0;',
    },
    {
      find: `                    let kidx = token_to_index[luaS_hashlongstr(ts)];
                    if (kidx !== void 0 && kidx <= 22)  /* reserved word? */
                        return kidx + FIRST_RESERVED;`,
      replace: `                    if (ts.extra > 0)  /* reserved word? */
                        return ts.extra - 1 + FIRST_RESERVED;`,
    },
    noNaN(6),
  ],
  'lparser.js': [
    { find: 'const Proto    = lfunc.Proto;', replace: "const $X = require('xtal-support');" },
    {
      find: `        this.actvar = {  /* list of active local variables */
            arr: [],
            n: NaN,
            size: NaN
        };`,
      replace: '        this.actvar = { arr: [], n: 0, size: 0, address: 0 };',
    },
    {
      find: '        this.n = NaN;  /* number of entries in use */\n        this.size = NaN;  /* array size */',
      replace: '        this.n = 0; this.size = 0; this.address = 0;',
    },
    {
      find: '    f.locvars[fs.nlocvars] = new lobject.LocVar();\n    f.locvars[fs.nlocvars].varname = varname;',
      replace:
        '    $X.growLocvars(ls.L, f, fs.nlocvars);\n    f.locvars[fs.nlocvars] = new lobject.LocVar();\n    f.locvars[fs.nlocvars].varname = varname;\n    $X.luaC_objbarrier(ls.L, f.h, varname.h);',
    },
    {
      find: '    dyd.actvar.arr[dyd.actvar.n] = new Vardesc();',
      replace: '    $X.growActvar(ls.L, dyd.actvar);\n    dyd.actvar.arr[dyd.actvar.n] = new Vardesc();',
    },
    {
      find: '    f.upvalues[fs.nups] = {\n',
      replace:
        '    $X.growUpvalues(fs.ls.L, f, fs.nups);\n    $X.luaC_objbarrier(fs.ls.L, f.h, name.h);\n    f.upvalues[fs.nups] = {\n',
    },
    {
      find: '    l.arr[n] = new Labeldesc();',
      replace: '    $X.growLabels(ls.L, l, l === ls.dyd.gt);\n    l.arr[n] = new Labeldesc();',
    },
    {
      find: '    let clp = new Proto(L);\n    let fs = ls.fs;\n    let f = fs.f;  /* prototype of current function */',
      replace:
        '    let fs = ls.fs;\n    let f = fs.f;  /* prototype of current function */\n    $X.growProtos(L, f, fs.np);\n    let clp = lfunc.luaF_newproto(L);\n    $X.luaC_objbarrier(L, f.h, clp.h);',
    },
    {
      find: '    lua_assert(fs.bl === null);\n    ls.fs = fs.prev;',
      replace:
        '    lua_assert(fs.bl === null);\n    $X.closeFunction(ls.L, fs);\n    ls.fs = fs.prev;\n    $X.luaC_checkGC(ls.L);',
    },
    { find: '    fs.pc = 0;\n', replace: '    fs.pc = 0;\n    $X.openLineinfo(fs);\n' },
    {
      find: 'funcstate.f = cl.p = new Proto(L);',
      replace: 'funcstate.f = cl.p = lfunc.luaF_newproto(L);\n    $X.luaC_objbarrier(L, cl.h, cl.p.h);',
    },
    {
      find: "delete L.stack[--L.top];  /* remove scanner's table */",
      replace: '$X.stripFunction(L, cl.p);\n    --L.top;',
    },
    { find: 'to_luastring("JS levels", true)', replace: 'to_luastring("C levels", true)', count: 2 },
    noNaN(25),
    noNaNs(6),
  ],
  'lcode.js': [
    {
      find: 'const OpCodesI = lopcodes.OpCodesI;',
      replace: "const OpCodesI = lopcodes.OpCodesI;\nconst $X = require('xtal-support');",
    },
    {
      find: '    f.code[fs.pc] = i;\n    f.lineinfo[fs.pc] = fs.ls.lastline;',
      replace:
        '    $X.growCode(fs.ls.L, f, fs.pc);\n    f.code[fs.pc] = i;\n    f.lineinfo[fs.pc] = fs.ls.lastline;\n    luaK_addlineinfo(fs, fs.ls.lastline);',
    },
    {
      find: '    fs.f.lineinfo[fs.pc - 1] = line;',
      replace:
        '    fs.f.lineinfo[fs.pc - 1] = line;\n    if ($X.removeLine(fs, line)) luaK_addlineinfo(fs, line);',
    },
    {
      find: "/*\n** Format and emit an 'iABC' instruction.",
      replace:
        "const luaK_addlineinfo = function(fs, line) {\n    $X.addLine(fs.ls.L, fs, line);\n};\n\n/*\n** Format and emit an 'iABC' instruction.",
    },
    {
      find: '    let idx = ltable.luaH_get(fs.L, fs.ls.h, key);  /* index scanner table */',
      replace:
        '    let L = fs.ls.L;\n    let idx = ltable.luaH_set(L, fs.ls.h, key);  /* index scanner table */',
    },
    {
      find: '    ltable.luaH_setfrom(fs.L, fs.ls.h, key, new lobject.TValue(LUA_TNUMINT, k));\n    f.k[k] = v;',
      replace:
        '    idx.setivalue(k);\n    $X.growConstants(L, f, k);\n    f.k[k] = v;\n    $X.luaC_barrier(L, f.h, v);',
    },
    { find: 'let o = new TValue(LUA_TLNGSTR, s);', replace: 'let o = new TValue(s.tt, s);' },
    {
      find: '    let k = new TValue(LUA_TLIGHTUSERDATA, n);\n    let o = new TValue(LUA_TNUMINT, n);',
      replace:
        '    let k = new TValue(LUA_TLIGHTUSERDATA, $X.constantKey(n));\n    let o = $X.integerConstant($G, n);',
    },
    {
      find: 'return new TValue(LUA_TNUMINT, e.u.ival);',
      replace: 'return $X.integerConstant($G, e.u.ival);',
    },
    { find: 'return (v2.value !== 0);', replace: 'return (v2.value != 0);' },
  ],
  'ldump.js': [
    {
      find: '    let ab = new ArrayBuffer(4);\n    let dv = new DataView(ab);\n    dv.setInt32(0, x, true);\n    let t = new Uint8Array(ab);\n    DumpBlock(t, 4, D);\n};\n\nconst DumpNumber',
      replace:
        '    let ab = new ArrayBuffer($G.wide ? 8 : 4);\n    let dv = new DataView(ab);\n    if ($G.wide) dv.setBigInt64(0, BigInt(x), true);\n    else dv.setInt32(0, x, true);\n    DumpBlock(new Uint8Array(ab), ab.byteLength, D);\n};\n\nconst DumpNumber',
    },
    {
      find: '    let ab = new ArrayBuffer(8);\n    let dv = new DataView(ab);\n    dv.setFloat64(0, x, true);\n    let t = new Uint8Array(ab);\n    DumpBlock(t, 8, D);',
      replace:
        '    let ab = new ArrayBuffer($G.single ? 4 : 8);\n    let dv = new DataView(ab);\n    if ($G.single) dv.setFloat32(0, x, true);\n    else dv.setFloat64(0, x, true);\n    DumpBlock(new Uint8Array(ab), ab.byteLength, D);',
    },
    { find: 'DumpInteger(size, D);', replace: 'DumpInt(size, D);' },
    {
      find: '        DumpByte(o.ttype(), D);\n        switch (o.ttype()) {',
      replace:
        '        let t = o.ttisinteger() ? LUA_TNUMINT : o.ttype();\n        DumpByte(t, D);\n        switch (t) {',
    },
    { find: 'DumpByte(4, D); // integerSize', replace: 'DumpByte($G.wide ? 8 : 4, D); // integerSize' },
    { find: 'DumpByte(8, D); // numberSize', replace: 'DumpByte($G.single ? 4 : 8, D); // numberSize' },
  ],
  'lundump.js': [
    {
      find: "const lobject  = require('./lobject.js');",
      replace: "const lobject  = require('./lobject.js');\nconst $X = require('xtal-support');",
    },
    {
      find: '        let u8 = new Uint8Array(size);',
      replace:
        '        if (!(size >= 0 && size <= $X.MAX_BINARY)) this.error("truncated");\n        let u8 = new Uint8Array(size);',
    },
    {
      find: 'f.p[i] = new lfunc.Proto(this.L);',
      replace:
        'f.p[i] = lfunc.luaF_newproto(this.L);\n            $X.luaC_objbarrier(this.L, f.h, f.p[i].h);',
    },
    {
      find: 'cl.p = new lfunc.Proto(L);',
      replace: 'cl.p = lfunc.luaF_newproto(L);\n    $X.luaC_objbarrier(L, cl.h, cl.p.h);',
    },
    {
      find: 'f.k.push(new lobject.TValue(LUA_TLNGSTR, this.LoadString()));',
      replace:
        '{ const s = this.LoadString(); if (s === null) this.error("corrupted"); f.k.push(new lobject.TValue(s.tt, s)); $X.luaC_objbarrier(this.L, f.h, s.h); }',
    },
    {
      find: '    LoadCode(f) {\n        let n = this.LoadInt();',
      replace: '    LoadCode(f) {\n        let n = this.LoadInt();\n        $X.allocCode(this, f, n);',
    },
    {
      find: '    LoadConstants(f) {\n        let n = this.LoadInt();',
      replace:
        '    LoadConstants(f) {\n        let n = this.LoadInt();\n        $X.allocConstants(this, f, n);',
    },
    {
      find: '    LoadProtos(f) {\n        let n = this.LoadInt();',
      replace: '    LoadProtos(f) {\n        let n = this.LoadInt();\n        $X.allocProtos(this, f, n);',
    },
    {
      find: '    LoadUpvalues(f) {\n        let n = this.LoadInt();',
      replace:
        '    LoadUpvalues(f) {\n        let n = this.LoadInt();\n        $X.allocUpvalues(this, f, n);',
    },
    {
      find: '        this.LoadDebug(f);',
      replace: '        this.LoadDebug(f);\n        $X.finishBinary(this, f);',
    },
    {
      find: '            f.upvalues[i].name = this.LoadString();',
      replace:
        '            { const s = this.LoadString(); if (i >= f.upvalues.length) this.error("corrupted"); if (s !== null) $X.luaC_objbarrier(this.L, f.h, s.h); f.upvalues[i].name = s; }',
    },
    {
      find: '                varname: this.LoadString(),',
      replace: '                varname: $X.anchor(this.L, f, this.LoadString()),',
    },
    {
      find: '        f.source = this.LoadString();',
      replace: '        f.source = $X.anchor(this.L, f, this.LoadString());',
    },
    {
      find: '                instack: this.LoadByte(),',
      replace: '                instack: this.LoadByte() !== 0,',
    },
    {
      find: 'new lobject.TValue(LUA_TNUMINT, this.LoadInteger())',
      replace: '$X.integerConstant($G, this.LoadInteger())',
    },
    // sizes of numbers are those of the number model; of C's types the check names what Lua's names
    { find: 'this.integerSize = 4;', replace: 'this.integerSize = $G.wide ? 8 : 4;' },
    { find: 'this.numberSize = 8;', replace: 'this.numberSize = $G.single ? 4 : 8;' },
    {
      find: '        return this.dv.getFloat64(0, true);',
      replace: '        return $G.single ? this.dv.getFloat32(0, true) : this.dv.getFloat64(0, true);',
    },
    {
      find: '        return this.dv.getInt32(0, true);\n    }\n\n    LoadSize_t() {\n        return this.LoadInteger();',
      replace:
        '        return $G.wide ? this.dv.getBigInt64(0, true) : this.dv.getInt32(0, true);\n    }\n\n    LoadSize_t() {\n        return this.LoadInt();',
    },
    {
      find: 'this.checksize(this.instructionSize, 4, "instruction");',
      replace: 'this.checksize(this.instructionSize, 4, "Instruction");',
    },
    {
      find: 'this.checksize(this.integerSize, 4, "integer");',
      replace: 'this.checksize(this.integerSize, $G.wide ? 8 : 4, "lua_Integer");',
    },
    {
      find: 'this.checksize(this.numberSize, 8, "number");',
      replace: 'this.checksize(this.numberSize, $G.single ? 4 : 8, "lua_Number");',
    },
    { find: 'this.LoadInteger() !== 0x5678', replace: 'Number(this.LoadInteger()) !== 0x5678' },
    {
      find: '    lua_assert(cl.nupvalues === cl.p.upvalues.length);',
      replace:
        '    if (cl.nupvalues !== cl.p.upvalues.length) S.error("corrupted");\n    $X.verifyFunction(S, cl.p, null);',
    },
  ],
  'lauxlib.js': [
    {
      from: 'class luaL_Buffer {',
      to: 'const LEVELS1 = 10;',
      replace: "const { luaL_Buffer, makeBuffers } = require('xtal-support');\n",
    },
    {
      from: 'const luaL_prepbuffsize = function',
      to: 'const luaL_opt = function',
      replace: `/* integer arguments without loss, as BigInt */
const luaL_checkexact = function(L, arg) {
    const d = lua_toexactx(L, arg);
    if (d === false) interror(L, arg);
    return d;
};
const luaL_optexact = (L, arg, def) => luaL_opt(L, luaL_checkexact, arg, def);
module.exports.luaL_checkexact = luaL_checkexact;
module.exports.luaL_optexact = luaL_optexact;

const { luaL_prepbuffsize, luaL_buffinit, luaL_buffinitsize, luaL_prepbuffer, luaL_addlstring, luaL_addstring, luaL_pushresult, luaL_addchar, luaL_addsize, luaL_pushresultsize, luaL_addvalue } = makeBuffers($G, {
    lua_pushlstring, lua_remove: (L, i) => lua_remove(L, i), lua_insert: (L, i) => lua_insert(L, i), lua_tolstring, lua_pop, lua_pushcfunction,
    lua_setfield: (L, i, k) => lua_setfield(L, i, k), lua_setmetatable, lua_touserdata, luaL_newmetatable: (L, n) => luaL_newmetatable(L, n),
    luaL_error: (L, f) => luaL_error(L, f) });
`,
    },
    {
      from: 'let getc;\n',
      to: 'const luaL_loadfile = function',
      replace:
        "const { luaL_loadfilex } = require('xtal-support').makeLoader($G, { lua_gettop, lua_pushfstring, lua_remove, lua_tostring, luaL_loadbufferx, LUA_ERRFILE });\n",
    },
    {
      from: 'const lua_writestringerror = function',
      to: 'const luaL_checkversion_ = function',
      replace: 'const lua_writestringerror = function() {};\n',
    },
    {
      find: 'lua_pushfstring(L, p_I, lua_tointeger(L, idx));',
      replace: 'lua_pushfstring(L, p_I, $G.wide ? lua_toexactx(L, idx) : lua_tointeger(L, idx));',
    },
    {
      find: '    if (luaL_callmeta(L, idx, __tostring)) {',
      replace:
        "    $G.left -= require('xtal-support').W.tolstring;\n    if (luaL_callmeta(L, idx, __tostring)) {",
    },
    { find: '(...tail calls..)', replace: '(...tail calls...)' },
    { find: '    lua_tointegerx,\n', replace: '    lua_tointegerx,\n    lua_toexactx,\n' },

    {
      find: '    if (findfield(L, top + 1, 2)) {',
      replace:
        '    if (findfield(L, top + 1, 2) || (lua_settop(L, top + 1), $G.host.pushRomTable(L), findfield(L, top + 1, 2))) {',
    },
  ],
  'lbaselib.js': [
    {
      from: 'let lua_writestring;\n',
      to: 'const luaB_print = function',
      replace: `const lua_writestring = (s) => $G.host.write(s);
const newline = new Uint8Array([10]);
const lua_writeline = () => $G.host.write(newline);
`,
    },
    {
      from: 'const opts = [\n',
      to: 'const luaB_type = function',
      replace:
        "const { luaB_collectgarbage } = require('xtal-support').makeCollectgarbage({ luaL_checkoption, luaL_optinteger: $G.wide ? require('xtal-wide').withIntArguments(require('./lauxlib.js'), require('./lapi.js')).luaL_optinteger : luaL_optinteger, lua_gc: require('./lapi.js').lua_gc, lua_pushnumber: require('./lua.js').lua_pushnumber, lua_pushboolean, lua_pushinteger });\n",
    },
    {
      from: 'const b_str2int = function',
      to: 'const luaB_tonumber = function',
      replace: "const { b_str2int } = require($G.wide ? 'xtal-wide' : 'xtal-support');\n",
    },
    {
      find: '    let i = luaL_checkinteger(L, 2) + 1;\n    lua_pushinteger(L, i);\n',
      replace: `    let i = luaL_checkinteger(L, 2) + 1;
    if (i !== (i | 0)) {
        if ($G.wide) return require('xtal-wide').nextIndex(${WIDE_API}, L) === LUA_TNIL ? 1 : 2;
        i |= 0;
    }
    lua_pushinteger(L, i);
`,
    },
    {
      find: 'luaL_checkstack(L, 2, "too many nested functions");',
      replace: 'luaL_checkstack(L, 2, to_luastring("too many nested functions"));',
    },
    {
      find: 'luaL_argcheck(L, t === LUA_TNIL || t === LUA_TTABLE, 2, "nil or table expected");',
      replace:
        'luaL_argcheck(L, t === LUA_TNIL || t === LUA_TTABLE, 2, to_luastring("nil or table expected"));',
    },
    { find: '2, "base out of range");', replace: '2, to_luastring("base out of range"));' },
    { find: '1, "table or string expected");', replace: '1, to_luastring("table or string expected"));' },
    { find: '1, "value expected");', replace: '1, to_luastring("value expected"));' },
    { find: '1, "index out of range");', replace: '1, to_luastring("index out of range"));' },
    {
      find: 'module.exports.luaopen_base = luaopen_base;',
      replace: 'module.exports.luaopen_base = luaopen_base;\nmodule.exports.functions = base_funcs;',
    },
  ],
  'lcorolib.js': [
    // as a function of its own, so that it does not get two frames
    {
      find: '"create":      luaB_cocreate,',
      replace: '"create":      { luaB_cocreate(L) { return luaB_cocreate$(L); } }.luaB_cocreate,',
    },
    {
      find: 'module.exports.luaopen_coroutine',
      replace: 'module.exports.functions = co_funcs;\nmodule.exports.luaopen_coroutine',
    },
  ],
  'ldblib.js': [
    {
      find: "} = require('./lauxlib.js');",
      replace:
        "} = $G.wide ? require('xtal-wide').withIntArguments(require('./lauxlib.js'), require('./lapi.js')) : require('./lauxlib.js');",
    },
    { from: 'let getinput;\n', to: 'const luaopen_debug = function', replace: '' },
    {
      find: 'module.exports.luaopen_debug',
      replace: 'module.exports.functions = dblib;\nmodule.exports.luaopen_debug',
    },
  ],
  'lmathlib.js': [
    {
      find: 'let r = (rand_state === void 0)?Math.random():(l_rand() / 0x80000000);',
      replace:
        'let r = (rand_state === void 0)?($G.host.random()>>>0) / 0x100000000:(l_rand() / 0x80000000);',
    },
    {
      find: '    switch (lua_gettop(L)) {  /* check number of arguments */',
      replace: `    if ($wide !== null && lua_gettop(L) > 0) return require('xtal-wide').randomInteger($wide, L, r);
    switch (lua_gettop(L)) {  /* check number of arguments */`,
    },
    // NodeMCU's own way, which differs from fmod for zero, infinities and large quotients
    {
      find: '        lua_pushnumber(L, a%b);',
      replace: `        if (b === 0) return luaL_error(L, to_luastring("modulo by zero"));
        let m = $G.single ? Math.fround(a / b) : a / b;
        lua_pushnumber(L, a - b * (m > 0 ? Math.floor(m) : Math.ceil(m)));`,
    },
    { find: 'let rand_state;', replace: `let rand_state;\nconst $wide = $G.wide ? ${WIDE_API} : null;` },
    {
      find: 'module.exports.luaopen_math',
      replace: `module.exports.functions = $wide !== null ? require('xtal-wide').wideMath($wide, mathlib) : mathlib;\nmodule.exports.luaopen_math`,
    },
  ],
  'lutf8lib.js': [
    {
      find: 'module.exports.luaopen_utf8',
      replace: 'module.exports.functions = funcs;\nmodule.exports.luaopen_utf8',
    },
  ],
  'ltablib.js': [
    // wraps around as a lua_Integer does
    {
      find: 'let e = aux_getn(L, 1, TAB_RW) + 1;',
      replace: 'let e = (aux_getn(L, 1, TAB_RW) + 1) | 0;',
    },
    {
      find: 'return Math.floor(Math.random()*0x100000000);',
      replace: 'return 0xffffffff;  // as NodeMCU has it',
    },
    {
      find: 'let e = luaL_opt(L, luaL_checkinteger, 3, luaL_len(L, 1));',
      replace: 'let e = lua_isnoneornil(L, 3) ? luaL_len(L, 1) : luaL_checkinteger(L, 3);',
    },
    { find: '2, "position out of bounds");', replace: '2, to_luastring("position out of bounds"));' },
    { find: '1, "position out of bounds");', replace: '1, to_luastring("position out of bounds"));' },
    {
      find: 'luaL_error(L, "wrong number of arguments to \'insert\'")',
      replace: 'luaL_error(L, to_luastring("wrong number of arguments to \'insert\'"))',
    },
    { find: '3, "too many elements to move");', replace: '3, to_luastring("too many elements to move"));' },
    { find: '4, "destination wrap around");', replace: '4, to_luastring("destination wrap around"));' },
    { find: '1, "array too big");', replace: '1, to_luastring("array too big"));' },
    {
      find: '    lua_geti(L, 1, i);\n    if (!lua_isstring(L, -1))',
      replace:
        "    $G.left -= require('xtal-support').W.concatField;\n    lua_geti(L, 1, i);\n    if (!lua_isstring(L, -1))",
    },
    {
      find: '    if (lua_isnil(L, 2))  /* no function? */',
      replace:
        "    $G.left -= require('xtal-support').W.sortCompare;\n    if (lua_isnil(L, 2))  /* no function? */",
    },
    {
      find: 'module.exports.luaopen_table',
      replace: `module.exports.functions = $G.wide ? require('xtal-wide').wideTable($G, ${WIDE_API}, tab_funcs, checktab) : tab_funcs;\nmodule.exports.luaopen_table`,
    },
  ],
  'lstrlib.js': [
    {
      find: "const { sprintf } = require('sprintf-js');",
      replace: `const { sprintf, W: $W } = require('xtal-support');\nconst { lua_newuserdata, lua_rawgeti, lua_rawlen } = require('./lua.js');\nconst $wide = $G.wide ? require('xtal-wide').wideString(${WIDE_API}) : null;`,
    },
    // 64-bit integers
    {
      find: '                    let n = luaL_checkinteger(L, arg);\n                    addlenmod',
      replace:
        '                    let n = $wide !== null ? $wide.check(L, arg) : luaL_checkinteger(L, arg);\n                    addlenmod',
    },
    {
      find: 'let n = lua_tointeger(L, arg);\n                let format = (n === LUA_MININTEGER)',
      replace:
        'let n = $wide !== null ? $wide.integer(L, arg) : lua_tointeger(L, arg);\n                let format = (n === ($wide !== null ? $wide.mininteger : LUA_MININTEGER))',
    },
    { find: 'const SZINT = 4;', replace: 'const SZINT = $G.wide ? 8 : 4;' },
    { find: "case 106 /*'j'*/: r.size = 4;", replace: "case 106 /*'j'*/: r.size = SZINT;" },
    { find: "case 74  /*'J'*/: r.size = 4;", replace: "case 74  /*'J'*/: r.size = SZINT;" },
    {
      find: 'case Kint: {  /* signed integers */\n',
      replace:
        'case Kint: {  /* signed integers */\n                if ($wide !== null) { $wide.pack(L, b, arg, h.islittle, size, true); break; }\n',
    },
    {
      find: 'case Kuint: {  /* unsigned integers */\n',
      replace:
        'case Kuint: {  /* unsigned integers */\n                if ($wide !== null) { $wide.pack(L, b, arg, h.islittle, size, false); break; }\n',
    },
    {
      find: 'let res = unpackint(L, data.subarray(pos), h.islittle, size, opt === Kint);',
      replace:
        'let res = ($wide !== null ? $wide.unpack : unpackint)(L, data.subarray(pos), h.islittle, size, opt === Kint);',
    },
    {
      find: 'let len = unpackint(L, data.subarray(pos), h.islittle, size, 0);',
      replace:
        'let len = ($wide !== null ? $wide.unpackSize : unpackint)(L, data.subarray(pos), h.islittle, size, 0) >>> 0;',
    },
    {
      find: 'if (e === -1) e = data.length - pos;',
      replace: 'if (e === -1) e = data.length;  /* the zero behind the string */',
    },
    {
      find: 'let pos = posrelat(luaL_optinteger(L, 3, 1), ld) - 1;',
      replace:
        'let pos = $wide !== null ? $wide.position(L, 3, ld) : posrelat(luaL_optinteger(L, 3, 1), ld) - 1;',
    },
    { find: '"strings contains zeros"', replace: '"string contains zeros"' },
    // NodeMCU's levels: 0 all, 1 without names of locals (which the compiler has dropped already), 2 without lines too
    {
      find: '    let strip = lua_toboolean(L, 2);\n',
      replace: `    let strip = lua_type(L, 2) === LUA_TBOOLEAN ? (lua_toboolean(L, 2) ? 2 : 0) : lua_tointeger(L, 2) | 0;
    luaL_argcheck(L, strip >= 0 && strip < 3, 2, to_luastring("strip out of range"));
    strip = strip === 2;
`,
    },
    // a format that ends in '%': C reads the terminating zero here
    { find: "to 'format'\"), strfrmt[i-1]);", replace: "to 'format'\"), strfrmt[i-1] ?? 0);" },
    { find: "case 110 /*'n'*/: r.size = 8;", replace: "case 110 /*'n'*/: r.size = $G.single ? 4 : 8;" },
    {
      find: "            let form = [];  /* to store the format ('%...') */",
      replace:
        "            let form = [];  /* to store the format ('%...') */\n            luaL_prepbuffsize(b, $G.single ? 158 : 428);  /* MAX_ITEM: 120 and the largest decimal exponent */",
    },
    {
      find: 'luaL_addstring(b, to_luastring(sprintf(String.fromCharCode(...form), to_jsstring(s))));',
      replace: "luaL_addstring(b, require('xtal-support').formatString(String.fromCharCode(...form), s));",
    },
    {
      find: '    lua_pushlightuserdata(L, gm);',
      replace: '    lua_newuserdata(L, 292);\n    L.stack[L.top - 1].value.data = gm;',
    },
    {
      find: '    lua_pushstring(L, r);\n    return 1;',
      replace:
        '    {\n        let b = new luaL_Buffer();\n        luaL_buffinitsize(L, b, l).set(r);\n        luaL_pushresultsize(b, l);\n    }\n    return 1;',
      count: 3,
    },
    {
      find: 'luaL_argcheck(L, c >= 0 && c <= 255, "value out of range");',
      replace: 'luaL_argcheck(L, c >= 0 && c <= 255, i, to_luastring("value out of range"));',
    },
    {
      find: 'return luaL_error(L, "string slice too long");',
      replace: 'return luaL_error(L, to_luastring("string slice too long"));',
    },
    {
      find: 'luaL_checkstack(L, n, "string slice too long");',
      replace: 'luaL_checkstack(L, n, to_luastring("string slice too long"));',
    },
    {
      find: 'luaL_checkstack(ms.L, nlevels, "too many captures");',
      replace: 'luaL_checkstack(ms.L, nlevels, to_luastring("too many captures"));',
    },
    {
      find: 'const match = function(ms, s, p) {\n',
      replace: 'const match = function(ms, s, p) {\n    if (($G.left -= $W.match) < 0) $G.tick(ms.L);\n',
    },
    {
      find: '        while (n-- > 1) {  /* first n-1 copies',
      replace:
        '        const copies = Math.min(n, MAXSIZE);\n        $G.left -= $W.repetition * copies + $W.repeatedByte * (totallen - copies);\n        if (totallen === 0) n = 1;  /* nothing to copy, however often */\n        while (n-- > 1) {  /* first n-1 copies',
    },
    {
      find: '    for (let i=0; i<l; i++)\n        r[i] = s[l-1-i];',
      replace: '    $G.left -= $W.reverseByte * l;\n    for (let i=0; i<l; i++)\n        r[i] = s[l-1-i];',
    },
    {
      find: '    let r = new Uint8Array(l);\n    for (let i=0; i<l; i++) {',
      replace:
        '    let r = new Uint8Array(l);\n    $G.left -= $W.upperByte * l;\n    for (let i=0; i<l; i++) {',
      count: 2,
    },
    {
      find: '        let f = find_subarray(s.subarray(init - 1), p, 0);',
      replace:
        '        let f = find_subarray(s.subarray(init - 1), p, 0);\n        $G.left -= $W.findByte * (f > -1 ? f : ls);',
    },
    {
      find: '    let news = lua_tostring(L, 3);',
      replace: '    $G.left -= $W.replace;\n    let news = lua_tostring(L, 3);',
    },
    {
      find: 'const addquoted = function(b, s, len) {\n',
      replace: 'const addquoted = function(b, s, len) {\n    $G.left -= $W.formatQuoted;\n',
    },
    {
      find: '                    luaL_addchar(b, luaL_checkinteger(L, arg));',
      replace:
        '                    $G.left -= $W.formatChar;\n                    luaL_addchar(b, $wide !== null ? Number($wide.check(L, arg) & 0xffn) : luaL_checkinteger(L, arg));',
    },
    {
      find: '    for (let i = 0; i < n; i++)\n        lua_pushinteger(L, s[posi + i - 1]);',
      replace:
        '    $G.left -= $W.byteResult * (n - 1);\n    for (let i = 0; i < n; i++)\n        lua_pushinteger(L, s[posi + i - 1]);',
    },
    {
      find: '                    let s = luaL_tolstring(L, arg);\n',
      replace:
        '                    $G.left -= $W.formatString;\n                    let s = luaL_tolstring(L, arg);\n',
    },
    {
      find: 'luaL_addstring(b, lua_number2strx(L, form, luaL_checknumber(L, arg)));',
      replace:
        'luaL_addstring(b, to_luastring(sprintf(String.fromCharCode(...form), luaL_checknumber(L, arg))));',
    },
    {
      find: 'buff = lua_number2strx(L, to_luastring(`%${LUA_INTEGER_FRMLEN}a`), n);\n                checkdp(buff);  /* ensure it uses a dot */',
      replace: 'buff = to_luastring(sprintf("%a", n));',
    },
    {
      find: 'module.exports.luaopen_string',
      // NodeMCU's own: "%d of %d" % {1, 2}
      replace: `const str_format2 = function(L) {
    if (lua_type(L, 2) === LUA_TTABLE) {
        let n = lua_rawlen(L, 2);
        lua_settop(L, 2);
        luaL_checkstack(L, n, to_luastring("too many values"));
        for (let i = 1; i <= n; i++) lua_rawgeti(L, 2, i);
        lua_remove(L, 2);
    }
    return str_format(L);
};
module.exports.functions = { "__mod": str_format2, ...strlib };
module.exports.luaopen_string`,
    },
    noNaN(5),
    noNaNs(3),
  ],
};

/** Functions that get a frame in call chains while they run ("name=C name" where they differ). */
export const WRAPPED: Readonly<Record<string, readonly string[]>> = {
  'lobject.js': ['pushstr', 'luaO_pushvfstring'],
  'lapi.js': [
    'lua_pushlstring', 'lua_pushstring', 'lua_pushfstring', 'lua_pushvfstring', 'lua_pushcclosure', 'auxsetstr', 'lua_setglobal',
    'lua_settable', 'lua_setfield', 'lua_seti', 'lua_rawset', 'lua_rawseti', 'lua_rawsetp', 'auxgetstr', 'lua_getglobal',
    'lua_getfield', 'lua_gettable', 'lua_geti', 'lua_createtable', 'lua_newuserdata', 'lua_tolstring', 'lua_compare', 'f_call',
    'lua_arith', 'lua_load', 'lua_callk', 'lua_pcallk', 'lua_concat', 'lua_len', 'lua_next', 'lua_setmetatable', 'lua_checkstack',
  ],
  'lauxlib.js': [
    'luaL_traceback', 'luaL_argerror', 'typeerror', 'luaL_where', 'luaL_error', 'luaL_newmetatable', 'luaL_checkoption',
    'luaL_loadbufferx', 'luaL_getmetafield', 'luaL_callmeta', 'luaL_tolstring', 'luaL_getsubtable', 'luaL_ref', 'luaL_unref',
    'luaL_gsub', 'luaL_requiref', 'luaL_len', 'pushglobalfuncname', 'findfield', 'pushfuncname',
  ],
  'lbaselib.js': ['generic_reader', 'pairsmeta', 'load_aux'],
  'lcorolib.js': ['auxresume', 'luaB_cocreate'],
  'ltablib.js': ['addfield', 'auxsort', 'partition', 'set2', 'sort_comp'],
  'lstrlib.js': ['push_onecapture', 'push_captures', 'str_find_aux', 'add_s', 'add_value', 'addliteral', 'addquoted'],
  'llex.js': ['save', 'luaX_newstring', 'luaX_setinput', 'read_numeral', 'read_long_string', 'llex', 'luaX_next',
    'luaX_lookahead', 'lexerror', 'luaX_syntaxerror', 'luaX_token2str', 'txtToken', 'skip_sep'],
  'lparser.js': [
    'semerror', 'error_expected', 'errorlimit', 'testnext', 'checknext', 'check_match', 'str_checkname', 'codestring', 'checkname',
    'new_localvar', 'new_localvarliteral=new_localvarliteral_', 'newupvalue', 'singlevaraux', 'singlevar',
    'adjust_assign', 'closegoto', 'findlabel', 'newlabelentry', 'findgotos', 'movegotosout', 'breaklabel', 'undefgoto',
    'leaveblock', 'close_func', 'statlist', 'fieldsel', 'yindex', 'recfield', 'closelistfield',
    'lastlistfield', 'listfield', 'field', 'constructor', 'parlist', 'body', 'explist', 'funcargs', 'suffixedexp',
    'subexpr', 'expr', 'block', 'assignment', 'cond', 'gotostat', 'checkrepeated', 'skipnoopstat', 'labelstat',
    'whilestat', 'repeatstat', 'exp1', 'forbody', 'fornum', 'forlist', 'forstat', 'test_then_block', 'ifstat', 'localfunc',
    'funcname', 'retstat', 'statement', 'luaY_parser',
  ],
  'lcode.js': [
    'luaK_nil', 'luaK_jump', 'luaK_ret', 'condjump', 'luaK_code', 'luaK_codeABC', 'luaK_codeABx', 'codeextraarg',
    'luaK_codek', 'addk', 'luaK_stringK', 'luaK_intK', 'luaK_numberK', 'boolK', 'nilK', 'luaK_dischargevars', 'discharge2reg',
    'discharge2anyreg', 'exp2reg', 'luaK_exp2nextreg', 'luaK_exp2anyreg', 'luaK_exp2anyregup', 'luaK_exp2val', 'luaK_exp2RK',
    'luaK_storevar', 'luaK_self', 'jumponcond', 'luaK_goiftrue', 'luaK_goiffalse', 'codenot', 'luaK_indexed', 'codeunexpval',
    'codebinexpval', 'codecomp', 'luaK_prefix', 'luaK_infix', 'luaK_posfix', 'luaK_setlist', 'luaK_addlineinfo',
  ],
}; // prettier-ignore
