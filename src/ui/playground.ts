import { createContext, use } from "react";
import { useStore } from "zustand";
import type { SnapshotState, Playground, ProgramState, RunState, SettingsState } from "../state/index.ts";

export const PlaygroundContext = createContext<Playground | null>(null);

export function usePlayground(): Playground {
  const playground = use(PlaygroundContext);
  if (!playground) throw new Error("usePlayground outside of its provider");
  return playground;
}

export const useRun = <T>(select: (state: RunState) => T): T => useStore(usePlayground().runStore, select);
export const useSnapshot = <T>(select: (state: SnapshotState) => T): T =>
  useStore(usePlayground().snapshotStore, select);
export const useProgram = <T>(select: (state: ProgramState) => T): T => useStore(usePlayground().programStore, select);
export const useSettings = <T>(select: (state: SettingsState) => T): T =>
  useStore(usePlayground().settingsStore, select);
export const useRoute = () => useStore(usePlayground().routeStore, (state) => state.route);
