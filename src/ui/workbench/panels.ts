import { loadedPart } from "../parts/loaded-part.tsx";
import type { PanelDefinition } from "./panel-definition.ts";

const found = import.meta.glob<PanelDefinition>("../*/panel.ts", { eager: true, import: "panel" });

/** Every panel there is, in the order of the tabs. What is not on screen loads when it is first wanted. */
export const PANELS = Object.values(found)
  .filter((panel) => panel !== undefined)
  .sort((a, b) => a.order - b.order)
  .map((panel) => ({ ...panel, Component: loadedPart(`The ${panel.label} panel`, panel.load) }));

/** Has every panel arrive before it is asked for, so that a first look at one does not wait. */
export function preloadPanels(): void {
  // One that does not arrive now is asked for again when it is opened, and says so there.
  for (const { load } of PANELS) load().catch(() => {});
}
