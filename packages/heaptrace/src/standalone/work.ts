/** What one recording operation did, in the terms in which its price is known. */
export interface TraceWork {
  /** The critical section was entered: tracing is on and there is an address. */
  entered: boolean;
  /** A full buffer lost its oldest record. */
  dropped: boolean;
  /** The records were searched for an address (a free with records present). */
  searched: boolean;
  /** The search found a record. */
  found: boolean;
  /** It was found through the hash map. */
  mapHit: boolean;
  /** Records of the list (or array) that were passed over. */
  walked: number;
  /** Records of a hash bucket that were passed over, in the search and in the removal. */
  bucketWalked: number;
  /** Records that were moved in memory (array of v5.0 and older). */
  moved: number;
}

/** Nothing done. */
export function createTraceWork(): TraceWork {
  return {
    entered: false,
    dropped: false,
    searched: false,
    found: false,
    mapHit: false,
    walked: 0,
    bucketWalked: 0,
    moved: 0,
  };
}

/** Back to nothing done. */
export function resetTraceWork(work: TraceWork): void {
  work.entered = work.dropped = work.searched = work.found = work.mapHit = false;
  work.walked = work.bucketWalked = work.moved = 0;
}
