export { Ledger } from "./ledger.ts";
export { report } from "./report.ts";
export type * from "./moment.ts";
