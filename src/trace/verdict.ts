import * as v from "valibot";
import { MAX_REASON_LENGTH } from "./limits.ts";

/** What came of the behaviour; what the run did to memory is in its trace. */
export type Verdict =
  | { readonly kind: "held" }
  /** It was not as it must be. The message says what was expected and what happened. */
  | { readonly kind: "broken"; readonly message: string }
  /** An exception ended the behaviour: the answer's, or one of the checks' own, which could not go on with what they got. */
  | { readonly kind: "threw"; readonly byAnswer: boolean; readonly name: string; readonly message: string }
  /** The answer has no such export. */
  | { readonly kind: "missing"; readonly name: string }
  /** The behaviour waits for what can never come. */
  | { readonly kind: "unsettled" }
  /** The checks themselves did wrong: no doing of the answer. */
  | { readonly kind: "unfit"; readonly message: string };

const sentence = v.pipe(
  v.string(),
  v.transform((text) => text.slice(0, MAX_REASON_LENGTH)),
);

/** The form of a verdict; what is longer than a sentence is cut. */
export const verdictSchema: v.GenericSchema<unknown, Verdict> = v.variant("kind", [
  v.object({ kind: v.literal("held") }),
  v.object({ kind: v.literal("broken"), message: sentence }),
  v.object({ kind: v.literal("threw"), byAnswer: v.boolean(), name: sentence, message: sentence }),
  v.object({ kind: v.literal("missing"), name: sentence }),
  v.object({ kind: v.literal("unsettled") }),
  v.object({ kind: v.literal("unfit"), message: sentence }),
]);
