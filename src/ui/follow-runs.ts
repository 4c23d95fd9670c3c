import type { StoreApi } from "zustand/vanilla";
import type { Playground } from "../state/index.ts";
import type { View } from "./view.ts";

/** Keeps the view in step with runs: blocks, crossings and lines of one run mean nothing in the next. */
export function followRuns({ runStore }: Pick<Playground, "runStore">, view: StoreApi<View>): () => void {
  return runStore.subscribe((run, before) => {
    if (run.attempt !== before.attempt || (run.ledger === null && before.ledger !== null)) view.getState().forget();
  });
}
