/** Id of what Escape in the editor gives the focus to: the Run button, the next thing anybody wants. */
export const LEAVE_TO = "run-button";
