import type { StoreApi } from "zustand/vanilla";
import type { Playground } from "../state/index.ts";
import type { View } from "./view.ts";

/** Keeps the view in step with runs: which text ran, and that a block marked in one run is not marked in the next. */
export function followRuns({ runStore, programStore }: Playground, view: StoreApi<View>): () => void {
  return runStore.subscribe((run, before) => {
    if (run.attempt !== before.attempt) {
      view.setState({ ranText: programStore.getState().text, block: null, hoverTarget: null });
    }
  });
}
