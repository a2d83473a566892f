import type { Core, FlatMemory } from '@xtal/xtensa';

/** A guest's call of a native function. */
export interface ServiceCall {
  readonly core: Core;
  /** Where the function returns to in the guest. */
  readonly returnAddress: number;
  /** Argument word i, unsigned. */
  arg(i: number): number;
  /** Makes the call cost so many cycles more. */
  charge(cycles: number): void;
  /** Return addresses from `returnAddress` outwards, innermost first. */
  callChain(maxDepth: number): ArrayLike<number>;
  /** The zero-terminated text at a guest address. */
  cString(address: number): string;
}

/** Result of a native function: nothing, a word, or a 64-bit value as [low, high]. */
export type ServiceResult = number | readonly [number, number] | undefined;

/** What the heap services need of a machine. */
export interface ServiceHost {
  readonly memory: FlatMemory;
  /** CPU cycles a microsecond. */
  readonly cyclesPerMicrosecond: number;
  /** Serves a function by name; a name that is served already is taken over. */
  define(name: string, run: (call: ServiceCall) => ServiceResult): void;
  /** True when somebody serves the name. */
  isDefined(name: string): boolean;
  /** True when the program refers to a native function; a host that cannot know leaves it out. */
  isLinked?(name: string): boolean;
  /** Guest address of a native function. */
  nativeAddress(name: string): number;
  /** Guest address of a function or object that the program itself defines. */
  symbol(name: string): number | undefined;
  /** The program's object at a guest address and the bytes of it from there on, where that is known. */
  objectAt?(address: number): { readonly name: string; readonly room: number } | undefined;
  /** Tells the user something that ends nothing. */
  warn?(text: string): void;
  /** Runs a guest function to its return. */
  callGuest(address: number, args: readonly number[]): number;
  /**
   * What `call.callChain` gives, put into `into` from its start, without making anything new. A host that has no quicker
   * way leaves it out.
   */
  fillCallChain?(call: ServiceCall, maxDepth: number, into: number[]): void;
  /** Writes to the guest's console. */
  print(text: string): void;
  /**
   * Raises LoadProhibited or StoreProhibited at a guest address, as if the function's own code had met it. A host
   * without exceptions leaves it out: then the guest dies.
   */
  fault?(operation: 'load' | 'store', address: number): never;
  /** Ends the guest: an abort or a fault with the text that ESP-IDF prints. */
  die(message: string, call: ServiceCall): never;
}
