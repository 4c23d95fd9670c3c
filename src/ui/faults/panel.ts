import type { PanelDefinition } from "../workbench/panel-definition.ts";

export const panel: PanelDefinition = {
  name: "faults",
  label: "Faults",
  order: 50,
  count: ({ faults }) => faults.length,
  alarming: true,
  empty: "What goes wrong, and at which line, appears here when the program runs.",
  load: () => import("./Faults.tsx"),
};
