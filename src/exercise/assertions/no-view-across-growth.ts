import { withoutFaults } from "./faults.ts";

/** No view that was made before memory grew, or before its data moved, is used after it. */
export const noViewAcrossGrowth = withoutFaults(
  "noViewAcrossGrowth",
  "No view is used after memory grew or its data moved",
  ["FFI012"],
);
