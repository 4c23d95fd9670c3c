import type { PanelDefinition } from "../workbench/panel-definition.ts";

export const panel: PanelDefinition = {
  name: "bytes",
  label: "Bytes",
  order: 40,
  empty: "The bytes of each block, as C sees them, appear here when the program runs.",
  load: () => import("./Bytes.tsx"),
};
