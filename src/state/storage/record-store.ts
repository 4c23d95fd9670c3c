import * as v from "valibot";
import { readEnvelope, writeEnvelope } from "./envelope.ts";
import { RECORDS, type RecordPlan, type Records } from "./records.ts";

/** Where the browser keeps text. Either may throw when it is asked for: browsers block storage that way. */
export interface StorageAreas {
  readonly local: () => Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly session: () => Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

/**
 * - `blocked`: the browser lets the page keep nothing.
 * - `full`: it lets it keep no more.
 * - `unreadable`: something was there that could not be understood; it now lies under `setAside`.
 */
export type StorageTrouble =
  { readonly kind: "blocked" | "full" } | { readonly kind: "unreadable"; readonly setAside: string };

export interface Kept<T> {
  /** Null when there is none, or none that can be read. */
  readonly data: T | null;
  readonly trouble: StorageTrouble | null;
}

/** Keeps records between visits. Nothing here throws; what went wrong is a value, for the page to tell. */
export interface RecordStore {
  /** `id` tells records of one kind apart: a program's is its lesson. */
  read<K extends keyof Records>(record: K, id?: string): Kept<Records[K]>;
  write<K extends keyof Records>(record: K, data: Records[K], id?: string): StorageTrouble | null;
  remove(record: keyof Records, id?: string): StorageTrouble | null;
}

const NAMESPACE = "ffi-playground";

/** The name under which a record lies in the browser's storage. */
export const storageKey = (record: keyof Records, id?: string): string =>
  [NAMESPACE, record, ...(id === undefined ? [] : [id])].join(":");

export function createRecordStore(areas: StorageAreas): RecordStore {
  const attempt = (act: () => void): StorageTrouble | null => {
    try {
      act();
      return null;
    } catch (error) {
      return { kind: isFull(error) ? "full" : "blocked" };
    }
  };

  return {
    read<K extends keyof Records>(record: K, id?: string): Kept<Records[K]> {
      const plan: RecordPlan<Records[K]> = RECORDS[record];
      const key = storageKey(record, id);
      let text: string | null = null;
      const trouble = attempt(() => {
        text = areas[plan.location]().getItem(key);
      });
      if (trouble || text === null) return { data: null, trouble };
      const data = readEnvelope(text, plan);
      if (data !== undefined) return { data, trouble: null };
      const setAside = `${key}:unreadable`;
      const failed = attempt(() => {
        const area = areas[plan.location]();
        area.setItem(setAside, text ?? "");
        area.removeItem(key);
      });
      return { data: null, trouble: failed ?? { kind: "unreadable", setAside } };
    },
    write(record, data, id) {
      const plan = RECORDS[record];
      return attempt(() => areas[plan.location]().setItem(storageKey(record, id), writeEnvelope(plan.version, data)));
    },
    remove(record, id) {
      return attempt(() => areas[RECORDS[record].location]().removeItem(storageKey(record, id)));
    },
  };
}

/** Browsers name it differently; none says it with a type. */
const isFull = (error: unknown): boolean =>
  v.is(v.object({ name: v.picklist(["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"]) }), error);
