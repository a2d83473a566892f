/**
 * The run file: what happens around the chip during a run (`docs/run-file.md`). JSON, read by name:
 * a field that is not known is an error, so that a misspelling never goes unnoticed.
 */

/** One step of a scripted peer, done in order. */
export type PeerStep =
  /** Wait until what the chip sent since the last match contains this text. */
  | { wait: string }
  /** Send text (`\u00XX` for bytes: each character is one byte). */
  | { send: string }
  /** Let guest time pass. */
  | { after: string }
  /** Send back everything that the chip sends from here on. */
  | { echo: true }
  /** Close the connection. */
  | { close: true };

/** Somebody on the simulated network whom the chip can reach. */
export interface Peer {
  /** IPv4 address or host name (names need an entry in `dns`). */
  host: string;
  port: number;
  /** Default `tcp`. */
  protocol?: 'tcp' | 'udp';
  /** Default: accept the connection and say nothing. `refuse` answers with a reset. */
  script?: PeerStep[] | 'refuse';
}

/** Somebody who connects to a server that the chip has opened. */
export interface Client {
  /** Guest time of the connection attempt, such as `500ms`. */
  at: string;
  /** The chip's port. */
  port: number;
  protocol?: 'tcp' | 'udp';
  /** IPv4 address and port that the chip sees; default `192.168.4.2:49152` and up. */
  from?: string;
  script: PeerStep[];
}

/** The whole file. */
export interface RunFile {
  format: 'xtal-run';
  version: 1;
  network?: {
    /** Host name → IPv4 address. */
    dns?: Record<string, string>;
    /** One-way delay of every packet, default `1ms`. */
    latency?: string;
    /** UTC at reset as NTP servers tell it, such as `2024-10-24T12:00:00Z`; without, none answers. */
    ntp?: string;
    peers?: Peer[];
    clients?: Client[];
  };
  /** Levels that the outside drives onto pins. */
  gpio?: { at: string; pin: number; level: 0 | 1 }[];
  /** Text that arrives at a UART. */
  uart?: { at: string; port?: number; send: string }[];
}

/** A run file that says something unknown or impossible: where, what was expected, what stood there. */
export class RunFileError extends Error {
  constructor(
    readonly file: string,
    readonly path: string,
    readonly expected: string,
    found: unknown,
  ) {
    super(`${file}: ${path}: expected ${expected}, found ${JSON.stringify(found) ?? 'nothing'}`);
    this.name = 'RunFileError';
  }
}

const UNITS: Record<string, number> = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86400 };

/**
 * Cycles of a duration such as `500ms` or `2000000cyc`.
 * @param hz - CPU cycles a second.
 * @returns undefined when the text is not a duration.
 */
export function cyclesOf(text: string, hz: number): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(cyc|ns|us|ms|s|min|h|d)$/.exec(text);
  if (!match) return undefined;
  const value = Number(match[1]);
  return match[2] === 'cyc' ? Math.floor(value) : Math.round(value * UNITS[match[2]!]! * hz);
}

type Check = (value: unknown, path: string) => void;

/** Checks of the file's parts; each throws {@link RunFileError}. */
class Checker {
  constructor(private readonly file: string) {}

  fail(path: string, expected: string, found: unknown): never {
    throw new RunFileError(this.file, path, expected, found);
  }

  readonly text: Check = (value, path) =>
    void (typeof value === 'string' || this.fail(path, 'a text', value));

  readonly bytes: Check = (value, path) => {
    if (typeof value !== 'string' || /[^\u0000-\u00ff]/.test(value))
      this.fail(path, 'a text of characters up to \\u00ff', value);
  };

  readonly duration: Check = (value, path) => {
    if (typeof value !== 'string' || cyclesOf(value, 1) === undefined)
      this.fail(path, 'a duration with a unit, such as "500ms"', value);
  };

  readonly moment: Check = (value, path) => {
    const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
    if (typeof value !== 'string' || !form.test(value) || !(Date.parse(value) >= 0))
      this.fail(path, 'a moment from 1970 on in UTC, such as "2024-10-24T12:00:00Z"', value);
  };

