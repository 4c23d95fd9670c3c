import { createContext, use } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";

/** Names a panel of results: `output`, or a `PanelDefinition`'s name. */
export type ResultTab = string;
export type NarrowTab = "lesson" | "code" | "results";

/** A line to bring on screen. `turn` grows, so that asking for the same line again does it again. */
export interface Reveal {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly turn: number;
}

/** What the pointer or the focus is on. What belongs to it is highlighted everywhere. */
export type HoverTarget =
  | { readonly kind: "block"; readonly block: number }
  | { readonly kind: "crossing"; readonly index: number }
  /** A line of the program. */
  | { readonly kind: "line"; readonly line: number };

/** The file that holds the learner's program, among the tabs of the editor. */
export const PROGRAM = "program.ts";
export const RUST = "rust.rs";

/** What the reader looks at. It concerns the page only, is not kept, and is shared because a click in one panel moves another. */
export interface View {
  /** Open file: `PROGRAM`, `RUST`, or the name of a C file. */
  readonly file: string;
  readonly result: ResultTab;
  readonly narrow: NarrowTab;
  /** Block id; every panel marks it. */
  readonly block: number | null;
  readonly hoverTarget: HoverTarget | null;
  readonly reveal: Reveal | null;
  openFile(file: string): void;
  openResult(tab: ResultTab): void;
  openNarrow(tab: NarrowTab): void;
  /** Marks a block, or unmarks it when it is marked already. */
  toggleBlock(block: number): void;
  /** Marks a block, wherever the reader is. */
  markBlock(block: number): void;
  /** Marks a block and shows it in the heap panel. */
  showBlock(block: number): void;
  /** Null when the pointer or the focus has left. */
  setHoverTarget(hoverTarget: HoverTarget | null): void;
  /** Shows a line of the program or of a C file. */
  revealLine(file: string, line: number, column?: number): void;
  /** Forgets what belonged to a run or to another lesson. */
  forget(): void;
}

export const createView = (): StoreApi<View> =>
  createStore<View>((set) => ({
    file: PROGRAM,
    result: "output",
    narrow: "lesson",
    block: null,
    hoverTarget: null,
    reveal: null,
    openFile: (file) => set({ file }),
    openResult: (result) => set({ result, narrow: "results" }),
    openNarrow: (narrow) => set({ narrow }),
    toggleBlock: (block) => set((view) => ({ block: view.block === block ? null : block })),
    markBlock: (block) => set({ block }),
    showBlock: (block) => set({ block, result: "heap", narrow: "results" }),
    setHoverTarget: (hoverTarget) => set({ hoverTarget }),
    revealLine: (file, line, column = 1) =>
      set((view) => ({ file, narrow: "code", reveal: { file, line, column, turn: (view.reveal?.turn ?? 0) + 1 } })),
    forget: () => set({ block: null, hoverTarget: null, reveal: null }),
  }));

export const ViewContext = createContext<StoreApi<View> | null>(null);

export function useView<T>(select: (view: View) => T): T {
  const store = use(ViewContext);
  if (!store) throw new Error("useView outside of its provider");
  return useStore(store, select);
}
