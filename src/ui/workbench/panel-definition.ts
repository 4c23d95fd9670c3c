import type { ComponentType } from "react";
import type { LessonFiles } from "../../course/catalogue.ts";
import type { Ledger, Snapshot } from "../../ledger/index.ts";

/** What every panel draws from. */
export interface PanelProps {
  /** Another one is another run's, and has a panel of its own: what a panel keeps in its state belongs to one run. */
  readonly ledger: Ledger;
  /** Number of events that have arrived: `ledger` grows while the run lasts, and this says that it has. */
  readonly length: number;
  /** The snapshot that all panels show. */
  readonly snapshot: Snapshot;
  readonly files: LessonFiles;
}

/**
 * One panel of results. A folder of `src/ui` whose `panel.ts` exports one as `panel` has it shown beside the others:
 * nothing else has to name it.
 */
export interface PanelDefinition {
  /** Names it in the view; never shown. */
  readonly name: string;
  readonly label: string;
  /** Its place among the tabs, smallest first. */
  readonly order: number;
  /** A number beside the label; 0 shows none. */
  readonly count?: (snapshot: Snapshot) => number;
  /** The number says that something is wrong. */
  readonly alarming?: boolean;
  /** One sentence for before the first run. */
  readonly empty: string;
  readonly load: () => Promise<{ readonly default: ComponentType<PanelProps> }>;
}
