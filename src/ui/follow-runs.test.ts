import { expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import { Ledger } from "../ledger/index.ts";
import type { RunState } from "../state/index.ts";
import { followRuns } from "./follow-runs.ts";
import { createView } from "./view.ts";

it("what the reader marked in one run is not marked in the next, nor after the run is forgotten", () => {
  const ledger = new Ledger({ spans: [null], descriptions: [] });
  const runStore = createStore(() => ({ attempt: 1, ledger: ledger as Ledger | null }) as RunState);
  const view = createView();
  followRuns({ runStore }, view);
  const mark = (): void => {
    view.getState().showBlock(1);
    view.getState().setHoverTarget({ kind: "crossing", index: 7 });
    view.getState().revealLine("program.ts", 3);
  };
  const marked = () => [view.getState().block, view.getState().hoverTarget?.kind, view.getState().reveal?.line];

  mark();
  runStore.setState({ phase: "ended" });
  expect(marked(), "the same run goes on").toEqual([1, "crossing", 3]);
  runStore.setState({ attempt: 2 });
  expect(marked()).toEqual([null, undefined, undefined]);
  mark();
  runStore.setState({ ledger: null });
  expect(marked()).toEqual([null, undefined, undefined]);
});
