/** The Lua interpreter of the NodeMCU package. */
export { LightUserdata, LuaMachine, LuaCycleLimitError, LuaInstructionLimitError, named } from './machine.js';
export type { LuaFrame, LuaOptions, RomDefinition, RomFunction } from './machine.js';
export type { AuxApi, AuxBuffer, LuaApi, Text } from './api.js';
export type { BlockListener, LuaHeap } from './global.js';
export { BLOCK_KINDS, KIND } from './objects.js';
export type { BlockKind, CFunction, LuaState, Table, TString, TValue, Udata, Value } from './objects.js';
export { CallChain } from './call-chain.js';
export { functionAddress, GuestImage, GuestImageError } from './guest-image.js';
export { NOT_YET, Place, Places } from './places.js';
export { LuaTracebacks } from './tracebacks.js';
export { FengariMismatchError } from './loader.js';
export { LuaPanic } from './do.js';
export { CountingHeap } from './testheap.js';
