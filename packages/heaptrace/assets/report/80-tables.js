// Tables: suspected leaks, Lua lines, what splits free memory, failed allocations.

/** @typedef {{ title: string, number?: boolean, value?: (row: any) => number | string, cell: (row: any) => Node | string }} Column */

/**
 * Fills a table that sorts by its headings.
 * @param {HTMLElement} table @param {Column[]} columns @param {any[]} rows
 * @param {{ limit?: number, more?: HTMLElement, row?: (row: any, tr: HTMLElement) => void, sort?: number }} [options]
 */
function fillTable(table, columns, rows, options = {}) {
  let { limit = Infinity } = options;
  let sort = options.sort ?? -1;
  let descending = true;
  const draw = () => {
    const sorted = sort < 0 ? rows : [...rows].sort((a, b) => compare(a, b));
    const head = el(
      'tr',
      {},
      ...columns.map((column, index) => {
        const direction = index === sort ? (descending ? 'descending' : 'ascending') : undefined;
        const heading = el('th', {
          scope: 'col',
          class: column.number ? 'n' : undefined,
          'aria-sort': direction,
        });
        if (!column.value) heading.append(column.title);
        else
          heading.append(
            el(
              'button',
              {
                type: 'button',
                onclick: () => {
                  descending = sort === index ? !descending : true;
                  sort = index;
                  draw();
                },
              },
              column.title,
            ),
          );
        return heading;
      }),
    );
    const body = sorted.slice(0, limit).map((row) => {
      const tr = el(
        'tr',
        {},
        ...columns.map((column) => el('td', { class: column.number ? 'n' : undefined }, column.cell(row))),
      );
      options.row?.(row, tr);
      return tr;
    });
    table.replaceChildren(el('thead', {}, head), el('tbody', {}, ...body));
    const { more } = options;
    if (more) {
      more.hidden = rows.length <= limit;
      more.textContent = `Show all ${count(rows.length)}`;
      more.onclick = () => {
        limit = Infinity;
        draw();
      };
    }
  };
  const compare = (/** @type {any} */ a, /** @type {any} */ b) => {
    const [x, y] = [columns[sort].value?.(a) ?? 0, columns[sort].value?.(b) ?? 0];
    const order = x < y ? -1 : x > y ? 1 : 0;
    return descending ? -order : order;
  };
  draw();
}

/** A row of a table that opens something. @param {HTMLElement} tr @param {() => void} open */
function clickable(tr, open) {
  tr.classList.add('pick');
  tr.addEventListener('click', open);
}

/** The Lua line that has most bytes alive through a chain (or asked for most). @param {number} chain */
function luaLineOf(chain) {
  const [site] = data.sites
    .filter((/** @type {any} */ each) => each.chain === chain && each.lua)
    .sort((/** @type {any} */ a, /** @type {any} */ b) => b.liveBytes - a.liveBytes || b.bytes - a.bytes);
  return site ? el('span', { class: 'via' }, `Lua ${placeOf(luaFrames(site.lua)[0])}`) : null;
}

/** A chain in a table cell: innermost function, place, and through whom; a button for the keyboard. @param {number} chain @param {string} fallback */
function chainCell(chain, fallback) {
  const all = chainFrames(chain);
  const frames = all.slice(passingFrames(all));
  const [top] = frames;
  if (!top) return el('span', { class: 'fn' }, fallback);
  const via = frames
    .slice(1, 5)
    .map((/** @type {any} */ frame) => frame.name)
    .join(' ← ');
  return el(
    'button',
    { class: 'link', type: 'button' },
    el('span', { class: 'fn' }, top.name),
    ' ',
    el('span', { class: 'place' }, placeOf(top)),
    luaLineOf(chain),
    via ? el('span', { class: 'via' }, `← ${via}${frames.length > 5 ? ' ← …' : ''}`) : null,
  );
}

/** @param {number[]} values */
function sparkline(values) {
  const high = Math.max(1, ...values);
  const points = values.map(
    (value, i) =>
      `${((96 * i) / Math.max(1, values.length - 1)).toFixed(1)},${(20 - (18 * value) / high).toFixed(1)}`,
  );
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'spark');
  svg.setAttribute('viewBox', '0 0 96 22');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `blocks alive: ${values.join(', ')}`);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', `M${points.join('L')}`);
  svg.append(path);
  return svg;
}

