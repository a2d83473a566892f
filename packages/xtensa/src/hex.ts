/** A guest address, or another 32-bit word, as messages show it: `0x` and eight digits. */
export function hexAddress(value: number): string {
  return `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
}
