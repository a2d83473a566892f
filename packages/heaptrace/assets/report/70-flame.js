// The flame graph (outermost caller on top), drawn on a canvas.

const ROW = 19;

/** @type {Record<string, [string, (site: any) => number, (value: number) => string]>} */
const MEASURES = {
  liveBytes: ['bytes alive at the end', (site) => site.liveBytes, bytes],
  bytes: ['bytes of all allocations', (site) => site.bytes, bytes],
  allocations: ['number of allocations', (site) => site.allocations, count],
  liveBlocks: ['blocks alive at the end', (site) => site.liveBlocks, count],
};

/** @typedef {{ label: string, frame: any, value: number, children: Map<string, FlameNode>, sites: Set<number>, parent: FlameNode | null, depth: number }} FlameNode */

const flame = {
  measure: data.liveBytes > 0 ? 'liveBytes' : 'bytes',
  stacks: 'native',
  search: '',
  /** @type {FlameNode} */ root: makeNode('all', null, null),
  /** @type {FlameNode} */ focus: makeNode('all', null, null),
  /** @type {{ node: FlameNode, x: number, y: number, width: number }[]} */ boxes: [],
};

/** @param {string} label @param {any} frame @param {FlameNode | null} parent @returns {FlameNode} */
function makeNode(label, frame, parent) {
  return {
    label,
    frame,
    value: 0,
    children: new Map(),
    sites: new Set(),
    parent,
    depth: parent ? parent.depth + 1 : 0,
  };
}

function buildFlame() {
  const [, valueOf] = MEASURES[flame.measure];
  const root = makeNode('all', null, null);
  for (const [index, site] of data.sites.entries()) {
    const value = valueOf(site);
    if (value <= 0) continue;
    const native = chainFrames(site.chain);
    const frames =
      flame.stacks === 'lua' && site.lua ? [native[0], ...luaFrames(site.lua)].filter(Boolean) : native;
    let node = root;
    node.value += value;
    node.sites.add(index);
    for (let i = frames.length - 1; i >= 0; i--) {
      const label = frames[i].name;
      let next = node.children.get(label);
      if (!next) node.children.set(label, (next = makeNode(label, frames[i], node)));
      next.value += value;
      next.sites.add(index);
      node = next;
    }
  }
  flame.root = root;
  flame.focus = root;
  drawFlame();
}

/** Soft hue by file, so that a component keeps its colour. @param {FlameNode} node */
function flameColour(node) {
  const text = (node.frame && node.frame.file) || node.label;
  let hash = 7;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  const hue = [12, 28, 42, 88, 160, 188, 208, 228, 262, 312, 340][Math.abs(hash) % 11];
  return isDark() ? `hsl(${hue} 34% 34%)` : `hsl(${hue} 62% 83%)`;
}

const flameCanvas = el('canvas', { role: 'img', tabindex: '0' });
const crumbs = el('div', { class: 'crumbs' });
byId('flame').append(crumbs, flameCanvas);

/** @param {FlameNode} node @returns {number} */
function depthBelow(node) {
  let deepest = 0;
  const visit = (/** @type {FlameNode} */ at, /** @type {number} */ depth) => {
    deepest = Math.max(deepest, depth);
    for (const child of at.children.values()) if (child.value * 1000 > node.value) visit(child, depth + 1);
  };
  visit(node, 0);
  return deepest;
}

function drawFlame() {
  const [title, , format] = MEASURES[flame.measure];
  const { focus } = flame;
  /** @type {FlameNode[]} */
  const above = [];
  for (let node = focus.parent; node; node = node.parent) above.unshift(node);
  const rows = above.length + depthBelow(focus) + 1;
  const { context: c, width } = fit(flameCanvas, Math.max(2, rows) * ROW + 2);
  flame.boxes = [];
  c.font = `12px ${colour('mono') || 'monospace'}`;
  c.textBaseline = 'middle';
  c.textAlign = 'left';
  const needle = flame.search.toLowerCase();
  const box = (
    /** @type {FlameNode} */ node,
    /** @type {number} */ x,
    /** @type {number} */ row,
    /** @type {number} */ wide,
    /** @type {boolean} */ faded,
  ) => {
    const y = row * ROW;
    const found = needle !== '' && node.label.toLowerCase().includes(needle);
    c.globalAlpha = faded || (needle !== '' && !found) ? 0.45 : 1;
    c.fillStyle = found ? colour('accent') : node.parent ? flameColour(node) : colour('sunk');
    c.fillRect(x, y, Math.max(0.5, wide - 1), ROW - 1);
    if (wide > 28) {
      c.fillStyle = found ? colour('bg') : colour('ink');
      const letters = Math.floor((wide - 10) / 7.3);
      const text = node.parent ? node.label : `all: ${format(node.value)}`;
      c.fillText(
        text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text,
        x + 5,
        y + ROW / 2,
      );
    }
    c.globalAlpha = 1;
    flame.boxes.push({ node, x, y, width: wide });
  };
  above.forEach((node, row) => box(node, 0, row, width, true));
  const visit = (
    /** @type {FlameNode} */ node,
    /** @type {number} */ x,
    /** @type {number} */ row,
    /** @type {number} */ wide,
  ) => {
    box(node, x, row, wide, false);
    let at = x;
    const children = [...node.children.values()].sort((a, b) => b.value - a.value);
    for (const child of children) {
      const part = (child.value / node.value) * wide;
      if (part >= 0.4) visit(child, at, row + 1, part);
      at += part;
    }
  };
  if (focus.value > 0) visit(focus, 0, above.length, width);
  crumbs.textContent = focus.parent
    ? `${focus.label}: ${format(focus.value)} of ${format(flame.root.value)} ${title}`
    : `${format(flame.root.value)}: ${title}`;
  const top = new Set([...flame.root.sites].map((index) => data.sites[index].chain)).size;
  flameCanvas.setAttribute(
    'aria-label',
    `Flame graph of ${title}: ${format(flame.root.value)} in ${count(top)} call chains.`,
  );
}

/** @param {MouseEvent} event */
function flameNodeAt(event) {
  const area = flameCanvas.getBoundingClientRect();
  const [x, y] = [event.clientX - area.left, event.clientY - area.top];
  return flame.boxes.find((b) => y >= b.y && y < b.y + ROW && x >= b.x && x < b.x + b.width)?.node;
}

flameCanvas.addEventListener('mousemove', (/** @type {MouseEvent} */ event) => {
  const node = flameNodeAt(event);
  if (!node) return hideTooltip();
  const [, , format] = MEASURES[flame.measure];
  const place = node.frame ? placeOf(node.frame) : '';
  showTooltip(event, [
    el('b', {}, node.label),
    place ? ` ${place}` : '',
    el('br'),
    `${format(node.value)}, ${((100 * node.value) / Math.max(1, flame.root.value)).toFixed(1)} %`,
  ]);
});
flameCanvas.addEventListener('mouseleave', hideTooltip);
flameCanvas.addEventListener('click', (/** @type {MouseEvent} */ event) => {
  const node = flameNodeAt(event);
  if (!node) return;
  flame.focus = node;
  drawFlame();
  if (!node.parent) return showNothing();
  /** @type {any[]} */
  const frames = [];
  for (let at = /** @type {FlameNode | null} */ (node); at && at.frame; at = at.parent) frames.push(at.frame);
  showSites([...node.sites], node.label, frames);
});
flameCanvas.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
  if (event.key !== 'Escape' && event.key !== 'ArrowUp') return;
  flame.focus = flame.focus.parent || flame.root;
  drawFlame();
  event.preventDefault();
});
