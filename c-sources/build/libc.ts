import type { CFunction, CParameter, CType } from "../../src/contract/description.ts";

const size: CType = { kind: "integer", bytes: 4, signed: false, spelling: "size_t" };
const int: CType = { kind: "integer", bytes: 4, signed: true, spelling: "int" };
const pointer = (to: string): CType => ({ kind: "pointer", to });
const parameter = (name: string, type: CType, more: Partial<CParameter> = {}): CParameter => ({
  name,
  type,
  ownership: type.kind === "pointer" ? "borrowed" : "none",
  nullable: false,
  countedBy: null,
  ...more,
});
const plain = (name: string, prototype: string, result: CType, parameters: readonly CParameter[]): CFunction => ({
  name,
  prototype,
  documentation: "",
  parameters,
  result,
  resultOwnership: result.kind === "pointer" ? { kind: "borrowed" } : { kind: "none" },
  resultNullable: false,
  definition: null,
  exportName: { fast: name, checked: `__wrap_${name}` },
});
const allocating = (name: string, prototype: string, parameters: readonly CParameter[]): CFunction => ({
  ...plain(name, prototype, pointer("void"), parameters),
  resultOwnership: { kind: "owned", release: "free" },
  resultNullable: true,
});

/**
 * Functions of the C library that every library exports. A checked binary exports the checker's own in their place.
 */
export const LIBC: readonly CFunction[] = [
  allocating("malloc", "void *malloc(size_t size)", [parameter("size", size)]),
  allocating("calloc", "void *calloc(size_t count, size_t size)", [parameter("count", size), parameter("size", size)]),
  allocating("realloc", "void *realloc(void *block, size_t size)", [
    parameter("block", pointer("void"), { ownership: "taken", nullable: true }),
    parameter("size", size),
  ]),
  plain("free", "void free(void *block)", { kind: "void" }, [
    parameter("block", pointer("void"), { ownership: "taken", nullable: true }),
  ]),
  plain("strlen", "size_t strlen(const char *text)", size, [parameter("text", pointer("const char"))]),
  plain("strcmp", "int strcmp(const char *left, const char *right)", int, [
    parameter("left", pointer("const char")),
    parameter("right", pointer("const char")),
  ]),
  plain("memcpy", "void *memcpy(void *to, const void *from, size_t bytes)", pointer("void"), [
    parameter("to", pointer("void"), { countedBy: "bytes" }),
    parameter("from", pointer("const void"), { countedBy: "bytes" }),
    parameter("bytes", size),
  ]),
  plain("memset", "void *memset(void *to, int value, size_t bytes)", pointer("void"), [
    parameter("to", pointer("void"), { countedBy: "bytes" }),
    parameter("value", int),
    parameter("bytes", size),
  ]),
];
