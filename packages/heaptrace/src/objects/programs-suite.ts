/** Suite `programs`: whole programs (of the chip's package) and object programs with their heap traffic. */
import { programs as wholePrograms, type SuiteResult } from '@xtal/esp32/conformance';
import { checkObjects, isWorkloadFile } from './check-objects.js';

/** A folder handed to the suite. */
export interface FolderInput {
  /** Path as the user wrote it; only for messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** A file of the folder. */
  readonly sibling?: (name: string) => Uint8Array | undefined;
  /** Names of the files below the folder, with `/`. */
  readonly names?: () => readonly string[];
}

/** Runs both kinds of programs that a folder holds; a folder that holds neither is a failure. */
export function programs(inputs: readonly FolderInput[]): SuiteResult {
  const total: SuiteResult = { passed: 0, failed: 0, failures: [] };
  const add = ({ passed, failed, failures }: SuiteResult): void => {
    total.passed += passed;
    total.failed += failed;
    total.failures.push(...failures);
  };
  for (const input of inputs) {
    const { path, sibling = (): undefined => undefined, names = (): string[] => [] } = input;
    const hasObjects = names().some((name) => name.endsWith('.json') && isWorkloadFile(sibling(name)));
    const hasPrograms = sibling('expected.json') !== undefined || sibling('README.md') !== undefined;
    if (hasObjects) add(checkObjects({ path, names, sibling }));
    if (hasPrograms || !hasObjects) add(wholePrograms([input]));
  }
  return total;
}
