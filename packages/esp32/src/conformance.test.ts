import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { programs, type SuiteInput } from './conformance.js';
import { FIXTURES } from './testing/fixtures.js';

/** A folder of fixtures, some files of it replaced. */
function folder(name: string, replaced: Record<string, string | Uint8Array | undefined> = {}): SuiteInput {
  return {
    path: name,
    bytes: new Uint8Array(0),
    sibling: (file) => {
      if (file in replaced) {
        const content = replaced[file];
        return typeof content === 'string' ? Buffer.from(content) : content;
      }
      const path = join(FIXTURES, name, file);
      return existsSync(path) ? readFileSync(path) : undefined;
    },
  };
}

describe('suite programs', () => {
  test('fixtures/engine: five programs, with instructions, cycles and window exceptions', () => {
    expect(programs([folder('engine')])).toEqual({ passed: 5, failed: 0, failures: [] });
  });

  test('fixtures/programs: twelve programs, with their window and level-1 exceptions', () => {
    expect(programs([folder('programs')])).toEqual({ passed: 12, failed: 0, failures: [] });
  });

  test('a wrong text, a wrong count and a missing file are failures that say so', () => {
    const row = (file: string, printed: string, cycles: number): string =>
      `| ${file} | ${printed} | 2045397 | ${cycles} | 0 / 1 |`;
    const table = `| file | printed | instructions | cycles | window overflows / underflows |\n|---|---|---|---|---|\n`;
    const readme = `${table}${row('a_kernel_esp32', '4f5cfcbb (20)', 1)}\n${row('nothing', '0', 1)}\n`;
    const { passed, failed, failures } = programs([folder('engine', { 'README.md': readme })]);
    expect([passed, failed]).toEqual([0, 2]);
    expect(failures[0]).toMatch(
      /a_kernel_esp32\.elf: printed: expected "4f5cfcbb\\n", got "4f5cfcba\\n"; cycles: expected 1, got 2661367; window underflows: expected 1, got 0/,
    );
    expect(failures[1]).toMatch(/the file is missing/);
  });

  test('an empty folder, no table, broken JSON and a foreign JSON are one failure each', () => {
    const none = folder('engine', { 'README.md': undefined });
    const noTable = folder('engine', { 'README.md': '# Nothing\n' });
    const broken = folder('programs', { 'expected.json': '{' });
    const foreign = folder('programs', { 'expected.json': '{"a":{"elf":1}}' });
    const results = [none, noTable, broken, foreign].map((one) => programs([one]));
    expect(results.map(({ passed, failed }) => [passed, failed])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  test('an ELF that is broken is a failure of its case', () => {
    const { failures } = programs([folder('engine', { 'a_kernel_esp32.elf': Buffer.from('x') })]);
    expect(failures).toEqual([expect.stringMatching(/a_kernel_esp32\.elf.*expected the ELF magic/)]);
  });
});
