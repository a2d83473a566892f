// What the colours of blocks mean. Each mode gives every call site (or block) a colour and a legend.

/** Verdict by chain: leak, cache or steady. @type {Map<number, string>} */
const verdicts = new Map(data.growth.map((/** @type {any} */ row) => [row.chain, row.verdict]));

/** Short name of a site. @param {any} site */
function siteName(site) {
  const frames = chainFrames(site.chain);
  const top = frames[passingFrames(frames)];
  return top ? top.name : site.operation;
}

/** The eight keys with most bytes; the rest shares grey. @param {(site: any) => string} keyOf */
function topKeys(keyOf) {
  const totals = new Map();
  for (const site of data.sites) totals.set(keyOf(site), (totals.get(keyOf(site)) || 0) + site.peakBytes);
  return [...totals]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([key]) => key);
}

/** @param {(site: any) => string} keyOf */
function categorical(keyOf) {
  const keys = topKeys(keyOf);
  const colours = palette();
  const grey = colour('freed');
  const ofSite = data.sites.map((/** @type {any} */ site) => colours[keys.indexOf(keyOf(site))] || grey);
  return {
    of: (/** @type {number} */ block) => ofSite[blocks.site[block]],
    legend: [
      ...keys.map((key, index) => [colours[index], key]),
      ...(new Set(data.sites.map(keyOf)).size > keys.length ? [[grey, 'others']] : []),
    ],
  };
}

/** @type {Record<string, { title: string, make: () => { of: (block: number) => string, legend: string[][] } }>} */
const COLOURINGS = {
  fate: {
    title: 'fate of the block',
    make() {
      const [leak, cache, alive, freed] = ['leak', 'cache', 'alive', 'freed'].map(colour);
      const ofSite = data.sites.map((/** @type {any} */ site) => {
        const verdict = verdicts.get(site.chain);
        return verdict === 'leak' ? leak : verdict === 'cache' ? cache : alive;
      });
      return {
        of: (block) => (blocks.ended[block] === Infinity ? ofSite[blocks.site[block]] : freed),
        legend: [
          [leak, 'never freed, chain keeps growing'],
          [cache, 'never freed, chain has filled up'],
          [alive, 'alive at the end'],
          [freed, 'freed'],
        ],
      };
    },
  },
  site: { title: 'function', make: () => categorical(siteName) },
  task: { title: 'task', make: () => categorical((site) => data.tasks[site.task] || 'no task') },
  size: {
    title: 'size',
    make() {
      const steps = isDark()
        ? ['#2b5c66', '#35808c', '#4aa7b3', '#7fcbd2', '#c5ecee']
        : ['#bfe3e6', '#86c5cc', '#4aa0ab', '#1f7885', '#0b4d58'];
      const limits = [32, 128, 512, 2048];
      return {
        of: (block) => steps[limits.findIndex((limit) => blocks.size[block] <= limit) & 7] || steps[4],
        legend: steps.map((step, index) => [step, index < 4 ? `up to ${bytes(limits[index])}` : 'more']),
      };
    },
  },
};
