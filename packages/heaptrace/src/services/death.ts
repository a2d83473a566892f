/** How a guest dies of its heap: the texts of ESP-IDF's abort, assert and panic. */
import { HeapAssertError } from '@xtal/heap';
import { MemoryAccessError } from '@xtal/xtensa';
import { HeapTraceFault } from '../standalone/index.js';
import type { ServiceCall, ServiceHost } from './host.js';
import { ForeignBlockError } from './policy-heap.js';
import { hexAddress } from '@xtal/xtensa';

/** `abort()` of newlib's port: the call's own address, not the return address, is told. */
export function abortText(call: ServiceCall): string {
  return `abort() was called at PC ${hexAddress(call.returnAddress - 3)} on core ${call.core.id}`;
}

/** `__assert_func`: file without its folders. */
export function assertText(file: string, line: number, functionName: string, expression: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return functionName === ''
    ? `assert failed: ${name}:${line} (${expression})`
    : `assert failed: ${functionName} ${name}:${line} (${expression})`;
}

/** First line of a panic that an exception caused. */
export function panicText(core: number, cause: string): string {
  return `Guru Meditation Error: Core  ${core} panic'ed (${cause}). Exception was unhandled.`;
}

/** Prints the text on the console as ESP-IDF does, an empty line before it, and ends the guest. */
export function die(host: ServiceHost, call: ServiceCall, text: string): never {
  host.print(`\n${text}\n\n`);
  host.die(text, call);
}

/** Runs a service; what it throws as a failed check or wild access of the device becomes the guest's fault or death. */
export function guarded<T>(host: ServiceHost, call: ServiceCall, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof MemoryAccessError)
      return fault(host, call, error.operation === 'read' ? 'load' : 'store', error.address);
    if (error instanceof HeapAssertError) {
      if (error.kind === 'fault')
        die(host, call, `${panicText(call.core.id, 'LoadProhibited')} (${error.message})`);
      die(host, call, error.message === 'abort()' ? abortText(call) : error.message);
    }
    if (error instanceof ForeignBlockError) die(host, call, error.message);
    if (error instanceof HeapTraceFault) return traceFault(host, call, error);
    throw error;
  }
}

function fault(host: ServiceHost, call: ServiceCall, operation: 'load' | 'store', address: number): never {
  if (host.fault) return host.fault(operation, address);
  const cause = operation === 'load' ? 'LoadProhibited' : 'StoreProhibited';
  return die(host, call, `${panicText(call.core.id, cause)} (at ${hexAddress(address)})`);
}

function traceFault(host: ServiceHost, call: ServiceCall, error: HeapTraceFault): never {
  switch (error.kind) {
    case 'LoadProhibited':
      return fault(host, call, 'load', error.address);
    case 'StoreProhibited':
      return fault(host, call, 'store', error.address);
    case 'assert':
      return die(host, call, error.message);
    case 'endless loop': {
      const cause = `Interrupt wdt timeout on CPU${call.core.id}`;
      return die(host, call, `${panicText(call.core.id, cause)} (${error.message})`);
    }
  }
}
