import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../setup.mjs";
import { ABI_MODULE, makeAbiModule } from "./make-module.ts";
import { readHeader } from "./read-header.ts";

test("src/contract/checker-abi.ts says what the checker's header says: `npm run abi` writes it", async () => {
  expect(readFileSync(join(ROOT, ABI_MODULE), "utf8")).toBe(await makeAbiModule(ROOT));
});

test("a header's enumerations, constants and prototypes are read with their comments", () => {
  const header = [
    ...["/** What it is. */", "enum kind {", "  /* Bad. */", "  KIND_ONE = 1,", "  KIND_TWO = 0x2,", "};"],
    ...["/**", " * How", " * many.", " */", "#define MANY 8u"],
    ...["/** Does it. */", "void ffi_do(uint32_t address, char *to);"],
    ...["#ifdef FFI_FOLLOWS_VALUES", "struct it *ffi_get(void);", "#endif"],
  ].join("\n");
  expect(readHeader(header)).toEqual({
    enums: [
      {
        name: "kind",
        comment: "What it is.",
        values: [
          { name: "KIND_ONE", comment: "Bad.", value: "1" },
          { name: "KIND_TWO", comment: "", value: "0x2" },
        ],
      },
    ],
    constants: [{ name: "MANY", comment: "How\nmany.", value: "8" }],
    functions: [
      { name: "ffi_do", comment: "Does it.", parameters: ["address", "to"], returns: false, ofPrograms: false },
      { name: "ffi_get", comment: "", parameters: [], returns: true, ofPrograms: true },
    ],
  });
});

test.each(["enum kind { ONE, TWO };", "#define MANY (4 + 4)", "uint64_t ffi_wide(void);", "  ONE = 1,"])(
  "a line that is none of them is refused: %s",
  (line) => {
    expect(() => readHeader(line)).toThrow("line 1 of the header");
  },
);
