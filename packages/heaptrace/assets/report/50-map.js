// The heap map: time to the right, addresses upwards, every block a rectangle as long as it lived.
//
// Most blocks are smaller than a pixel, so colours are summed by the share of the pixel that a block covers: at any zoom the
// picture is the average of what is there.

/** @param {number} index Which heap. @param {boolean} last */
function addMap(index, last) {
  const heap = data.heaps[index];
  const canvas = el('canvas', {
    role: 'img',
    tabindex: '0',
    'aria-label': `Map of ${heap.name} from ${hex(heap.start)} to ${hex(heap.end)} over time. At the end ${count(heap.liveBlocks)} blocks live, ${bytes(heap.freeBytes)} are free in ${count(heap.freeRanges)} ranges, the largest ${bytes(heap.largestFree)}.`,
  });
  const host = el(
    'div',
    { class: 'chart map' },
    el(
      'div',
      { class: 'chart-title' },
      el('span', {}, el('b', {}, heap.name), ` ${hex(heap.start)} – ${hex(heap.end)}`),
      el('span', {}, `largest free at the end ${bytes(heap.largestFree)} of ${bytes(heap.freeBytes)}`),
    ),
    canvas,
  );
  // A heap of which little was ever used gets little room.
  const used = data.heaps.map((/** @type {any} */ each) => mapTop(each) - each.start);
  const share = used[index] / used.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b, 0);
  const height = Math.round(Math.max(64, 340 * Math.sqrt(share)));
  const bottomSpace = last ? 20 : 4;
  const draw = () => drawMap(canvas, index, height, bottomSpace, last);
  canvas.addEventListener('keydown', chartKeys);
  wheelZoom(canvas);
  mapPointer(canvas, host, index, height);
  byId('charts').append(host);
  charts.push({ draw, canvas });
}

/** @param {HTMLCanvasElement} canvas @param {number} index @param {number} height @param {number} bottomSpace @param {boolean} last */
function drawMap(canvas, index, height, bottomSpace, last) {
  const { context: c, width, ratio } = fit(canvas, height + bottomSpace);
  const range = view.ranges[index];
  c.fillStyle = colour('sunk');
  c.fillRect(GUTTER, 0, width - GUTTER - RIGHT, height);
  const pixelWidth = Math.max(1, Math.round((width - GUTTER - RIGHT) * ratio));
  const pixelHeight = Math.round(height * ratio);
  c.putImageData(paintBlocks(index, pixelWidth, pixelHeight), Math.round(GUTTER * ratio), 0);

  c.font = `11px ${colour('mono') || 'monospace'}`;
  c.textAlign = 'right';
  c.fillStyle = colour('faint');
  for (const tick of ticks(range.low, range.high, height / 60, true)) {
    const y = height - ((tick - range.low) / (range.high - range.low)) * height;
    c.fillText(hex(tick), GUTTER - 8, Math.min(height - 1, Math.max(9, y + 4)));
    c.fillRect(GUTTER - 5, Math.round(y), 5, 1);
  }
  drawMarks(c, width, 0, height, false);
  if (last) drawTimeGrid(c, width, height, height + 3, true);
  if (view.block >= 0 && blocks.heap[view.block] === index) outlineBlock(c, view.block, range, width, height);
}

/** @param {CanvasRenderingContext2D} c @param {number} block @param {{ low: number, high: number }} range @param {number} width @param {number} height */
function outlineBlock(c, block, range, width, height) {
  const scale = xScale(width);
  const x0 = Math.max(GUTTER, GUTTER + (blocks.born[block] - view.from) * scale);
  const x1 = Math.min(
    width - RIGHT,
    GUTTER + (Math.min(blocks.ended[block], data.endCycle) - view.from) * scale,
  );
  const yScale = height / (range.high - range.low);
  const y1 = height - (blocks.address[block] - range.low) * yScale;
  const y0 = height - (blocks.address[block] + blocks.given[block] - range.low) * yScale;
  if (x1 < GUTTER || y1 < 0 || y0 > height) return;
  c.strokeStyle = colour('ink');
  c.lineWidth = 2;
  c.strokeRect(x0 - 2, y0 - 2, Math.max(3, x1 - x0) + 4, Math.max(2, y1 - y0) + 4);
}

