import type { DetailInLibrary } from "./detail.ts";

/** What the checker has found in C. */
export type Finding =
  "read" | "write" | "double-free" | "invalid-free" | "unterminated" | "overlap" | "stack-exhausted";

/** What lies at the address of a finding, as far as its finder knows. */
export interface MemoryAt {
  /** The block that the address lies in or beside; null when it is none that is known. */
  readonly block: {
    readonly kind: "heap" | "global" | "local";
    readonly address: number;
    readonly bytes: number;
    readonly freed: boolean;
    /** A constant or a text literal: it must not be written. */
    readonly constant: boolean;
  } | null;
  /** The address is that of a local variable whose function has returned, or whose block of code is over. */
  readonly ended: "return" | "scope" | null;
}

/** A bad access or release in C. */
export interface BadAct {
  readonly finding: Finding;
  readonly address: number;
  /** Bytes the access wanted; 0 for a release. */
  readonly bytes: number;
  /** The function it was made in, where that is known. */
  readonly function: string | null;
  readonly memory: MemoryAt;
}

/** Addresses below this are what a null pointer plus a small offset gives. Bytes. */
export const NULL_PAGE = 65_536;

type Classified = Extract<
  DetailInLibrary,
  { readonly code: "FFI001" | "FFI003" | "FFI004" | "FFI005" | "FFI006" | "FFI010" }
>;

/** Names the fault behind a bad access or release, from what lies at its address. */
export function classify({ finding, memory, ...act }: BadAct): Classified {
  const { block, ended } = memory;
  const released = block?.freed ?? false;
  const offset = block ? act.address - block.address : 0;
  const access = { ...act, side: "c", offset } as const;
  switch (finding) {
    case "double-free":
      return { code: "FFI003", function: act.function, address: act.address };
    case "invalid-free":
      // The checker itself remembers a released block only as long as its quarantine does.
      if (released) return { code: "FFI003", function: act.function, address: act.address };
      return {
        code: "FFI006",
        function: act.function,
        address: act.address,
        memory: block?.kind ?? "unknown",
        offset,
      };
    case "overlap":
      return { code: "FFI005", ...access, act: "write", what: "overlap" };
    case "stack-exhausted":
      return { code: "FFI005", ...access, act: "write", what: "stack" };
    case "unterminated":
      if (released || ended) return { code: "FFI004", ...access, act: "read", ended: ended ?? "release" };
      return { code: "FFI010", ...access };
    case "read":
    case "write": {
      if (act.address < NULL_PAGE)
        return { code: "FFI001", side: "c", act: finding, function: act.function, address: act.address };
      if (released || ended) return { code: "FFI004", ...access, act: finding, ended: ended ?? "release" };
      const constant = finding === "write" && block?.constant === true && offset < block.bytes;
      return { code: "FFI005", ...access, act: finding, what: constant ? "constant" : "access" };
    }
  }
}
