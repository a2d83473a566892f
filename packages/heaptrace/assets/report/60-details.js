// The panel beside: a block or a call chain, its frames, the source of a frame.

const sources = new Map(data.sources.map((/** @type {any} */ entry) => [entry.file, entry.text.split('\n')]));
const detailsBody = byId('details-body');

function showNothing() {
  view.block = -1;
  view.sites = null;
  byId('details').className = 'idle';
  detailsBody.replaceChildren(
    el('h2', {}, 'Details'),
    el('p', { class: 'empty' }, 'Choose a block on the map, a row of a table or a frame of the graph.'),
  );
  markRow(-1);
  redraw();
}

/** @param {number} block */
function showBlock(block) {
  const site = data.sites[blocks.site[block]];
  const alive = blocks.ended[block] === Infinity;
  view.block = block;
  view.sites = null;
  const task = data.tasks[site.task];
  fillDetails(
    `${count(blocks.size[block])} bytes at ${hex(blocks.address[block])}`,
    [
      ['Allocated', `${time(blocks.born[block])} (cycle ${count(blocks.born[block])})`],
      ['Freed', alive ? 'never' : `${time(blocks.ended[block])} (cycle ${count(blocks.ended[block])})`],
      [
        'Lived',
        alive
          ? `${time(data.endCycle - blocks.born[block])} and on`
          : time(blocks.ended[block] - blocks.born[block]),
      ],
      ['Given', `${count(blocks.given[block])} bytes`],
      ['By', `${site.operation}${task ? ` in task ${task}` : ''}`],
    ],
    [
      ['Allocated by', chainFrames(site.chain)],
      ...(site.lua ? [/** @type {[string, any[]]} */ (['Lua', luaFrames(site.lua)])] : []),
      ...(alive || !blocks.endChain[block]
        ? []
        : [/** @type {[string, any[]]} */ (['Freed by', chainFrames(blocks.endChain[block])])]),
    ],
    [['All blocks of this chain', () => showSites(sitesOfChain(site.chain))]],
  );
  redraw();
}

/** @param {string | undefined} verdict */
const verdictText = (verdict) =>
  verdict === 'leak'
    ? 'leak: keeps growing'
    : verdict === 'cache'
      ? 'cache: grew, then stayed'
      : 'steady: no trend';

/** @param {number} chain @returns {number[]} */
const sitesOfChain = (chain) =>
  data.sites.flatMap((/** @type {any} */ site, /** @type {number} */ i) => (site.chain === chain ? [i] : []));

/** @param {number[]} sites @param {string} [title] @param {any[]} [frames] */
function showSites(sites, title, frames) {
  const total = { allocations: 0, bytes: 0, liveBlocks: 0, liveBytes: 0 };
  const operations = new Set();
  const luaIds = new Set();
  const chainSet = new Set();
  for (const index of sites) {
    const site = data.sites[index];
    chainSet.add(site.chain);
    total.allocations += site.allocations;
    total.bytes += site.bytes;
    total.liveBlocks += site.liveBlocks;
    total.liveBytes += site.liveBytes;
    operations.add(site.operation);
    if (site.lua) luaIds.add(site.lua);
  }
  const chains = [...chainSet];
  view.block = -1;
  view.sites = new Set(sites);
  const chainFrameList = frames || chainFrames(chains[0]);
  fillDetails(
    title || (chainFrameList.length > 0 ? chainFrameList[passingFrames(chainFrameList)].name : 'Call chain'),
    [
      ['Allocations', `${count(total.allocations)}, ${bytes(total.bytes)} (${[...operations].join(', ')})`],
      ['Alive at the end', `${count(total.liveBlocks)} blocks, ${bytes(total.liveBytes)}`],
      ...(chains.length === 1 && verdicts.has(chains[0])
        ? [/** @type {[string, string]} */ (['Verdict', verdictText(verdicts.get(chains[0]))])]
        : []),
      ...(chains.length > 1 ? [/** @type {[string, string]} */ (['Call chains', count(chains.length)])] : []),
    ],
    [
      ['Frames', chainFrameList],
      ...[...luaIds].slice(0, 5).map((id) => /** @type {[string, any[]]} */ (['Lua', luaFrames(Number(id))])),
    ],
    [['Show all blocks again', showNothing]],
  );
  redraw();
}

/** @param {string} title @param {[string, string][]} facts @param {[string, any[]][]} stacks @param {[string, () => void][]} actions */
function fillDetails(title, facts, stacks, actions) {
  byId('details').className = '';
  detailsBody.replaceChildren(
    el('h2', {}, title),
    el('dl', {}, ...facts.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    el(
      'div',
      { class: 'actions' },
      ...actions.map(([name, run]) => el('button', { type: 'button', onclick: run }, name)),
    ),
    ...stacks.flatMap(([name, frames]) => [el('h3', {}, name), frameList(frames)]),
  );
  byId('details').scrollTop = 0;
}

/** @param {any[]} frames */
function frameList(frames) {
  if (frames.length === 0) return el('p', { class: 'note' }, 'no call chain recorded');
  return el(
    'ol',
    { class: 'frames' },
    ...frames.map((frame) => {
      const item = el('li');
      const button = el(
        'button',
        { type: 'button', 'aria-expanded': 'false', title: frame.file || '' },
        el('span', { class: 'fn' }, frame.name, frame.inlined ? el('em', {}, 'inlined') : null),
        el(
          'span',
          { class: 'place' },
          placeOf(frame) || (frame.offset ? `+0x${frame.offset.toString(16)}` : 'no line known'),
        ),
      );
      button.addEventListener('click', () => {
        const open = item.querySelector('.opened');
        button.setAttribute('aria-expanded', String(!open));
        if (open) open.remove();
        else item.append(sourceOf(frame));
      });
      item.append(button);
      return item;
    }),
  );
}

/** @param {any} frame */
function sourceOf(frame) {
  const lines = sources.get(frame.file);
  if (!lines || !frame.line)
    return el(
      'p',
      { class: 'note opened' },
      frame.file
        ? `${frame.file} is not in this report (xtal report --sources FOLDER)`
        : 'no source position known',
    );
  const first = Math.max(1, frame.line - 8);
  const last = Math.min(lines.length, frame.line + 8);
  const code = el('pre', {
    class: 'source opened',
    tabindex: '0',
    'aria-label': `${frame.file} line ${frame.line}`,
  });
  for (let number = first; number <= last; number++)
    code.append(
      el(
        'span',
        { 'data-n': number, class: number === frame.line ? 'here' : undefined },
        lines[number - 1] || ' ',
      ),
    );
  return code;
}

/** Marks the chosen row of the table of suspects. @param {number} chain */
function markRow(chain) {
  for (const row of byId('growth').querySelectorAll('tbody tr'))
    row.classList.toggle(
      'chosen',
      Number(/** @type {HTMLElement} */ (row).dataset.chain) === chain && chain >= 0,
    );
}
