// Curves and heap maps over one time axis.

const GUTTER = 92;
const RIGHT = 10;
const CURVE_HEIGHT = 132;

/** Upper end of a heap's map: what was ever used, and a little of the free space above it. @param {any} heap */
const mapTop = (heap) => Math.min(heap.end, heap.used + Math.max(256, (heap.used - heap.start) * 0.06));

/** What is shown: cycles from `from` to `to`; per heap an address range; call sites to bring out, a block chosen. */
const view = {
  from: 0,
  to: Math.max(1, data.endCycle),
  /** @type {{ low: number, high: number }[]} */
  ranges: data.heaps.map((/** @type {any} */ heap) => ({ low: heap.start, high: mapTop(heap) })),
  colouring: 'fate',
  /** Call sites to bring out; null: none in particular. @type {Set<number> | null} */
  sites: null,
  block: -1,
};

/** @type {{ draw: () => void, canvas: HTMLCanvasElement }[]} */
const charts = [];
let redrawPlanned = false;

function redraw() {
  if (redrawPlanned) return;
  redrawPlanned = true;
  requestAnimationFrame(() => {
    redrawPlanned = false;
    drawLegend();
    for (const chart of charts) chart.draw();
  });
}

function drawLegend() {
  const { legend } = COLOURINGS[view.colouring].make();
  byId('legend').replaceChildren(
    ...legend.map(([shade, text]) => {
      const mark = el('i');
      mark.style.background = shade;
      return el('span', { title: text }, mark, text);
    }),
  );
}

/** @param {number} width */
const xScale = (width) => (width - GUTTER - RIGHT) / (view.to - view.from);

/** Time axis or grid. @param {CanvasRenderingContext2D} c @param {number} width @param {number} top @param {number} bottom @param {boolean} labels */
function drawTimeGrid(c, width, top, bottom, labels) {
  const scale = xScale(width);
  c.font = `11.5px ${getComputedStyle(document.body).fontFamily}`;
  c.textAlign = 'center';
  const unit = data.cpuHz;
  for (const tick of ticks(view.from / unit, view.to / unit, width / 130)) {
    const x = Math.round(GUTTER + (tick * unit - view.from) * scale) + 0.5;
    c.strokeStyle = colour('line');
    c.lineWidth = 1;
    c.beginPath();
    c.moveTo(x, top);
    c.lineTo(x, bottom);
    c.stroke();
    if (labels) {
      c.fillStyle = colour('faint');
      const text = time(tick * unit);
      const half = c.measureText(text).width / 2;
      c.fillText(text, Math.min(Math.max(x, GUTTER + half), width - half - 1), bottom + 15);
    }
  }
}

/** Marks as dotted lines. @param {CanvasRenderingContext2D} c @param {number} width @param {number} top @param {number} bottom @param {boolean} labels */
function drawMarks(c, width, top, bottom, labels) {
  const scale = xScale(width);
  let free = GUTTER;
  c.save();
  c.setLineDash([2, 3]);
  c.strokeStyle = colour('faint');
  c.fillStyle = colour('soft');
  c.font = `11px ${getComputedStyle(document.body).fontFamily}`;
  c.textAlign = 'left';
  const inView = data.marks.filter(
    (/** @type {any} */ mark) => mark.cycle >= view.from && mark.cycle <= view.to,
  );
  const every = Math.max(1, Math.ceil((inView.length * 26) / (width - GUTTER)));
  for (const mark of inView.filter((/** @type {any} */ _, /** @type {number} */ i) => i % every === 0)) {
    const x = Math.round(GUTTER + (mark.cycle - view.from) * scale) + 0.5;
    if (x < GUTTER || x > width - RIGHT + 1) continue;
    c.globalAlpha = 0.45;
    c.beginPath();
    c.moveTo(x, top);
    c.lineTo(x, bottom);
    c.stroke();
    c.globalAlpha = 1;
    const wide = c.measureText(mark.name).width + 10;
    if (labels && x >= free && x + wide < width) {
      c.fillText(mark.name, x + 4, top + 10);
      free = x + wide;
    }
  }
  c.restore();
}

/**
 * A chart of one or more series.
 * @param {string} title
 * @param {{ name: string, shade: string, values: Float64Array, fill?: boolean }[]} series
 * @param {(value: number) => string} format
 * @param {boolean} first
 */
