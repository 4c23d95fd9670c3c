/** What the words of a fault are made of. The ledger's blocks and positions fit in as they are. */
export interface Facts<D> {
  readonly detail: D;
  /** The block it is about, as it was then; null when there is none, or none that is known. */
  readonly block: BlockFacts | null;
  /** Where the program was. */
  readonly span: SpanFacts | null;
}

/** What a report says of a block. */
export interface BlockFacts {
  readonly id: number;
  readonly bytes: number;
  readonly owner: "typescript" | "c" | "static";
  /** Its variable, else what made it; the name of a global. */
  readonly label: string;
  readonly allocated: LocationFacts;
  readonly freed: (LocationFacts & { readonly by: string }) | null;
  readonly takenOver: (LocationFacts & { readonly by: string }) | null;
  /** The function that still remembers a pointer into it. */
  readonly keptBy: string | null;
  /** Of a leak: what of C's still holds its address, a global by its name or another block. */
  readonly heldIn: { readonly global: string | null; readonly block: number | null } | null;
}

/** A position of the program. 1-based. */
export interface SpanFacts {
  readonly line: number;
  /** It is the end of a scope, which disposes of what `using` declares in it. */
  readonly scopeEnd?: true;
}

/** A place on both sides; null where that side has none. */
export interface LocationFacts {
  readonly typescript: SpanFacts | null;
  readonly c: { readonly file: string; readonly line: number; readonly function: string } | null;
}
