/** Checks a trace's header, which is JSON in both forms of the trace. */
import type { TraceHeader, TraceHeap } from './format.js';

/**
 * Takes the header out of parsed JSON.
 * @throws {Error} naming the field that is wrong; the caller adds where.
 */
export function parseHeader(data: unknown): TraceHeader {
  if (!isObject(data)) throw new Error('the header is not a JSON object');
  const { program, cpuHz, idfVersion, machine, heaps } = data;
  if (typeof program !== 'string') throw new Error('header field "program": expected a string');
  if (typeof cpuHz !== 'number' || !(cpuHz > 0))
    throw new Error('header field "cpuHz": expected a number above 0');
  if (idfVersion !== undefined && typeof idfVersion !== 'string')
    throw new Error('header field "idfVersion": expected a string');
  if (!Array.isArray(heaps)) throw new Error('header field "heaps": expected a list');
  return {
    program,
    cpuHz,
    heaps: heaps.map(parseHeap),
    ...(idfVersion === undefined ? {} : { idfVersion }),
    ...(isObject(machine) ? { machine: machine as Record<string, string | number | boolean> } : {}),
  };
}

function parseHeap(heap: unknown, index: number): TraceHeap {
  if (!isObject(heap) || typeof heap.name !== 'string' || !isAddress(heap.start) || !isAddress(heap.size))
    throw new Error(`header field "heaps[${index}]": expected {name, start, size}`);
  return {
    name: heap.name,
    start: heap.start,
    size: heap.size,
    ...(isAddress(heap.caps) ? { caps: heap.caps } : {}),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAddress(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffffffff;
}