/** Sums blocks into pixels. @param {number} index @param {number} width @param {number} height */
function paintBlocks(index, width, height) {
  const range = view.ranges[index];
  const xs = width / (view.to - view.from);
  const ys = height / (range.high - range.low);
  const red = new Float32Array(width * height);
  const green = new Float32Array(width * height);
  const blue = new Float32Array(width * height);
  const share = new Float32Array(width * height);
  const colouring = COLOURINGS[view.colouring].make();
  /** @type {Map<string, number[]>} */
  const parsed = new Map();
  const dimmed = rgbOf(colour('line'));
  const bright = rgbOf(colour('leak'));
  const { born, ended, address, given, heap, site } = blocks;
  for (let i = 0; i < blocks.count && born[i] < view.to; i++) {
    if (heap[i] !== index || ended[i] < view.from) continue;
    const low = address[i];
    const high = low + given[i];
    if (high <= range.low || low >= range.high) continue;
    const x0 = Math.max(0, (born[i] - view.from) * xs);
    const x1 = Math.min(width, Math.max((Math.min(ended[i], data.endCycle) - view.from) * xs, x0 + 0.02));
    const y0 = Math.max(0, height - (high - range.low) * ys);
    const y1 = Math.min(height, height - (low - range.low) * ys);
    let rgb;
    if (view.sites !== null) rgb = view.sites.has(site[i]) ? bright : dimmed;
    else {
      const shade = colouring.of(i);
      rgb = parsed.get(shade);
      if (rgb === undefined) {
        rgb = rgbOf(shade);
        parsed.set(shade, rgb);
      }
    }
    const [r, g, b] = rgb;
    const lastRow = Math.min(height - 1, Math.ceil(y1) - 1);
    const firstColumn = Math.floor(x0);
    const lastColumn = Math.min(width - 1, Math.ceil(x1) - 1);
    for (let row = Math.floor(y0); row <= lastRow; row++) {
      const tall = Math.min(y1, row + 1) - Math.max(y0, row);
      let at = row * width + firstColumn;
      for (let column = firstColumn; column <= lastColumn; column++, at++) {
        const wide = (x1 < column + 1 ? x1 : column + 1) - (x0 > column ? x0 : column);
        const part = tall * wide;
        red[at] += r * part;
        green[at] += g * part;
        blue[at] += b * part;
        share[at] += part;
      }
    }
  }
  const image = new ImageData(width, height);
  const out = new Uint32Array(image.data.buffer);
  const [br, bg, bb] = rgbOf(colour('sunk'));
  for (let at = 0; at < out.length; at++) {
    const part = share[at];
    if (part === 0) {
      out[at] = 0xff000000 | (bb << 16) | (bg << 8) | br;
      continue;
    }
    const rest = part < 1 ? 1 - part : 0;
    const norm = part > 1 ? 1 / part : 1;
    const r = red[at] * norm + br * rest;
    const g = green[at] * norm + bg * rest;
    const b = blue[at] * norm + bb * rest;
    out[at] = 0xff000000 | (b << 16) | (g << 8) | r;
  }
  return image;
}