  readonly address: Check = (value, path) => {
    if (typeof value !== 'string' || ipv4(value) === undefined) this.fail(path, 'an IPv4 address', value);
  };

  readonly endpoint: Check = (value, path) => {
    const [address, port, ...rest] = typeof value === 'string' ? value.split(':') : [];
    if (ipv4(address ?? '') === undefined || !(Number(port) > 0 && Number(port) < 65536) || rest.length > 0)
      this.fail(path, 'an IPv4 address and a port, such as "192.168.4.2:49152"', value);
  };

  integer(min: number, max: number): Check {
    return (value, path) => {
      if (!Number.isInteger(value) || (value as number) < min || (value as number) > max)
        this.fail(path, `a whole number from ${min} to ${max}`, value);
    };
  }

  oneOf(...allowed: unknown[]): Check {
    return (value, path) => {
      if (!allowed.includes(value))
        this.fail(path, allowed.map((item) => JSON.stringify(item)).join(' or '), value);
    };
  }

  list(item: Check): Check {
    return (value, path) => {
      if (!Array.isArray(value)) this.fail(path, 'a list', value);
      value.forEach((element, index) => item(element, `${path}[${index}]`));
    };
  }

  record(item: Check): Check {
    return (value, path) => {
      for (const [key, element] of Object.entries(this.object(value, path))) item(element, `${path}.${key}`);
    };
  }

  /** An object with these fields; names that end in `?` may be absent. */
  fields(checks: Record<string, Check>): Check {
    return (value, path) => {
      const object = this.object(value, path);
      for (const [name, check] of Object.entries(checks)) {
        const key = name.replace('?', '');
        if (Object.hasOwn(object, key)) check(object[key], `${path}.${key}`);
        else if (!name.endsWith('?')) this.fail(`${path}.${key}`, 'a value', undefined);
      }
      for (const key of Object.keys(object))
        if (!Object.hasOwn(checks, key) && !Object.hasOwn(checks, `${key}?`))
          this.fail(`${path}.${key}`, `one of ${Object.keys(checks).join(', ').replaceAll('?', '')}`, key);
    };
  }

  private object(value: unknown, path: string): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      this.fail(path, 'an object', value);
    return value as Record<string, unknown>;
  }
}

/** The four bytes of a dotted IPv4 address as one number, or undefined. */
export function ipv4(text: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((value, part) => value * 256 + part, 0);
}

/**
 * Reads a run file.
 * @param file - Name for messages.
 * @throws {RunFileError} with the path inside the file, what was expected and what was found.
 */
export function parseRunFile(file: string, text: string): RunFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new RunFileError(file, '$', `JSON (${(error as Error).message})`, text.slice(0, 40));
  }
  const check = new Checker(file);
  const step: Check = (item, path) => {
    check.fields({
      'wait?': check.bytes,
      'send?': check.bytes,
      'after?': check.duration,
      'echo?': check.oneOf(true),
      'close?': check.oneOf(true),
    })(item, path);
    if (Object.keys(item as object).length !== 1)
      check.fail(path, 'exactly one of wait, send, after, echo, close', item);
  };
  const steps = check.list(step);
  const port = check.integer(1, 65535);
  check.fields({
    format: check.oneOf('xtal-run'),
    version: check.oneOf(1),
    'network?': check.fields({
      'dns?': check.record(check.address),
      'latency?': check.duration,
      'ntp?': check.moment,
      'peers?': check.list(
        check.fields({
          host: check.text,
          port,
          'protocol?': check.oneOf('tcp', 'udp'),
          'script?': (item, path) => void (item === 'refuse' || steps(item, path)),
        }),
      ),
      'clients?': check.list(
        check.fields({
          at: check.duration,
          port,
          'protocol?': check.oneOf('tcp', 'udp'),
          'from?': check.endpoint,
          script: steps,
        }),
      ),
    }),
    'gpio?': check.list(
      check.fields({ at: check.duration, pin: check.integer(0, 39), level: check.oneOf(0, 1) }),
    ),
    'uart?': check.list(
      check.fields({ at: check.duration, 'port?': check.integer(0, 2), send: check.bytes }),
    ),
  })(value, '$');
  return value as RunFile;
}
