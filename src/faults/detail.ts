import type { InferOutput } from "valibot";
import type { DETAILS, FAULTS } from "./all.ts";

export type FaultCode = keyof typeof FAULTS;

/** What only the place of a fault knows; the rest of its report is read from the trace. */
export type DetailOf<C extends FaultCode> = Readonly<InferOutput<(typeof DETAILS)[C]>>;

/** The detail of any fault, told apart by its `code`. `library` is the trace's number of the opened library, 0 for none. */
export type FaultDetail = { readonly [C in FaultCode]: DetailOf<C> }[FaultCode];

/** The same without its library, for a reporter that adds the library. */
export type DetailInLibrary = WithoutLibrary<FaultDetail>;
type WithoutLibrary<D> = D extends unknown ? Omit<D, "library"> : never;

/** The function that a fault names; null when it names none. */
export const functionOf = (detail: DetailInLibrary): string | null => ("function" in detail ? detail.function : null);
