/**
 * The kinds of run conditions that an answer is tried in, besides as it is.
 *
 * - `allocation`: one allocation fails, each that the answer reaches in turn.
 * - `null`: a function that may return NULL does, each that the answer calls in turn.
 * - `reuse`: freed memory is reused at once. `never-reuse`: freed memory is never reused.
 * - `growth`: memory grows at every call.
 * - `variant`: another library behind the same header.
 * - `order`: the answer's tasks go on in another order.
 */
export const conditionKinds = ["allocation", "null", "reuse", "never-reuse", "growth", "variant", "order"] as const;

export type ConditionKind = (typeof conditionKinds)[number];
