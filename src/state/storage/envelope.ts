import * as v from "valibot";
import { wellFormed } from "../well-formed.ts";
import type { RecordPlan } from "./records.ts";

const envelope = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)), data: v.unknown() });

/** Text of a record, with the version of its shape. */
export const writeEnvelope = (version: number, data: unknown): string => JSON.stringify({ version, data });

/**
 * Reads a record of any version so far, each of its texts well-formed: what the browser keeps is not always, and an address,
 * for one, cannot be made of half a character. undefined when it is none, or is of a version this page does not know yet.
 */
export function readEnvelope<T>(
  text: string,
  plan: Pick<RecordPlan<T>, "version" | "migrations" | "schema">,
): T | undefined {
  try {
    const { version, data } = v.parse(
      envelope,
      JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? wellFormed(value) : value)),
    );
    if (version > plan.version) return undefined;
    const current = plan.migrations.slice(version - 1).reduce((old, migrate) => migrate(old), data);
    return v.parse(plan.schema, current);
  } catch {
    return undefined;
  }
}
