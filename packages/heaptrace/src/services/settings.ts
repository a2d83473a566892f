/** What of a firmware's sdkconfig decides how its heap and heap tracing behave. */
import type { Poisoning } from '@xtal/heap';
import { HeapTraceConfigError, traceVersion } from '../standalone/index.js';

/** Values of `CONFIG_*` options; `y`/`n`, true/false and numbers as Kconfig writes them. Absent = n or the default. */
export type SdkConfig = Readonly<Record<string, string | number | boolean | undefined>>;

/** Settings of the heap services, with IDF's defaults where an option is absent. */
export interface HeapSettings {
  /** ESP-IDF version, `v5.1.3` by default. */
  readonly idf: string;
  readonly poisoning: Poisoning;
  /** CONFIG_HEAP_TRACING_STANDALONE; undefined = not set: a program that calls heap_trace_* was built with it. */
  readonly tracing: boolean | undefined;
  /** CONFIG_HEAP_TRACING_STACK_DEPTH, 2 by default. */
  readonly traceDepth: number;
  /** Buckets of the hash map, 0 = CONFIG_HEAP_TRACE_HASH_MAP off. */
  readonly hashMapSize: number;
  /** CONFIG_HEAP_USE_HOOKS. On by default: only programs that define the hooks are called. */
  readonly hooks: boolean;
  /** CONFIG_HEAP_ABORT_WHEN_ALLOCATION_FAILS. */
  readonly abortOnFailure: boolean;
  /** CONFIG_FREERTOS_UNICORE. */
  readonly unicore: boolean;
  /** Bytes of PSRAM that the heap uses (CONFIG_SPIRAM), 0 = none. */
  readonly psram: number;
  /** CONFIG_SPIRAM_MALLOC_ALWAYSINTERNAL under CONFIG_SPIRAM_USE_MALLOC, -1 = malloc never takes PSRAM. */
  readonly alwaysInternal: number;
  /** CONFIG_SPIRAM_MALLOC_RESERVE_INTERNAL. */
  readonly reserveInternal: number;
  /** CONFIG_FREERTOS_HZ: ticks a second of vTaskDelay. */
  readonly tickRate: number;
}

/** An sdkconfig option with a value that it cannot have. */
export class SdkConfigError extends Error {
  constructor(
    readonly option: string,
    readonly value: unknown,
    expected: string,
  ) {
    super(`${option} = ${String(value)}: expected ${expected}`);
    this.name = 'SdkConfigError';
  }
}

function flag(config: SdkConfig, option: string, absent = false): boolean {
  const value = config[option];
  if (value === undefined) return absent;
  if (value === true || value === 'y' || value === 1 || value === '1') return true;
  if (value === false || value === 'n' || value === '' || value === 0 || value === '0') return false;
  throw new SdkConfigError(option, value, 'y or n');
}

function integer(config: SdkConfig, option: string, absent: number, least: number, most: number): number {
  const value = config[option];
  if (value === undefined) return absent;
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : NaN;
  if (!Number.isInteger(number) || number < least || number > most)
    throw new SdkConfigError(option, value, `a whole number from ${least} to ${most}`);
  return number;
}

/**
 * Reads the options that matter to the heap. Throws {@link SdkConfigError} or `HeapTraceConfigError` for values that
 * the version does not allow.
 *
 * @param psram bytes of PSRAM that the machine has; used when CONFIG_SPIRAM is on, and when the option is absent
 */
export function heapSettings(config: SdkConfig, idf = 'v5.1.3', psram = 0): HeapSettings {
  const version = traceVersion(idf);
  const depth = integer(config, 'CONFIG_HEAP_TRACING_STACK_DEPTH', 2, 0, 0xffff);
  if (depth > version.maxDepth)
    throw new HeapTraceConfigError('CONFIG_HEAP_TRACING_STACK_DEPTH', depth, version.maxDepth, idf);
  const map = flag(config, 'CONFIG_HEAP_TRACE_HASH_MAP');
  const mapSize = map
    ? integer(config, 'CONFIG_HEAP_TRACE_HASH_MAP_SIZE', version.maxDepth > 10 ? 512 : 10, 1, 10_000)
    : 0;
  if (mapSize > 0 && version.maxHashMapSize === 0)
    throw new SdkConfigError('CONFIG_HEAP_TRACE_HASH_MAP', 'y', `n: ESP-IDF ${idf} has no hash map`);
  const light = flag(config, 'CONFIG_HEAP_POISONING_LIGHT');
  const comprehensive = flag(config, 'CONFIG_HEAP_POISONING_COMPREHENSIVE');
  if (light && comprehensive)
    throw new SdkConfigError(
      'CONFIG_HEAP_POISONING_LIGHT',
      'y',
      'n beside CONFIG_HEAP_POISONING_COMPREHENSIVE=y',
    );
  const spiram = flag(config, 'CONFIG_SPIRAM', psram > 0);
  const useMalloc = spiram && flag(config, 'CONFIG_SPIRAM_USE_MALLOC', true);
  return {
    idf,
    poisoning: comprehensive ? 'comprehensive' : light ? 'light' : 'none',
    tracing:
      config['CONFIG_HEAP_TRACING_STANDALONE'] === undefined &&
      config['CONFIG_HEAP_TRACING_OFF'] === undefined
        ? undefined
        : flag(config, 'CONFIG_HEAP_TRACING_STANDALONE', !flag(config, 'CONFIG_HEAP_TRACING_OFF')),
    traceDepth: depth,
    hashMapSize: mapSize,
    hooks: flag(config, 'CONFIG_HEAP_USE_HOOKS', true),
    abortOnFailure: flag(config, 'CONFIG_HEAP_ABORT_WHEN_ALLOCATION_FAILS'),
    unicore: flag(config, 'CONFIG_FREERTOS_UNICORE'),
    psram: spiram ? psram : 0,
    alwaysInternal: useMalloc ? integer(config, 'CONFIG_SPIRAM_MALLOC_ALWAYSINTERNAL', 16384, 0, 131072) : -1,
    reserveInternal: integer(config, 'CONFIG_SPIRAM_MALLOC_RESERVE_INTERNAL', 32768, 0, 0x4_0000),
    tickRate: integer(config, 'CONFIG_FREERTOS_HZ', 100, 1, 1000),
  };
}

/** Parses the text of an `sdkconfig` file: `CONFIG_X=value` lines, `# CONFIG_X is not set`, quoted strings. */
export function parseSdkConfig(text: string): Record<string, string> {
  const config: Record<string, string> = {};
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const unset = /^\s*#\s*(CONFIG_\w+) is not set\s*$/.exec(line);
    if (unset) {
      config[unset[1]!] = 'n';
      continue;
    }
    if (/^\s*(#.*)?$/.test(line)) continue;
    const assignment = /^\s*(CONFIG_\w+)=(.*?)\s*$/.exec(line);
    if (!assignment) throw new SdkConfigError(`line ${index + 1}`, line.trim(), 'CONFIG_NAME=VALUE');
    config[assignment[1]!] = assignment[2]!.replace(/^"(.*)"$/, '$1');
  }
  return config;
}
