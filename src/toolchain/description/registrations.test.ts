import { expect, test } from "vitest";
import type { CFunction, CParameter } from "../../contract/description.ts";
import type { Annotation } from "./annotations.ts";
import { withRegistrations } from "./registrations.ts";

const parameter = (name: string, type: CParameter["type"]): CParameter => ({
  name,
  type,
  ownership: "none",
  nullable: false,
  countedBy: null,
});
const callback = parameter("on_event", { kind: "function", spelling: "callback" });
const id = parameter("id", { kind: "integer", bytes: 4, signed: true, spelling: "int" });

const declare = (name: string, ...parameters: CParameter[]): CFunction => ({
  name,
  prototype: "",
  documentation: "",
  parameters,
  result: { kind: "void" },
  resultOwnership: { kind: "none" },
  resultNullable: false,
  definition: null,
  exportName: { fast: name, checked: name },
});

const word = (word: string, argument: string | null = null): Annotation[] => [{ word, argument, begin: 0, end: 0 }];
const REGISTERS = word("FFI_REGISTERS");
const ends = (name: string) => word("FFI_UNREGISTERS", name);

test("a function that remembers a callback names it, and what ends it", () => {
  const [on, off, other] = withRegistrations(
    [declare("on", callback, id), declare("off"), declare("other", callback)],
    [REGISTERS, ends("on"), []],
  );
  expect(on).toMatchObject({ registers: { callback: "on_event", endedBy: "off" } });
  expect(off).toMatchObject({ unregisters: { register: "on", id: null } });
  expect(other).toEqual(declare("other", callback));
});

test("a function that ends one of several says by which number", () => {
  const [off] = withRegistrations([declare("off", id), declare("on", callback)], [ends("on"), REGISTERS]);
  expect(off!.unregisters).toEqual({ register: "on", id: "id" });
});

test.each([
  {
    what: "ends what is not there",
    functions: [declare("off")],
    annotations: [ends("on")],
    message: "off ends what on registers, which registers nothing",
  },
  {
    what: "ends what registers nothing",
    functions: [declare("on", callback), declare("off")],
    annotations: [[], ends("on")],
    message: "off ends what on registers, which registers nothing",
  },
  {
    what: "registers without a callback",
    functions: [declare("on", id), declare("off")],
    annotations: [REGISTERS, ends("on")],
    message: "on registers a callback, but takes none",
  },
  {
    what: "registers what nothing ends",
    functions: [declare("on", callback)],
    annotations: [REGISTERS],
    message: "no function ends what on registers",
  },
])("refuses a header whose function $what", ({ functions, annotations, message }) => {
  expect(() => withRegistrations(functions, annotations)).toThrow(message);
});
