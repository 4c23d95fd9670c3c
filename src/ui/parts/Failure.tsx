import { useEffect, useRef } from "react";
import { Button } from "./Button.tsx";
import styles from "./Failure.module.css";

interface Props {
  /** What failed, what that means for the reader, and what they can do. */
  readonly sentence: string;
  readonly onRetry: () => void;
}

/** Stands where something could not be shown. */
export function Failure({ sentence, onRetry }: Props) {
  const alert = useRef<HTMLDivElement>(null);
  // The focus was in what is not there any more, or in nothing: it goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) alert.current?.querySelector("button")?.focus();
  }, []);
  const retry = (): void => {
    const around = alert.current?.parentElement?.closest<HTMLElement>("[tabindex]");
    onRetry();
    around?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.failure} role="alert" ref={alert}>
      <p>{sentence}</p>
      <Button onClick={retry}>Try again</Button>
    </div>
  );
}
