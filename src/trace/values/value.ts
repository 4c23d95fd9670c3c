/** One value that crossed the boundary, as C saw it. */
export type Value =
  | { readonly kind: "undefined" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "bigint"; readonly value: bigint }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "pointer"; readonly address: number; readonly block: number; readonly library: number }
  | { readonly kind: "buffer"; readonly address: number; readonly bytes: number }
  | { readonly kind: "function"; readonly address: number; readonly callback: number }
  | { readonly kind: "struct"; readonly name: string; readonly fields: readonly Value[] };
