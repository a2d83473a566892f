/** The picture of a trace. */
export { createReport, renderReport } from './report.js';
export { gatherReport, type ReportData, type ReportOptions } from './report-data.js';
export { sourceFinder } from './sources.js';
