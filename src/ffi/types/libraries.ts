/**
 * The libraries and their C functions, by name. Filled by a declaration file made from the C headers, so that the editor
 * completes a table's keys and shows each function's documentation.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface, so that the declaration file can add to it
export interface Libraries {}

/** The name of a library that `dlopen` accepts. */
export type LibraryName = keyof Libraries extends never ? string : { [K in keyof Libraries]: K }[keyof Libraries];

/** The names of a library's C functions; any name where they are not known. */
export type FunctionName<L> = L extends keyof Libraries ? keyof Libraries[L] & string : string;

/** The parameters of a library's C function as a tuple with the header's names; unknown where they are not known. */
export type ParametersOf<L, F> = L extends keyof Libraries
  ? F extends keyof Libraries[L]
    ? Libraries[L][F] extends { readonly parameters: infer P }
      ? P
      : unknown
    : unknown
  : unknown;
