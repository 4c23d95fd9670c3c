import type { SnapshotState } from "../../state/index.ts";

type Act = keyof {
  [K in keyof SnapshotState as SnapshotState[K] extends () => void ? K : never]: true;
};

/** One way to another snapshot: its key, where the focus is among the results, and what it does. */
interface TimelineKey {
  readonly key: string;
  readonly shift?: boolean;
  /** On the timeline itself, where letters are not all there is. */
  readonly slider?: string;
  readonly does: string;
  readonly act: Act | "toggle" | "begin";
}

export const TIMELINE_KEYS: readonly TimelineKey[] = [
  { key: ".", slider: "ArrowRight", does: "Step forward", act: "forward" },
  { key: ",", slider: "ArrowLeft", does: "Step back", act: "back" },
  { key: "n", slider: "PageUp", does: "Next crossing", act: "nextCrossing" },
  { key: "n", shift: true, slider: "PageDown", does: "Previous crossing", act: "previousCrossing" },
  { key: "f", does: "Next fault", act: "nextFault" },
  { key: "f", shift: true, does: "Previous fault", act: "previousFault" },
  { key: "p", slider: " ", does: "Play, or pause", act: "toggle" },
  { key: "b", slider: "Home", does: "To the beginning", act: "begin" },
  { key: "e", slider: "End", does: "To the end", act: "follow" },
];

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget;
  preventDefault(): void;
}

/** Goes to another snapshot if the key says so. Keys that are text to what has the focus are left to it. */
export function timelineKey(press: KeyPress, snapshots: SnapshotState): void {
  const { key, target } = press;
  if (press.ctrlKey || press.metaKey || press.altKey || !(target instanceof HTMLElement)) return;
  const onSlider = target instanceof HTMLInputElement && target.type === "range";
  if (!onSlider && (target.isContentEditable || target.matches("input, textarea, select"))) return;
  const found = TIMELINE_KEYS.find(
    (entry) =>
      (key.toLowerCase() === entry.key && press.shiftKey === (entry.shift ?? false)) ||
      (onSlider && key === entry.slider),
  );
  if (!found) return;
  press.preventDefault();
  if (found.act === "toggle") (snapshots.playing ? snapshots.pause : snapshots.play)();
  else if (found.act === "begin") snapshots.goTo(0);
  else snapshots[found.act]();
}
