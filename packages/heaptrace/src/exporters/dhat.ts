/**
 * DHAT's JSON, file version 2, for valgrind's dh_view.html. Time is in cycles. A realloc ends one block and makes another, so
 * the chain of the realloc owns what it made. Accesses are not recorded (`bkacc` is false).
 */
import { frameLabel } from '../symbols/labels.js';
import type { Trace } from '../outside/trace.js';
import { measureProgramPoints } from './program-points.js';
import { stackFrames, type StackKind } from './stacks.js';

/** The file's fields, named as DHAT names them. */
export interface DhatFile {
  /** 2. */
  dhatFileVersion: number;
  mode: string;
  verb: string;
  /** Lifetimes are recorded; accesses are not. */
  bklt: boolean;
  bkacc: boolean;
  /** Unit of time, and of a million of them. */
  tu: string;
  Mtu: string;
  /** Threshold for "short-lived" in time units. */
  tuth: number;
  cmd: string;
  pid: number;
  /** Time of the global peak, and of the end. */
  tg: number;
  te: number;
  pps: DhatProgramPoint[];
  ftbl: string[];
}

/** A program point: totals (tb, tbk), lifetimes (tl), own maximum (m…), at the peak (g…), at the end (e…), frames. */
export interface DhatProgramPoint {
  tb: number;
  tbk: number;
  tl: number;
  mb: number;
  mbk: number;
  gb: number;
  gbk: number;
  eb: number;
  ebk: number;
  /** Indices into `ftbl`, innermost first. */
  fs: number[];
}

/** Writes a trace in DHAT's format. */
export function toDhat(trace: Trace, options: { stacks?: StackKind } = {}): DhatFile {
  const { points, peakCycle, endCycle } = measureProgramPoints(trace);
  const ftbl = ['[root]'];
  const ids = new Map<string, number>();
  const frameId = (label: string): number => {
    let id = ids.get(label);
    if (id === undefined) {
      id = ftbl.push(label) - 1;
      ids.set(label, id);
    }
    return id;
  };
  const pps = points.map((point) => ({
    tb: point.bytes,
    tbk: point.blocks,
    tl: point.lifetimes,
    mb: point.maxBytes,
    mbk: point.maxBlocks,
    gb: point.peakBytes,
    gbk: point.peakBlocks,
    eb: point.liveBytes,
    ebk: point.liveBlocks,
    fs: stackFrames(trace, point.chain, point.lua, options.stacks ?? 'native').map((frame) =>
      frameId(frameLabel(frame)),
    ),
  }));
  return {
    dhatFileVersion: 2,
    mode: 'heap',
    verb: 'Allocated',
    bklt: true,
    bkacc: false,
    tu: 'cycles',
    Mtu: 'Mcycles',
    tuth: Math.round(trace.header.cpuHz / 10_000),
    cmd: trace.header.program,
    pid: 0,
    tg: peakCycle,
    te: endCycle,
    pps,
    ftbl,
  };
}
