// Elements, numbers, colours. Text from the trace only ever becomes text nodes.

/**
 * @param {string} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {any}
 */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined) node.append(child);
  return node;
}

const wholeNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
/** @param {number} value */
const count = (value) => wholeNumber.format(value).replaceAll(',', '\u202f');

/** @param {number} value */
function bytes(value) {
  const size = Math.abs(value);
  const short = (/** @type {number} */ number) =>
    number.toFixed(number % 1 === 0 || Math.abs(number) >= 100 ? 0 : 1);
  if (size < 1024 || (size < 10000 && size % 1024 !== 0)) return `${count(value)} B`;
  return size < 1024 * 1024 ? `${short(value / 1024)} KB` : `${short(value / 1024 / 1024)} MB`;
}

/** @param {number} cycles */
function time(cycles) {
  const seconds = cycles / data.cpuHz;
  const size = Math.abs(seconds);
  if (size === 0) return '0 s';
  if (size < 1e-3) return `${(seconds * 1e6).toPrecision(3)} µs`;
  if (size < 1) return `${(seconds * 1e3).toPrecision(4)} ms`;
  return `${seconds.toPrecision(4)} s`;
}

/** @param {number} address */
const hex = (address) => `0x${Math.round(address).toString(16).padStart(8, '0')}`;

/** The value of a colour of the style sheet, now. @param {string} name */
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** @param {string} text */
function rgbOf(text) {
  const value = parseInt(text.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const isDark = () => document.documentElement.dataset.theme === 'dark';

/** Eight colours that stay apart for most eyes, for light and for dark ground. */
const PALETTE = {
  light: ['#0b7285', '#c2410c', '#5b3fb5', '#2b8a3e', '#b5317a', '#9a7400', '#1f5fbf', '#7a4a2b'],
  dark: ['#4fc3d4', '#ff9463', '#a893f5', '#6fd083', '#f083bb', '#e0bb45', '#7fb2ff', '#cf9d78'],
};
const palette = () => (isDark() ? PALETTE.dark : PALETTE.light);

/**
 * Makes a canvas fit its place, sharp on any screen.
 * @param {HTMLCanvasElement} canvas
 * @param {number} height
 */
function fit(canvas, height) {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  const width = Math.max(50, canvas.parentElement ? canvas.parentElement.clientWidth : 300);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.height = `${height}px`;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return { context, width, height, ratio };
}

/** Round steps for an axis, in powers of ten or (bytes, addresses) of two. @param {number} low @param {number} high @param {number} wanted @param {boolean} [binary] */
function ticks(low, high, wanted, binary = false) {
  const rough = (high - low) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = binary
    ? 2 ** Math.ceil(Math.log2(rough))
    : [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) || rough;
  const list = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) list.push(value);
  return list;
}

const tooltip = byId('tooltip');

/** @param {{ clientX: number, clientY: number }} event @param {(Node | string)[]} content */
function showTooltip(event, content) {
  tooltip.replaceChildren(...content);
  tooltip.hidden = false;
  const { width, height } = tooltip.getBoundingClientRect();
  tooltip.style.left = `${Math.max(8, Math.min(event.clientX + 14, innerWidth - width - 8))}px`;
  tooltip.style.top = `${event.clientY + 18 + height > innerHeight ? event.clientY - height - 12 : event.clientY + 18}px`;
}

const hideTooltip = () => {
  tooltip.hidden = true;
};
