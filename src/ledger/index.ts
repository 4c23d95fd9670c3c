export type { Look } from "./contents-history.ts";
export { EVERY_CROSSING, filterCrossings, type CrossingFilter } from "./crossing-filter.ts";
export { lastAtMost } from "./trace.ts";
export { Ledger } from "./ledger.ts";
export { memoryMap, type MemoryMap, type Stretch } from "./memory-map.ts";
export { overview, type Overview } from "./overview.ts";
export { report } from "./report.ts";
export { isStop, nextStop, previousStop } from "./stops.ts";
export type * from "./moment.ts";
