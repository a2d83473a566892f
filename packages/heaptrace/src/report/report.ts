/** Makes the report: one HTML page with everything in it, which opens nothing from a network. */
import { readFileSync, readdirSync } from 'node:fs';
import type { Trace } from '../outside/trace.js';
import { gatherReport, type ReportData, type ReportOptions } from './report-data.js';

/** The page's parts lie beside the package's sources and are read when a report is made. */
const ASSETS = new URL('../../assets/report/', import.meta.url);

/**
 * Makes a report of a trace as one HTML page. Reads the page's own parts from this package's files and nothing else;
 * source text comes from `options.source`.
 */
export function createReport(trace: Trace, options: ReportOptions = {}): string {
  return renderReport(gatherReport(trace, options));
}

/** Puts data into the page. */
export function renderReport(data: ReportData): string {
  const asset = (name: string): string => readFileSync(new URL(name, ASSETS), 'utf8');
  const scripts = readdirSync(ASSETS)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map(asset)
    .join('\n');
  const { columns, ...json } = data;
  const parts: Record<string, string> = {
    TITLE: escapeHtml(data.title),
    STYLE: asset('page.css'),
    DATA: jsonForScript(json),
    COLUMNS: columns,
    SCRIPT: `'use strict';\n(() => {\n${scripts}\n})();`,
  };
  return asset('page.html').replace(/\{\{([A-Z]+)\}\}/g, (whole, name: string) => parts[name] ?? whole);
}

/** JSON that no content can end early: a name like `</script>` stays text. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
