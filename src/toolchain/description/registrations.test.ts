import { expect, test } from "vitest";
import type { CFunction, CParameter, CStruct } from "../../contract/description.ts";
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
    [],
  );
  expect(on).toMatchObject({ registers: { callback: "on_event", endedBy: "off" } });
  expect(off).toMatchObject({ unregisters: { register: "on", id: null } });
  expect(other).toEqual(declare("other", callback));
});

test("a function that ends one of several says by which number", () => {
  const [off] = withRegistrations([declare("off", id), declare("on", callback)], [ends("on"), REGISTERS], []);
  expect(off!.unregisters).toEqual({ register: "on", id: "id" });
});

const TABLE: CStruct = {
  ...{ name: "Table", bytes: 8, align: 4 },
  fields: [
    { name: "version", type: id.type, offset: 0, bytes: 4 },
    { name: "process", type: callback.type, offset: 4, bytes: 4 },
  ],
};

test("a callback may stand in a table that a pointer leads to", () => {
  const table = parameter("table", { kind: "pointer", to: "const struct Table" });
  const other = parameter("other", { kind: "pointer", to: "Data" });
  const data: CStruct = { ...TABLE, name: "Data", fields: TABLE.fields.slice(0, 1) };
  const [load] = withRegistrations(
    [declare("load", other, table), declare("unload", id)],
    [REGISTERS, ends("load")],
    [data, TABLE],
  );
  expect(load).toMatchObject({ registers: { callback: "table", endedBy: "unload" } });
  expect(() =>
    withRegistrations([declare("load", other), declare("unload")], [REGISTERS, ends("load")], [data, TABLE]),
  ).toThrow("load registers a callback, but takes none");
});

test("registrations belong to the handle that both functions take; plain data is none", () => {
  const handle = (name: string, to = "Monitor") => parameter(name, { kind: "pointer", to });
  const text = parameter("text", { kind: "pointer", to: "const char" });
  const functions = [
    declare("close", handle("closed")),
    declare("watch", text, handle("watched"), callback),
    declare("unwatch", text, handle("of", "const Monitor"), id),
    declare("unwatch_all", text),
  ];
  const [close, watch, unwatch, all] = withRegistrations(
    functions,
    [ends("watch"), REGISTERS, ends("watch"), ends("watch")],
    [],
  );
  expect(close!.unregisters).toEqual({
    register: "watch",
    id: null,
    handle: { registered: "watched", given: "closed" },
  });
  expect(unwatch!.unregisters).toEqual({ register: "watch", id: "id", handle: { registered: "watched", given: "of" } });
  expect(all!.unregisters).toEqual({ register: "watch", id: null });
  expect(watch!.registers).toEqual({ callback: "on_event", endedBy: "unwatch" });
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
  expect(() => withRegistrations(functions, annotations, [])).toThrow(message);
});
