/** Conditional branches and their opposites. */

/** Branches and what jumps in exactly the other cases. */
export const INVERSE: readonly (readonly [string, string])[] = [
  ['beqz', 'bnez'],
  ['bltz', 'bgez'],
  ['beq', 'bne'],
  ['blt', 'bge'],
  ['bltu', 'bgeu'],
  ['beqi', 'bnei'],
  ['blti', 'bgei'],
  ['bltui', 'bgeui'],
  ['bany', 'bnone'],
  ['ball', 'bnall'],
  ['bbc', 'bbs'],
  ['bbci', 'bbsi'],
  ['bf', 'bt'],
];

const inverses = new Map<string, string>(
  INVERSE.flatMap(
    ([x, y]) =>
      [
        [x, y],
        [y, x],
      ] as [string, string][],
  ),
);

/** The branch that jumps in exactly the other cases. */
export function inverseBranch(name: string): string {
  return inverses.get(name)!;
}
