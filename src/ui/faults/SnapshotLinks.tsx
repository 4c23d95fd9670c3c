import type { Fault } from "../../ledger/snapshot.ts";
import { pageLink } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { useSnapshot } from "../playground.ts";
import styles from "./Faults.module.css";

/** The ways from a report to its snapshots: when it happened, and when its memory came and went. */
export function SnapshotLinks({ fault }: { readonly fault: Fault }) {
  const goTo = useSnapshot((state) => state.goTo);
  const { block, event, code } = fault;
  const after = (index: number) => (): void => goTo(index + 1);
  return (
    <p className={styles.snapshots}>
      <Button onClick={after(event)}>Show the moment</Button>
      {block && block.owner !== "static" && (
        <Button look="quiet" onClick={after(block.allocated.event)}>
          When it was allocated
        </Button>
      )}
      {block?.freed && (
        <Button look="quiet" onClick={after(block.freed.event)}>
          When it was released
        </Button>
      )}
      <a href={pageLink("fault", code)}>What {code} means</a>
    </p>
  );
}