function fillGrowth() {
  const { names, marked } = data.phases;
  byId('suspects-hint').textContent = marked
    ? `Blocks alive at each of ${count(names.length)} marks, by call chain. A leak rises to the end; a cache rises and then stays.`
    : `The trace has too few marks, so the run was cut into ${count(names.length)} equal parts; put marks around what your program repeats for a surer verdict.`;
  const rank = { leak: 2, cache: 1, steady: 0 };
  const last = (/** @type {number[]} */ values) => values[values.length - 1] ?? 0;
  fillTable(
    byId('growth'),
    [
      {
        title: 'Verdict',
        value: (row) => rank[/** @type {'leak'} */ (row.verdict)],
        cell: (row) => el('span', { class: `badge ${row.verdict}` }, row.verdict),
      },
      { title: 'Call chain', cell: (row) => chainCell(row.chain, row.title) },
      {
        title: 'Blocks',
        number: true,
        value: (row) => last(row.blocks),
        cell: (row) => count(last(row.blocks)),
      },
      {
        title: 'Bytes',
        number: true,
        value: (row) => last(row.bytes),
        cell: (row) => bytes(last(row.bytes)),
      },
      {
        title: 'Growth',
        number: true,
        value: (row) => row.bytesPerPhase,
        cell: (row) =>
          row.verdict === 'leak'
            ? `${bytes(Math.round(row.bytesPerPhase))} / ${marked ? 'phase' : 'part'}`
            : '–',
      },
      { title: 'Blocks over time', cell: (row) => sparkline(row.blocks) },
    ],
    data.growth,
    {
      limit: Math.max(10, data.growth.filter((/** @type {any} */ row) => row.verdict === 'leak').length),
      more: byId('growth-more'),
      row(row, tr) {
        tr.classList.add(row.verdict);
        tr.dataset.chain = row.chain;
        clickable(tr, () => {
          showSites(sitesOfChain(row.chain));
          markRow(row.chain);
        });
      },
    },
  );
}

function fillLua() {
  const lines = new Map();
  for (const [index, site] of data.sites.entries()) {
    if (!site.lua) continue;
    const [frame] = luaFrames(site.lua);
    const key = `${frame.file}:${frame.line}`;
    const line = lines.get(key) || {
      key,
      frame,
      /** @type {number[]} */ sites: [],
      allocations: 0,
      bytes: 0,
      liveBlocks: 0,
      liveBytes: 0,
    };
    lines.set(key, line);
    line.sites.push(index);
    for (const field of ['allocations', 'bytes', 'liveBlocks', 'liveBytes']) line[field] += site[field];
  }
  if (lines.size === 0) return;
  byId('lua-section').hidden = false;
  const number = (
    /** @type {string} */ title,
    /** @type {string} */ field,
    /** @type {(value: number) => string} */ format,
  ) => ({
    title,
    number: true,
    value: (/** @type {any} */ row) => row[field],
    cell: (/** @type {any} */ row) => format(row[field]),
  });
  fillTable(
    byId('lua'),
    [
      {
        title: 'Line',
        value: (row) => row.key,
        cell: (row) =>
          el(
            'button',
            { class: 'link', type: 'button' },
            el('span', { class: 'fn' }, row.key),
            el('span', { class: 'via' }, row.frame.name),
          ),
      },
      number('Allocations', 'allocations', count),
      number('Bytes', 'bytes', bytes),
      number('Blocks alive', 'liveBlocks', count),
      number('Bytes alive', 'liveBytes', bytes),
    ],
    [...lines.values()],
    { sort: 4, row: (row, tr) => clickable(tr, () => showSites(row.sites, row.key, [row.frame])) },
  );
}

function fillFragmentation() {
  const host = byId('fragmentation');
  for (const heap of data.heaps) {
    const share = heap.freeBytes > 0 ? Math.round(100 * (1 - heap.largestFree / heap.freeBytes)) : 0;
    host.append(
      el(
        'h3',
        {},
        `${heap.name}: ${bytes(heap.freeBytes)} free in ${count(heap.freeRanges)} ranges, the largest ${bytes(heap.largestFree)} (${share} % fragmented)`,
      ),
    );
    if (heap.pinning.length === 0) continue;
    const table = el('table');
    fillTable(
      table,
      [
        {
          title: 'Block',
          value: (row) => row.address,
          cell: (row) => el('span', { class: 'fn' }, hex(row.address)),
        },
        { title: 'Size', number: true, value: (row) => row.size, cell: (row) => count(row.size) },
        {
          title: 'Free before',
          number: true,
          value: (row) => row.freeBefore,
          cell: (row) => bytes(row.freeBefore),
        },
        {
          title: 'Free after',
          number: true,
          value: (row) => row.freeAfter,
          cell: (row) => bytes(row.freeAfter),
        },
        {
          title: 'Would join to',
          number: true,
          value: (row) => row.wouldJoin,
          cell: (row) => bytes(row.wouldJoin),
        },
        { title: 'Allocated by', cell: (row) => chainCell(row.chain, row.operation) },
      ],
      heap.pinning,
      {
        sort: 4,
        row: (row, tr) =>
          clickable(tr, () => {
            for (let i = 0; i < blocks.count; i++)
              if (blocks.address[i] === row.address && blocks.born[i] === row.bornCycle) return showBlock(i);
          }),
      },
    );
    host.append(el('div', { class: 'scroll' }, table));
  }
}

function fillFailures() {
  if (data.failureCount === 0) return;
  byId('failures-section').hidden = false;
  if (data.failureCount > data.failures.length)
    byId('failures-heading').textContent =
      `Failed allocations (the first ${count(data.failures.length)} of ${count(data.failureCount)})`;
  fillTable(
    byId('failures'),
    [
      { title: 'Time', value: (row) => row.cycle, cell: (row) => time(row.cycle) },
      { title: 'Size', number: true, value: (row) => row.size, cell: (row) => count(row.size) },
      {
        title: 'Asked by',
        cell: (row) => chainCell(data.sites[row.site].chain, data.sites[row.site].operation),
      },
    ],
    data.failures,
    { limit: 20, row: (row, tr) => clickable(tr, () => showSites(sitesOfChain(data.sites[row.site].chain))) },
  );
}
