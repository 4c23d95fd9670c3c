import { Button } from "./Button.tsx";
import styles from "./SkipLink.module.css";

/** Id of the list of panels behind the editor. */
export const RESULT_TABS = "result-tabs";

/** The way past the editor for a keyboard: in the editor Tab is a character. Seen only while it has the focus. */
export const SkipEditor = () => (
  <Button
    className={styles.skip}
    onClick={() => document.querySelector<HTMLElement>(`#${RESULT_TABS} [aria-selected="true"]`)?.focus()}
  >
    Skip the editor
  </Button>
);
