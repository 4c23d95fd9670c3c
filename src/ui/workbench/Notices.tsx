import { X } from "lucide-react";
import { Button } from "../parts/Button.tsx";
import { useProgram, useSettings } from "../playground.ts";
import styles from "./Workbench.module.css";

/** What the reader should know about what is kept and what was replaced, until they dismiss it. */
export function Notices() {
  const program = useProgram((state) => state.notice);
  const dismissProgram = useProgram((state) => state.dismissNotice);
  const settings = useSettings((state) => state.notice);
  const dismissSettings = useSettings((state) => state.dismissNotice);
  const undo = useProgram((state) => state.undo);
  const undoLoad = useProgram((state) => state.undoLoad);
  return (
    <>
      {program && <Notice sentence={program.sentence} onDismiss={dismissProgram} />}
      {settings && <Notice sentence={settings.sentence} onDismiss={dismissSettings} />}
      {undo && (
        <div className={styles.notice} role="status">
          <span>Another program took the place of yours.</span>
          <Button onClick={undoLoad}>Bring mine back</Button>
        </div>
      )}
    </>
  );
}

const Notice = ({ sentence, onDismiss }: { readonly sentence: string; readonly onDismiss: () => void }) => (
  <div className={styles.notice} role="alert">
    <span>{sentence}</span>
    <Button look="quiet" aria-label="Dismiss" onClick={onDismiss}>
      <X size={16} aria-hidden="true" />
    </Button>
  </div>
);
