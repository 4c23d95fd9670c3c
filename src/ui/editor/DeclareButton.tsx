import { useEffect, useState } from "react";
import type { LibraryDescription } from "../../contract/description.ts";
import { describeLibrary } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { applyEdits, insertDeclarations } from "./declare/insert.ts";
import { ownFunctions } from "./declare/own-functions.ts";
import styles from "./DeclareButton.module.css";

interface Props {
  readonly text: string;
  readonly library: string;
  readonly onChange: (text: string) => void;
}

/** For the plain editor, which completes nothing: writes the rest of the library's table. Gone when nothing is missing. */
export function DeclareButton({ text, library, onChange }: Props) {
  const [description, setDescription] = useState<LibraryDescription | null>(null);
  useEffect(() => {
    let wanted = true;
    void describeLibrary(library).then((found) => {
      if (wanted) setDescription(found);
    });
    return () => {
      wanted = false;
    };
  }, [library]);

  if (description?.name !== library) return null;
  const edits = insertDeclarations(text, description, ownFunctions(description));
  if (edits.length === 0) return null;
  return (
    <div className={styles.bar}>
      <Button look="quiet" onClick={() => onChange(applyEdits(text, edits))}>
        Insert the declarations of {library}.h
      </Button>
    </div>
  );
}
