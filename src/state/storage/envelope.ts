import * as v from "valibot";
import type { RecordPlan } from "./records.ts";

const envelope = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)), data: v.unknown() });

/** Text of a record, with the version of its shape. */
export const writeEnvelope = (version: number, data: unknown): string => JSON.stringify({ version, data });

/**
 * Reads a record of any version so far; undefined when it is none, or is of a version this page does not know yet.
 */
export function readEnvelope<T>(
  text: string,
  plan: Pick<RecordPlan<T>, "version" | "migrations" | "schema">,
): T | undefined {
  try {
    const { version, data } = v.parse(envelope, JSON.parse(text));
    if (version > plan.version) return undefined;
    const current = plan.migrations.slice(version - 1).reduce((old, migrate) => migrate(old), data);
    return v.parse(plan.schema, current);
  } catch {
    return undefined;
  }
}
