/** Synthetic workloads. */
export { generateWorkload, workloadSource, type WorkloadOptions } from './generate.js';
export {
  isWorkloadName,
  workloadKinds,
  workloadNames,
  type WorkloadKind,
  type WorkloadName,
} from './kinds.js';
export { Random } from './random.js';
