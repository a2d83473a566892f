/**
 * Where the recorder keeps its data in guest memory: the record of `esp_heap_trace.h`, byte for byte, and the
 * recorder's static variables, in the order in which `heap_trace_standalone.c` (v5.1) defines them.
 */
import { traceVersion, type TraceVersion } from './versions.js';

/** Offsets in a `heap_trace_record_t`, in bytes. Absent fields are -1. */
export interface RecordLayout {
  readonly ccount: 0;
  readonly address: 4;
  readonly size: 8;
  readonly freed: number;
  readonly allocedBy: number;
  readonly freedBy: number;
  /** TAILQ_ENTRY: next record, address of the previous `next` field. */
  readonly list: number;
  /** TAILQ_ENTRY (v5.1) or SLIST_ENTRY (v5.2 and later) of the hash bucket. */
  readonly hash: number;
  /** sizeof(heap_trace_record_t). */
  readonly bytes: number;
}

/** Layout of a record for a stack depth and, with `hashMap`, a hash entry. */
export function recordLayout(version: TraceVersion, depth: number, hashMap: boolean): RecordLayout {
  let at = 12;
  const take = (bytes: number): number => {
    const offset = bytes > 0 ? at : -1;
    at += bytes;
    return offset;
  };
  const freed = take(version.freedFlag ? 4 : 0);
  const allocedBy = at;
  const freedBy = at + 4 * depth;
  at += 8 * depth;
  const list = take(version.records === 'lists' ? 8 : 0);
  const hash = take(!hashMap ? 0 : version.buckets === 'tailq' ? 8 : 4);
  return { ccount: 0, address: 4, size: 8, freed, allocedBy, freedBy, list, hash, bytes: at };
}

/**
 * Offsets of the recorder's variables from the start of its state block. IDF's linker places them one by one in
 * .bss/.data; here they stand in one block, so that a guest that overwrites them is seen.
 */
export const STATE = {
  /** portMUX_TYPE: owner (0xB33FFFFF = free), count. */
  mux: 0,
  tracing: 8,
  mode: 12,
  buffer: 16,
  listFirst: 20,
  listLast: 24,
  unusedFirst: 28,
  unusedLast: 32,
  capacity: 36,
  count: 40,
  highWaterMark: 44,
  hasOverflowed: 48,
  totalAllocations: 52,
  totalFrees: 56,
  getRecord: 60,
  getIndex: 64,
  hashHits: 68,
  hashMisses: 72,
  hashMap: 76,
} as const;

/** Bytes of one hash bucket: TAILQ_HEAD (first, last) or SLIST_HEAD (first). */
export function bucketBytes(version: TraceVersion): number {
  return version.buckets === 'tailq' ? 8 : 4;
}

/** Bytes of the state block, hash map included. */
export function stateBytes(version: TraceVersion, hashMapSize: number): number {
  return STATE.hashMap + bucketBytes(version) * hashMapSize;
}

/** {@link recordLayout} by ESP-IDF version, such as `v5.1.3`. */
export function traceRecordLayout(idf: string, depth: number, hashMap: boolean): RecordLayout {
  return recordLayout(traceVersion(idf), depth, hashMap);
}
