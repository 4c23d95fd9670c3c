import { TIMELINE_KEYS } from "./timeline-keys.ts";
import styles from "./Timeline.module.css";

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  PageUp: "Page Up",
  PageDown: "Page Down",
  " ": "Space",
};

/** Every key of the timeline. */
export const KeyHelp = ({ id }: { readonly id: string }) => (
  <div id={id} className={styles.help}>
    <dl>
      {TIMELINE_KEYS.map(({ key, shift, slider, does }) => (
        <div key={does}>
          <dt>
            <kbd>
              {shift && "Shift+"}
              {key.toUpperCase()}
            </kbd>
            {slider !== undefined && (
              <>
                {" "}
                <kbd>{NAMES[slider] ?? slider}</kbd>
              </>
            )}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
    <p>The first key works wherever the focus is in this half of the page, the second on the timeline itself.</p>
  </div>
);
