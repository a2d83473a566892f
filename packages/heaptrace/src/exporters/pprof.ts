/**
 * pprof's profile.proto, gzipped, with the sample types of Go's heap profiles. Inlined frames are lines of one location. Samples
 * of Lua programs carry the label `lua` with the innermost line.
 */
import { gzipSync } from 'node:zlib';
import { Function as PprofFunction, Line, Location, Mapping, Profile, StringTable } from 'pprof-format';
import type { Trace } from '../outside/trace.js';
import { addressFrames } from '../symbols/labels.js';
import { measureProgramPoints } from './program-points.js';

/** Writes a trace as a gzipped pprof profile. */
export function toPprof(trace: Trace): Uint8Array {
  const { points, endCycle } = measureProgramPoints(trace);
  const strings = new StringTable();
  const functions: PprofFunction[] = [];
  const functionIds = new Map<string, number>();
  const functionId = (name: string, file: string): number => {
    const key = `${name}\0${file}`;
    let id = functionIds.get(key);
    if (id === undefined) {
      id = functions.length + 1;
      functionIds.set(key, id);
      const nameId = strings.dedup(name);
      functions.push(
        PprofFunction.create({ id, name: nameId, systemName: nameId, filename: strings.dedup(file) }),
      );
    }
    return id;
  };
  const locations: Location[] = [];
  const locationIds = new Map<number, number>();
  let highest = 0;
  const locationId = (address: number): number => {
    let id = locationIds.get(address);
    if (id === undefined) {
      id = locations.length + 1;
      locationIds.set(address, id);
      highest = Math.max(highest, address);
      const line = addressFrames(trace, address).map((frame) =>
        Line.create({ functionId: functionId(frame.function, frame.file ?? ''), line: frame.line ?? 0 }),
      );
      locations.push(Location.create({ id, mappingId: 1, address, line }));
    }
    return id;
  };
  const sample = points.map((point) => {
    const [top] = trace.luaTracebacks.traceback(point.lua);
    const label =
      top === undefined
        ? []
        : [{ key: strings.dedup('lua'), str: strings.dedup(`${top.source}:${top.line}`) }];
    return {
      locationId: trace.chains.chain(point.chain).map(locationId),
      value: [point.blocks, point.bytes, point.liveBlocks, point.liveBytes],
      label,
    };
  });
  const valueType = (type: string, unit: string): { type: number; unit: number } => ({
    type: strings.dedup(type),
    unit: strings.dedup(unit),
  });
  const space = valueType('space', 'bytes');
  const profile = new Profile({
    sampleType: [
      valueType('alloc_objects', 'count'),
      valueType('alloc_space', 'bytes'),
      valueType('inuse_objects', 'count'),
      valueType('inuse_space', 'bytes'),
    ],
    sample,
    mapping: [
      Mapping.create({
        id: 1,
        memoryStart: 0x40000000,
        memoryLimit: Math.max(highest + 1, 0x40400000),
        filename: strings.dedup(trace.header.program),
        hasFunctions: true,
        hasFilenames: true,
        hasLineNumbers: true,
        hasInlineFrames: true,
      }),
    ],
    location: locations,
    function: functions,
    durationNanos: BigInt(Math.round((endCycle / trace.header.cpuHz) * 1e9)),
    periodType: space,
    period: 1,
    defaultSampleType: strings.dedup('inuse_space'),
    stringTable: strings,
  });
  return gzipSync(profile.encode());
}
