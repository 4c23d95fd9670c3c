import type { PanelDefinition } from "../workbench/panel-definition.ts";

export const panel: PanelDefinition = {
  name: "crossings",
  label: "Crossings",
  order: 10,
  count: ({ crossings }) => crossings,
  empty: "Each call over the boundary appears here when the program runs.",
  load: () => import("./Crossings.tsx"),
};
