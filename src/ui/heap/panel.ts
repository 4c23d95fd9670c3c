import type { PanelDefinition } from "../workbench/panel-definition.ts";

export const panel: PanelDefinition = {
  name: "heap",
  label: "Heap",
  order: 20,
  count: ({ totals }) => totals.liveBlocks,
  empty: "Each block of memory, with its owner, appears here when the program runs.",
  load: () => import("./Heap.tsx"),
};
