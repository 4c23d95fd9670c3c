import { useRun } from "../playground.ts";
import { announcement } from "./announcement.ts";

/** Says how a run ended to a reader who cannot see it. */
export function Announcer() {
  const text = useRun(({ phase, moment, problems, failure, outcome }) =>
    announcement({ phase, moment, problems: problems.length, failure, outcome }),
  );
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );
}
