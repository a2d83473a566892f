/** ESP-IDF's heap services for guest programs. */
export { DEFAULT_INTERNAL, HeapServices } from './heap-services.js';
export type { HeapServicesOptions } from './boot-heap.js';
export { installHeapServices, heapLayoutOf, MachineHost, type InstallOptions } from './install.js';
export { HEAP_OPERATIONS, type HeapOperation, type OperationKind } from './operations.js';
export { ForeignBlockError, PolicyHeap, type AllocatorFactory, type HeapModel } from './policy-heap.js';
export { GuestHeapWatch, guestHeapFunctions, replaceGuestHeap, type GuestHeapFunction } from './watch.js';
export type { ServiceCall, ServiceHost, ServiceResult } from './host.js';
export {
  SdkConfigError,
  heapSettings,
  parseSdkConfig,
  type HeapSettings,
  type SdkConfig,
} from './settings.js';
export { spillWindows } from './spill.js';
export { TRACE_PRICES } from './trace-prices-data.js';
export {
  atDepth,
  RecorderPriceList,
  type ByDepth,
  type RecorderPrices,
  type RecorderVariant,
  type TracePrices,
  type LeakPrices,
} from './trace-prices.js';