/** The block at a point: the one that covers it, else the nearest within a few pixels. @param {number} index @param {number} cycle @param {number} address @param {number} cycleSlack @param {number} addressSlack */
function blockAt(index, cycle, address, cycleSlack, addressSlack) {
  let best = -1;
  let bestDistance = 1;
  for (let i = 0; i < blocks.count && blocks.born[i] <= cycle + cycleSlack; i++) {
    if (blocks.heap[i] !== index || blocks.ended[i] < cycle - cycleSlack) continue;
    const low = blocks.address[i];
    const high = low + blocks.given[i];
    const dy =
      address < low ? (low - address) / addressSlack : address >= high ? (address - high) / addressSlack : 0;
    if (dy >= 1) continue;
    const dx =
      cycle < blocks.born[i]
        ? (blocks.born[i] - cycle) / cycleSlack
        : cycle > blocks.ended[i]
          ? (cycle - blocks.ended[i]) / cycleSlack
          : 0;
    const distance = Math.max(dx, dy);
    if (
      distance < bestDistance ||
      (distance === 0 && bestDistance === 0 && blocks.born[i] > blocks.born[best])
    ) {
      best = i;
      bestDistance = distance;
    }
  }
  return best;
}

/** Hover, click and drag. @param {HTMLCanvasElement} canvas @param {HTMLElement} host @param {number} index @param {number} height */
function mapPointer(canvas, host, index, height) {
  const point = (/** @type {MouseEvent} */ event) => {
    const box = canvas.getBoundingClientRect();
    const range = view.ranges[index];
    const y = Math.min(1, Math.max(0, (event.clientY - box.top) / height));
    const pixel = (view.to - view.from) / (box.width - GUTTER - RIGHT);
    return {
      x: Math.min(box.width - RIGHT, Math.max(GUTTER, event.clientX - box.left)),
      y: y * height,
      cycle: cycleAt(canvas, event),
      address: range.high - y * (range.high - range.low),
      slack: [pixel * 3, ((range.high - range.low) / height) * 3],
    };
  };
  const find = (/** @type {ReturnType<typeof point>} */ at) =>
    blockAt(index, at.cycle, at.address, at.slack[0], at.slack[1]);
  /** @type {ReturnType<typeof point> | null} */
  let start = null;
  /** @type {HTMLElement | null} */
  let box = null;
  let pending = false;
  canvas.addEventListener('pointerdown', (event) => {
    start = point(event);
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    const at = point(event);
    if (start !== null && Math.hypot(at.x - start.x, at.y - start.y) > 5) {
      hideTooltip();
      if (box === null) host.append((box = el('div', { class: 'selection' })));
      const top = canvas.offsetTop;
      Object.assign(/** @type {HTMLElement} */ (box).style, {
        left: `${Math.min(at.x, start.x)}px`,
        width: `${Math.abs(at.x - start.x)}px`,
        top: `${top + Math.min(at.y, start.y)}px`,
        height: `${Math.abs(at.y - start.y)}px`,
      });
      return;
    }
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      if (box !== null) return;
      const block = find(at);
      if (block < 0) {
        showTooltip(event, [el('b', {}, time(at.cycle)), ` ${hex(at.address)}`, el('br'), 'free']);
        return;
      }
      const site = data.sites[blocks.site[block]];
      const life =
        blocks.ended[block] === Infinity
          ? 'alive at the end'
          : `lived ${time(blocks.ended[block] - blocks.born[block])}`;
      showTooltip(event, [
        el('b', {}, siteName(site)),
        el('br'),
        `${count(blocks.size[block])} B at ${hex(blocks.address[block])}`,
        el('br'),
        life,
      ]);
    });
  });
  canvas.addEventListener('pointerup', (event) => {
    const from = start;
    start = null;
    if (from === null) return;
    const at = point(event);
    if (box !== null) {
      box.remove();
      box = null;
      const [a, b] = [from.cycle, at.cycle].sort((p, q) => p - q);
      const [low, high] = [from.address, at.address].sort((p, q) => p - q);
      if (b - a > 16) [view.from, view.to] = [a, b];
      if (high - low > 64 && Math.abs(at.y - from.y) > 8) view.ranges[index] = { low, high };
      redraw();
      return;
    }
    const block = find(at);
    if (block >= 0) showBlock(block);
  });
  canvas.addEventListener('pointerleave', hideTooltip);
  canvas.addEventListener('dblclick', showWhole);
}
