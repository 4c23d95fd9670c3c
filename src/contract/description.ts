/**
 * What the build knows about one compiled library, read by clang from its C header and source: prototypes, ownership
 * annotations, struct layouts, and the table of code locations. One such object is `wasm/<library>.json`.
 */
export interface LibraryDescription {
  /** The name given to `dlopen`. */
  readonly name: string;
  /** Set for a variant of the library, which has the same header and other code. */
  readonly variant?: string;
  /** C files of the library, header first, paths as in `c-sources/<library>/`. `CLocation.file` and `CFunction.file` index it. */
  readonly files: readonly string[];
  readonly functions: readonly CFunction[];
  readonly structs: readonly CStruct[];
  /** Code locations the checked binary reports by number. Entry 0 is unused: 0 means "location unknown". */
  readonly locations: readonly (CLocation | null)[];
}

/** A function of the library's interface, or one of libc's that every library exports. */
export interface CFunction {
  readonly name: string;
  /** The prototype as C, on one line: `char *get_error_message(void)`. */
  readonly prototype: string;
  /** The header's comment for it, without comment marks; empty for libc's. */
  readonly documentation: string;
  readonly parameters: readonly CParameter[];
  readonly result: CType;
  readonly resultOwnership: ResultOwnership;
  /** Whether the header says the result may be NULL. */
  readonly resultNullable: boolean;
  /** Where it is defined; null for libc's. */
  readonly definition: CLocation | null;
  /** The name under which the fast and the checked binary export it. */
  readonly exportName: { readonly fast: string; readonly checked: string };
  /**
   * Set when the function remembers a callback after it has returned: the parameter's name, and the function that ends
   * it. The parameter is a function pointer, or a pointer to a struct that holds some. A negative result says that nothing
   * was registered.
   */
  readonly registers?: { readonly callback: string; readonly endedBy: string };
  /**
   * Set when the function ends registrations that `register` made. `id` is the parameter that says which, by what
   * `register` returned; null when it ends all. A negative result says that it ended none, one above 0 that they end when
   * no call of the library is under way any more.
   *
   * `handle` is there when registrations belong to a handle: the parameters of `register` and of this function that have
   * it. Only those of the same handle end.
   */
  readonly unregisters?: {
    readonly register: string;
    readonly id: string | null;
    readonly handle?: { readonly registered: string; readonly given: string };
  };
}

export interface CParameter {
  readonly name: string;
  readonly type: CType;
  readonly ownership: ParameterOwnership;
  readonly nullable: boolean;
  /** For a pointer: the name of the parameter that holds its length in elements, when the header says so. */
  readonly countedBy: string | null;
  /**
   * Set for a handle that only one task at a time may use: no other task's call may come between two calls of a task that
   * neither waited for another one nor let another one in between.
   */
  readonly notThreadSafe?: true;
}

/** A C type as it crosses the boundary. Sizes are those of wasm32: pointers and `size_t` have 4 bytes. */
export type CType =
  | { readonly kind: "void" }
  | { readonly kind: "bool" }
  | { readonly kind: "integer"; readonly bytes: 1 | 2 | 4 | 8; readonly signed: boolean; readonly spelling: string }
  | { readonly kind: "float"; readonly bytes: 4 | 8; readonly spelling: string }
  /** `to` is the pointee as C spells it, `const` kept: `"const char"`. */
  | { readonly kind: "pointer"; readonly to: string }
  | { readonly kind: "function"; readonly spelling: string }
  | { readonly kind: "struct"; readonly name: string };

/**
 * Who owns what a function returns.
 *
 * - `none`: not memory.
 * - `borrowed`: the library keeps it; the caller must not release it.
 * - `owned`: the caller has to release it with `release`, exactly once.
 */
export type ResultOwnership =
  { readonly kind: "none" } | { readonly kind: "borrowed" } | { readonly kind: "owned"; readonly release: string };

/**
 * What a function does with memory it is given.
 *
 * - `none`: not memory.
 * - `borrowed`: reads or writes it during the call only.
 * - `kept`: remembers the pointer after the call returns; the caller still owns the memory.
 * - `taken`: owns the memory from the call on, or releases it.
 */
export type ParameterOwnership = "none" | "borrowed" | "kept" | "taken";

export interface CStruct {
  readonly name: string;
  readonly bytes: number;
  readonly align: number;
  readonly fields: readonly {
    readonly name: string;
    readonly type: CType;
    readonly offset: number;
    readonly bytes: number;
  }[];
}

export interface CLocation {
  /** Index into `LibraryDescription.files`. */
  readonly file: number;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly function: string;
}

/** How a library was compiled: `fast` at -O2 with no checks, `checked` with the checker's runtime compiled in. */
export type LibraryBuild = "fast" | "checked";

/** `wasm/manifest.json`: what is in `wasm/`, by whom it was made, and the hash of every file. */
export interface WasmManifest {
  /** First line of `emcc --version`. */
  readonly compiler: string;
  readonly libraries: readonly string[];
  /** The variants of each library that has some. Their files are in `variants/`, and none of them is a library by itself. */
  readonly variants: Readonly<Record<string, readonly string[]>>;
  /** SHA-256 in hexadecimal, by file name. */
  readonly files: Readonly<Record<string, string>>;
}
