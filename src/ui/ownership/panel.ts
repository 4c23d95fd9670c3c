import type { PanelDefinition } from "../workbench/panel-definition.ts";

export const panel: PanelDefinition = {
  name: "ownership",
  label: "Ownership",
  order: 30,
  empty: "Which TypeScript value holds which memory appears here when the program runs.",
  load: () => import("./Ownership.tsx"),
};
