/** Bounds of the conversation with a worker, beside those of its trace. */

/** How long the frame has to confirm that a worker was terminated before the frame itself is removed, in milliseconds. */
export const TERMINATE_PATIENCE_MS = 50;
/** How long a fresh frame may take until it has handed over its control port, in milliseconds. */
export const FRAME_PATIENCE_MS = 20_000;
/** How often a frame is asked whether it is still there, in milliseconds. */
export const PING_MS = 500;
/** How many times in a row it may not have answered. Counted in questions: a page that was busy itself asked none. */
export const MOST_UNANSWERED = 6;
/** How long a fresh worker may take until it says it is ready, in milliseconds. */
export const READY_PATIENCE_MS = 20_000;
/** How long what has arrived is still read when a run is ended from outside, in milliseconds. */
export const LAST_READING_MS = 40;
