import { C_NUMBERS, numberType } from "../../contract/c-types.ts";
import type { CFunction, CParameter, CType } from "../../contract/description.ts";

const number = (name: string): CType => numberType(C_NUMBERS.get(name)!, name);
const size = number("size_t");
const int = number("int");
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

/** A function that takes or gives a `FILE`, under the name that a checked binary exports it by. */
const onFiles = (
  name: string,
  checked: string,
  prototype: string,
  result: CType,
  parameters: readonly CParameter[],
) => ({
  ...plain(name, prototype, result, parameters),
  exportName: { fast: name, checked },
});
const file = (more: Partial<CParameter> = {}): CParameter => parameter("file", pointer("FILE"), more);

/** Functions of the C library that a library with a file system exports besides. */
export const LIBC_FILES: readonly CFunction[] = [
  {
    ...onFiles("fopen", "fopen", "FILE *fopen(const char *path, const char *mode)", pointer("FILE"), [
      parameter("path", pointer("const char")),
      parameter("mode", pointer("const char")),
    ]),
    resultOwnership: { kind: "owned", release: "fclose" },
    resultNullable: true,
  },
  onFiles("fclose", "fclose", "int fclose(FILE *file)", int, [file({ ownership: "taken" })]),
  onFiles("fread", "__wrap_fread", "size_t fread(void *to, size_t size, size_t count, FILE *file)", size, [
    parameter("to", pointer("void")),
    parameter("size", size),
    parameter("count", size),
    file(),
  ]),
  onFiles("fwrite", "__wrap_fwrite", "size_t fwrite(const void *from, size_t size, size_t count, FILE *file)", size, [
    parameter("from", pointer("const void")),
    parameter("size", size),
    parameter("count", size),
    file(),
  ]),
  onFiles("fseek", "fseek", "int fseek(FILE *file, long offset, int from)", int, [
    file(),
    parameter("offset", number("long")),
    parameter("from", int),
  ]),
];
