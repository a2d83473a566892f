// The page's data: JSON as it is, columns decompressed and decoded. Format: packages/heaptrace/src/report/columns.ts.

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {any} */
const data = JSON.parse(byId('data').textContent || '{}');

/** Reads the columns of varints. */
class ColumnReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  varint() {
    const bytes = this.bytes;
    let byte = bytes[this.at++];
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    let scale = 128;
    do {
      byte = bytes[this.at++];
      value += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte >= 0x80);
    return value;
  }

  /** @returns {Float64Array<ArrayBuffer>} */
  plain() {
    const column = new Float64Array(this.varint());
    for (let i = 0; i < column.length; i++) column[i] = this.varint();
    return column;
  }

  /** @returns {Float64Array<ArrayBuffer>} */
  deltas() {
    const column = new Float64Array(this.varint());
    let last = 0;
    for (let i = 0; i < column.length; i++) {
      const coded = this.varint();
      last += coded % 2 === 0 ? coded / 2 : -(coded + 1) / 2;
      column[i] = last;
    }
    return column;
  }
}

/** @returns {Promise<ColumnReader>} */
async function openColumns() {
  const text = atob(byId('columns').textContent || '');
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new ColumnReader(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** Curves: one value for each step of time. */
const curves = {
  liveBytes: new Float64Array(0),
  peakBytes: new Float64Array(0),
  liveBlocks: new Float64Array(0),
  /** @type {{ free: Float64Array, largest: Float64Array }[]} */
  heaps: [],
};

/** Blocks by birth; `ended` is Infinity while alive. */
const blocks = {
  count: 0,
  born: new Float64Array(0),
  ended: new Float64Array(0),
  address: new Float64Array(0),
  size: new Float64Array(0),
  given: new Float64Array(0),
  site: new Float64Array(0),
  endChain: new Float64Array(0),
  heap: new Uint8Array(0),
};

async function loadColumns() {
  const reader = await openColumns();
  curves.liveBytes = reader.deltas();
  curves.peakBytes = reader.deltas();
  curves.liveBlocks = reader.deltas();
  curves.heaps = data.heaps.map(() => ({ free: reader.deltas(), largest: reader.deltas() }));
  blocks.born = reader.deltas();
  blocks.count = blocks.born.length;
  blocks.ended = reader.plain();
  for (let i = 0; i < blocks.count; i++)
    blocks.ended[i] = blocks.ended[i] === 0 ? Infinity : blocks.born[i] + blocks.ended[i] - 1;
  blocks.address = reader.deltas();
  blocks.size = reader.plain();
  blocks.given = reader.plain();
  for (let i = 0; i < blocks.count; i++) blocks.given[i] += blocks.size[i];
  blocks.site = reader.plain();
  blocks.endChain = reader.plain();
  blocks.heap = new Uint8Array(blocks.count).fill(255);
  data.heaps.forEach((/** @type {any} */ heap, /** @type {number} */ index) => {
    for (let i = 0; i < blocks.count; i++)
      if (blocks.address[i] >= heap.start && blocks.address[i] < heap.end) blocks.heap[i] = index;
  });
}

/** Frames of a chain, innermost first. @param {number} chain */
const chainFrames = (chain) => (data.chains[chain] || []).map(frameOf);

/** Functions that only pass a request on to the heap. @type {Set<string>} */
const passing = new Set(data.allocatorFunctions);

/** How many frames in front of a chain only pass the request on. @param {any[]} frames */
function passingFrames(frames) {
  const first = frames.findIndex((frame) => !passing.has(frame.name));
  return first < 0 ? 0 : first;
}

/** @param {number} id */
function frameOf(id) {
  const [name, file, line, offset, inlined] = data.frames[id];
  return {
    name: data.strings[name] || '?',
    file: file < 0 ? '' : data.strings[file],
    line,
    offset,
    inlined: inlined === 1,
  };
}

/** Positions of a Lua traceback as frames, innermost first. @param {number} lua */
const luaFrames = (lua) =>
  (data.lua[lua] || []).map((/** @type {[number, number, number]} */ [source, line, name]) => ({
    name: name < 0 ? `${data.strings[source]}:${line}` : data.strings[name],
    file: data.strings[source],
    line,
    offset: 0,
    inlined: false,
  }));

/** @param {{ file: string, line: number }} frame */
const placeOf = (frame) =>
  frame.file ? `${shortPath(frame.file)}${frame.line ? `:${frame.line}` : ''}` : '';

/** The end of a path. @param {string} path */
const shortPath = (path) => path.split('/').slice(-2).join('/');
