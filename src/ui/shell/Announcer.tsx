import { useRun } from "../playground.ts";
import { announcement } from "./announcement.ts";

/** Says how a run ended to a reader who cannot see it. */
export function Announcer() {
  const text = useRun(({ phase, snapshot, problems, failure, outcome }) =>
    announcement({ phase, snapshot, problems: problems.length, failure, outcome }),
  );
  const attempt = useRun((run) => run.attempt);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {/* A new element for each run: one that ends as the run before it did is said again. The number tells whoever
          watches from outside which run it was that ended. */}
      <span key={attempt} data-run={attempt}>
        {text}
      </span>
    </p>
  );
}
