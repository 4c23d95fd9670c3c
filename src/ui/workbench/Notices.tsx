import { X } from "lucide-react";
import { useState } from "react";
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
  // Once dismissed, the way back is still in the Load menu.
  const [seen, setSeen] = useState<typeof undo>(null);
  return (
    <>
      {program && <Notice sentence={program.sentence} onDismiss={dismissProgram} />}
      {settings && <Notice sentence={settings.sentence} onDismiss={dismissSettings} />}
      {undo && undo !== seen && (
        <div className={styles.notice} role="status">
          <span>Another program took the place of yours.</span>
          <span className={styles.tools}>
            <Button onClick={undoLoad}>Bring mine back</Button>
            <Dismiss onClick={() => setSeen(undo)} />
          </span>
        </div>
      )}
    </>
  );
}

const Notice = ({ sentence, onDismiss }: { readonly sentence: string; readonly onDismiss: () => void }) => (
  <div className={styles.notice} role="alert">
    <span>{sentence}</span>
    <Dismiss onClick={onDismiss} />
  </div>
);

const Dismiss = ({ onClick }: { readonly onClick: () => void }) => (
  <Button look="quiet" aria-label="Dismiss" onClick={onClick}>
    <X size={16} aria-hidden="true" />
  </Button>
);
