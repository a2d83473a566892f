/** Object programs against their stated heap traffic. */
export {
  checkObjects,
  runObjects,
  symboliserOf,
  type ObjectsFolder,
  type ObjectsResult,
  type ObjectsRun,
} from './check-objects.js';
export { HeapLedger, type Site } from './ledger.js';
