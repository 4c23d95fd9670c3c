/** When a run under way is drawn. */
export interface RenderThrottle {
  /** The program has got hold of the worker. */
  started(): void;
  /** There is something new to draw. */
  changed(): void;
  /** The run is over: nothing of it is drawn any more, but that it had begun has been said. */
  close(): void;
}

/** A program that has shown something by then is drawn once, with that: a drawing takes longer than most programs. */
const BEGIN_SHOWS_AFTER_MS = 50;

/** Between two pictures at least: enough for the eye, and it leaves the machine to the program. */
const PAUSE_MS = 120;

/**
 * @param begin shows that the run has begun; called once.
 * @param draw shows how things stand.
 * @param nextFrame calls back before the next picture is drawn.
 */
export function renderThrottle(
  begin: () => void,
  draw: () => void,
  nextFrame: (task: () => void) => void,
): RenderThrottle {
  let wait: ReturnType<typeof setTimeout> | undefined;
  let begun = false;
  let asked = false;
  let closed = false;
  let rest = 0;

  const beginOnce = (): void => {
    clearTimeout(wait);
    if (begun) return;
    begun = true;
    begin();
  };
  const frame = (): void => {
    if (closed) return;
    const start = performance.now();
    if (start < rest) return nextFrame(frame);
    asked = false;
    beginOnce();
    draw();
    const end = performance.now();
    // A picture that took long is followed by a longer pause, so that the page gets to everything else.
    rest = end + Math.max(PAUSE_MS, 2 * (end - start));
  };

  return {
    started() {
      wait = setTimeout(beginOnce, BEGIN_SHOWS_AFTER_MS);
    },
    changed() {
      if (asked || closed) return;
      asked = true;
      nextFrame(frame);
    },
    close() {
      beginOnce();
      closed = true;
    },
  };
}