function addCurves(title, series, format, first) {
  const canvas = el('canvas', { role: 'img' });
  const keys = series.map(({ name, shade }) => {
    const mark = el('i');
    mark.style.borderColor = `var(--${shade})`;
    return el('span', { class: 'key' }, mark, name);
  });
  const host = el(
    'div',
    { class: 'chart' },
    el('div', { class: 'chart-title' }, el('span', {}, el('b', {}, title)), el('span', {}, ...keys)),
    canvas,
  );
  const steps = curves.liveBytes.length;
  const most = series.map(({ values }) => values.reduce((a, b) => Math.max(a, b), 0));
  canvas.setAttribute(
    'aria-label',
    `${title} over time. ` +
      series
        .map(
          ({ name, values }, i) =>
            `${name}: at most ${format(most[i])}, at the end ${format(values[steps - 1])}`,
        )
        .join('; '),
  );
  const high = Math.max(1, ...most) * 1.06;
  const draw = () => {
    const { context: c, width, height } = fit(canvas, CURVE_HEIGHT + 4);
    const bottom = height - 4;
    const scale = xScale(width);
    drawTimeGrid(c, width, 0, bottom, false);
    c.textAlign = 'right';
    for (const tick of ticks(0, high, 4, true)) {
      const y = Math.round(bottom - (tick / high) * (bottom - 4)) + 0.5;
      c.strokeStyle = colour('line');
      c.beginPath();
      c.moveTo(GUTTER, y);
      c.lineTo(width - RIGHT, y);
      c.stroke();
      c.fillStyle = colour('faint');
      c.fillText(format(tick), GUTTER - 8, Math.min(bottom - 1, Math.max(10, y + 4)));
    }
    c.save();
    c.beginPath();
    c.rect(GUTTER, 0, width - GUTTER - RIGHT, bottom);
    c.clip();
    for (const { values, shade, fill } of series) {
      c.beginPath();
      for (let step = 0; step < steps; step++) {
        const x = GUTTER + ((data.endCycle * (step + 1)) / steps - view.from) * scale;
        const y = bottom - (values[step] / high) * (bottom - 4);
        if (step === 0) c.moveTo(GUTTER - view.from * scale, y);
        c.lineTo(x, y);
      }
      c.strokeStyle = colour(shade);
      c.lineWidth = 1.7;
      c.lineJoin = 'round';
      c.stroke();
      if (fill) {
        c.lineTo(GUTTER + (data.endCycle - view.from) * scale, bottom);
        c.lineTo(GUTTER - view.from * scale, bottom);
        c.globalAlpha = 0.14;
        c.fillStyle = colour(shade);
        c.fill();
        c.globalAlpha = 1;
      }
    }
    drawMarks(c, width, 0, bottom, first);
    c.restore();
  };
  canvas.addEventListener('mousemove', (/** @type {MouseEvent} */ event) => {
    const cycle = cycleAt(canvas, event);
    const step = Math.min(steps - 1, Math.max(0, Math.floor((cycle / data.endCycle) * steps)));
    const lines = series.flatMap(({ name, values }) => [el('br'), `${name}: ${format(values[step])}`]);
    showTooltip(event, [el('b', {}, time(cycle)), ...lines]);
  });
  canvas.addEventListener('mouseleave', hideTooltip);
  wheelZoom(canvas);
  byId('charts').append(host);
  charts.push({ draw, canvas });
}

/** @param {HTMLCanvasElement} canvas @param {{ clientX: number }} event */
function cycleAt(canvas, event) {
  const box = canvas.getBoundingClientRect();
  const x = (event.clientX - box.left - GUTTER) / (box.width - GUTTER - RIGHT);
  return view.from + Math.min(1, Math.max(0, x)) * (view.to - view.from);
}

/** Zooms time by `factor` around `cycle`. @param {number} cycle @param {number} factor */
function zoomTime(cycle, factor) {
  const span = Math.min(data.endCycle, Math.max(64, (view.to - view.from) * factor));
  const share = (cycle - view.from) / (view.to - view.from);
  view.from = Math.min(Math.max(0, cycle - span * share), data.endCycle - span);
  view.to = view.from + span;
  redraw();
}

/** @param {HTMLCanvasElement} canvas */
function wheelZoom(canvas) {
  canvas.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey) return;
      event.preventDefault();
      zoomTime(cycleAt(canvas, event), event.deltaY > 0 ? 1.25 : 0.8);
    },
    { passive: false },
  );
}

/** Shifts the view. @param {number} share */
function panTime(share) {
  const span = view.to - view.from;
  view.from = Math.min(Math.max(0, view.from + span * share), data.endCycle - span);
  view.to = view.from + span;
  redraw();
}

function showWhole() {
  view.from = 0;
  view.to = Math.max(1, data.endCycle);
  view.ranges = data.heaps.map((/** @type {any} */ heap) => ({ low: heap.start, high: mapTop(heap) }));
  redraw();
}

/** @param {KeyboardEvent} event */
function chartKeys(event) {
  const middle = (view.from + view.to) / 2;
  if (event.key === '+' || event.key === '=') zoomTime(middle, 0.6);
  else if (event.key === '-') zoomTime(middle, 1 / 0.6);
  else if (event.key === 'ArrowLeft') panTime(-0.2);
  else if (event.key === 'ArrowRight') panTime(0.2);
  else if (event.key === '0') showWhole();
  else return;
  event.preventDefault();
}
