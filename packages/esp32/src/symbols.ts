import { hexAddress } from '@xtal/xtensa';

/** What a symbol names. `native` is a function served by xtal itself. */
export type SymbolKind = 'function' | 'object' | 'label' | 'native';

/** A named guest address. */
export interface GuestSymbol {
  readonly name: string;
  readonly address: number;
  /** Bytes; 0 where the file does not say. */
  readonly size: number;
  readonly kind: SymbolKind;
  /** Local symbols (static functions) are looked up by address, and by name only when no global one has that name. */
  readonly local: boolean;
  /** The file, or object file, that defines it. */
  readonly object?: string | undefined;
  /** Section of the object, as `.text.app_main`; absent for linked files. */
  readonly section?: string | undefined;
}

/** A symbol that covers an address. */
export interface SymbolHit extends GuestSymbol {
  /** Bytes from the symbol's start to the address asked for. */
  readonly offset: number;
}

/** How far back a symbol of enclosing extent is searched behind labels of no size. */
const LOOK_BACK = 64;
/** A symbol of no size is not stretched over more than this: beyond it an address is more likely in nothing. */
const LONGEST_UNSIZED = 0x1_0000;

/** Where the ESP32's memory begins. Symbols below are numbers (sizes, functions that this ROM lacks), not places. */
const FIRST_ADDRESS = 0x3f40_0000;

/** ROM functions are shorter than this. */
const LONGEST_UNSIZED_ROM = 0x1000;

const KIND_ORDER: Record<SymbolKind, number> = { function: 0, native: 1, object: 2, label: 3 };

/** Symbols of everything that a machine has loaded, found by address and by name. */
export class SymbolTable {
  private readonly symbols: GuestSymbol[] = [];
  private readonly byName = new Map<string, GuestSymbol>();
  private sorted = true;

  /** @param rom names that addresses are looked up in when nothing loaded covers them */
  constructor(private readonly rom: readonly { readonly name: string; readonly address: number }[] = []) {}

  /** Adds symbols. A global symbol takes its name from a local one; of equals the first stays. */
  add(symbols: Iterable<GuestSymbol>): void {
    for (const symbol of symbols) {
      this.symbols.push(symbol);
      const known = this.byName.get(symbol.name);
      if (
        known === undefined ||
        (known.local && !symbol.local) ||
        (known.kind === 'native' && symbol.kind !== 'native')
      ) {
        this.byName.set(symbol.name, symbol);
      }
    }
    this.sorted = false;
  }

  /** All symbols, by address. */
  get all(): readonly GuestSymbol[] {
    this.sort();
    return this.symbols;
  }

  /** Guest address of a name, or undefined. */
  address(name: string): number | undefined {
    return this.byName.get(name)?.address;
  }

  /** The symbol of a name, or undefined. */
  find(name: string): GuestSymbol | undefined {
    return this.byName.get(name);
  }

  /**
   * The symbol that covers a guest address: the one whose extent holds it, otherwise the nearest one of no size before
   * it that no sized symbol lies behind. Below the ESP32's first memory there is none, so a jump to 0 gets no name.
   */
  lookup(address: number): SymbolHit | undefined {
    if (address < FIRST_ADDRESS) return undefined;
    this.sort();
    const { symbols } = this;
    let low = 0;
    let high = symbols.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (symbols[middle]!.address <= address) low = middle + 1;
      else high = middle;
    }
    let unsized: GuestSymbol | undefined;
    for (let i = low - 1; i >= 0 && i >= low - LOOK_BACK; i--) {
      const symbol = symbols[i]!;
      if (symbol.size > 0) {
        if (address < symbol.address + symbol.size) return { ...symbol, offset: address - symbol.address };
        // A sized symbol that ended before: what has no size and starts before its end is part of it.
        if (unsized !== undefined && unsized.address < symbol.address + symbol.size) unsized = undefined;
        break;
      }
      // Symbols of one address are sorted best last, so the first one met wins.
      if (unsized === undefined && address - symbol.address < LONGEST_UNSIZED) unsized = symbol;
    }
    if (unsized !== undefined) return { ...unsized, offset: address - unsized.address };
    return this.lookupRom(address);
  }

  private lookupRom(address: number): SymbolHit | undefined {
    const { rom } = this;
    let [low, high] = [0, rom.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rom[middle]!.address <= address) low = middle + 1;
      else high = middle;
    }
    const found = rom[low - 1];
    if (found === undefined || address - found.address >= LONGEST_UNSIZED_ROM) return undefined;
    return { ...found, size: 0, kind: 'label', local: false, object: 'rom', offset: address - found.address };
  }

  /** `function+offset` for messages, or the bare address in hexadecimal where nothing is known. */
  describe(address: number): string {
    const hit = this.lookup(address);
    const hex = hexAddress(address);
    return hit === undefined ? hex : `${hex} ${hit.name}+0x${hit.offset.toString(16)}`;
  }

  private sort(): void {
    if (this.sorted) return;
    // Within one address the symbol that lookup should prefer comes last, because lookup walks down.
    this.symbols.sort(
      (a, b) =>
        a.address - b.address ||
        Math.sign(a.size) - Math.sign(b.size) ||
        KIND_ORDER[b.kind] - KIND_ORDER[a.kind] ||
        Number(b.local) - Number(a.local) ||
        (a.name < b.name ? 1 : a.name > b.name ? -1 : 0),
    );
    this.sorted = true;
  }
}
