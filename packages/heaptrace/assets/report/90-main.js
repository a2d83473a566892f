// Puts the page together.

function setTheme(/** @type {string} */ theme) {
  document.documentElement.dataset.theme = theme;
}
const wanted = new URLSearchParams(location.hash.slice(1)).get('theme');
setTheme(wanted || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
byId('theme').addEventListener('click', () => {
  setTheme(isDark() ? 'light' : 'dark');
  redraw();
  drawFlame();
});

/** @param {string} id @param {[string, string][]} entries @param {string} value @param {(value: string) => void} change */
function fillSelect(id, entries, value, change) {
  const select = /** @type {HTMLSelectElement} */ (byId(id));
  select.replaceChildren(
    ...entries.map(([key, title]) => el('option', { value: key, selected: key === value }, title)),
  );
  select.addEventListener('change', () => change(select.value));
}

/** A heap's name, with its address where several have the same. @param {number} index */
function heapName(index) {
  const { name, start } = data.heaps[index];
  const same = data.heaps.filter((/** @type {any} */ heap) => heap.name === name);
  return same.length > 1 ? `${name} at ${hex(start)}` : name;
}

function fillHead() {
  const machine = Object.entries(data.machine).map(([name, value]) => `${name} ${value}`);
  byId('facts').textContent = [
    data.program === data.title ? null : data.program,
    data.idfVersion ? `ESP-IDF ${data.idfVersion}` : null,
    `${time(data.endCycle)} at ${data.cpuHz / 1e6} MHz`,
    `${count(data.events)} events`,
    ...machine.filter((text) => !text.startsWith('cpuMHz')),
  ]
    .filter(Boolean)
    .join(' · ');
  const problems = [
    data.damage ? `The trace is not whole: ${data.damage}. This is what came before.` : '',
    data.droppedBlocks > 0
      ? `The map leaves out ${count(data.droppedBlocks)} short-lived blocks; all numbers include them.`
      : '',
    data.unknownFrees > 0
      ? `${count(data.unknownFrees)} ${data.unknownFrees === 1 ? 'free was of a block' : 'frees were of blocks'} from before the trace, or of none.`
      : '',
  ].filter(Boolean);
  byId('damage').classList.toggle('severe', data.damage !== null);
  byId('damage').hidden = problems.length === 0;
  byId('damage').textContent = problems.join(' ');

  const leaks = data.growth.filter((/** @type {any} */ row) => row.verdict === 'leak').length;
  // Of several heaps the largest one is what a program lives in.
  const extents = data.heaps.map((/** @type {any} */ heap) => heap.end - heap.start);
  const main = extents.indexOf(Math.max(...extents));
  /** @type {[string, string, string, boolean?][]} */
  const cards = [
    ['Peak', bytes(data.peak.bytes), `at ${time(data.peak.cycle)}`],
    ['Alive at the end', bytes(data.liveBytes), `${count(data.liveBlocks)} blocks`],
    ['Suspected leaks', count(leaks), leaks === 1 ? 'call chain' : 'call chains', leaks > 0],
    ['Allocations', count(data.allocations), `${count(data.frees)} frees`],
    ['Failed', count(data.failureCount), data.failureCount ? 'allocations' : 'none', data.failureCount > 0],
  ];
  if (main >= 0)
    cards.push([
      'Smallest “largest free”',
      bytes(curves.heaps[main].largest.reduce((a, b) => Math.min(a, b), Infinity)),
      `in ${heapName(main)}`,
    ]);
  byId('cards').replaceChildren(
    ...cards.map(([name, value, small, warn]) =>
      el(
        'div',
        { class: warn ? 'warn' : undefined },
        el('dt', {}, name),
        el('dd', {}, value, el('small', {}, small)),
      ),
    ),
  );
}

function addCharts() {
  addCurves(
    'Live bytes',
    [{ name: 'live', shade: 'alive', values: curves.peakBytes, fill: true }],
    bytes,
    true,
  );
  data.heaps.forEach((/** @type {any} */ _, /** @type {number} */ i) => {
    if (i < 3)
      addCurves(
        data.heaps.length > 1 ? `Free in ${heapName(i)}` : 'Free',
        [
          { name: 'free', shade: 'freed', values: curves.heaps[i].free },
          { name: 'largest free', shade: 'free', values: curves.heaps[i].largest, fill: true },
        ],
        bytes,
        false,
      );
  });
  data.heaps.forEach((/** @type {any} */ _, /** @type {number} */ i) =>
    addMap(i, i === data.heaps.length - 1),
  );
}

async function start() {
  await loadColumns();
  byId('loading').hidden = true;
  byId('page').hidden = false;
  fillHead();
  addCharts();
  fillSelect(
    'colour',
    Object.entries(COLOURINGS).map(([key, { title }]) => [key, title]),
    view.colouring,
    (value) => {
      view.colouring = value;
      view.sites = null;
      redraw();
    },
  );
  byId('zoom-in').addEventListener('click', () => zoomTime((view.from + view.to) / 2, 0.6));
  byId('zoom-out').addEventListener('click', () => zoomTime((view.from + view.to) / 2, 1 / 0.6));
  byId('whole').addEventListener('click', showWhole);
  fillSelect(
    'measure',
    Object.entries(MEASURES).map(([key, [title]]) => [key, title]),
    flame.measure,
    (value) => {
      flame.measure = value;
      buildFlame();
    },
  );
  const anyLua = data.sites.some((/** @type {any} */ site) => site.lua);
  byId('stacks-label').hidden = !anyLua;
  fillSelect(
    'stacks',
    [
      ['native', 'C functions'],
      ['lua', 'Lua lines'],
    ],
    flame.stacks,
    (value) => {
      flame.stacks = value;
      buildFlame();
    },
  );
  byId('search').addEventListener('input', (event) => {
    flame.search = /** @type {HTMLInputElement} */ (event.target).value;
    drawFlame();
  });
  byId('flame-reset').addEventListener('click', () => {
    flame.focus = flame.root;
    drawFlame();
  });
  fillGrowth();
  fillLua();
  fillFragmentation();
  fillFailures();
  showNothing();
  drawLegend();
  for (const chart of charts) chart.draw();
  buildFlame();
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    redraw();
    drawFlame();
  });
  document.documentElement.dataset.ready = 'true';
}

start().catch((error) => {
  const loading = byId('loading');
  loading.hidden = false;
  loading.textContent = `This page could not be built: ${error && error.message ? error.message : error}`;
});
