import { beforeEach, describe, expect, test } from "vitest";
import { FaultKind, Instance, SHIPPED } from "./library.ts";

describe.each(["fast", "checked"] as const)("strings, %s", (build) => {
  let strings: Instance;
  beforeEach(async () => {
    strings = await Instance.load(SHIPPED, "strings", build);
  });

  test("the version is text that stays", () => {
    const version = strings.call("get_version");
    expect(strings.readText(version)).toMatch(/^\d+\.\d+\.\d+$/);
    expect(strings.call("get_version")).toBe(version);
  });

  test("a name is accepted, and forgets the failure before it", () => {
    expect(strings.call("set_name", 0)).toBe(0);
    const name = strings.text("Ada");
    expect(strings.call("set_name", name)).toBe(1);
    expect(strings.call("get_error_message")).toBe(0);
    strings.call("free", name);
    expect(strings.reports).toEqual([]);
  });

  test.each([
    ["NULL", null, "the name is NULL"],
    ["an empty name", "", "the name is empty"],
  ])("%s is refused, and the reason is a new text each time", (_, name, reason) => {
    expect(strings.call("set_name", name === null ? 0 : strings.text(name))).toBe(0);
    const first = strings.call("get_error_message");
    const second = strings.call("get_error_message");
    expect(first).not.toBe(second);
    expect([strings.readText(first), strings.readText(second)]).toEqual([reason, reason]);
    strings.call("free_string", first);
    strings.call("free_string", second);
    strings.call("free_string", 0);
    expect(strings.reports).toEqual([]);
  });

  test("a stored text is read anew at each call, not copied", () => {
    expect(strings.call("stored_length")).toBe(0);
    const text = strings.text("four");
    strings.call("store_string", text);
    expect(strings.call("stored_length")).toBe(4);
    strings.bytes[text + 2] = 0;
    expect(strings.call("stored_length")).toBe(2);
    strings.call("store_string", 0);
    expect(strings.call("stored_length")).toBe(0);
  });

  test("exports what the description says", () => {
    const exported = strings.description.functions.map((each) => each.exportName[build]);
    expect(strings.exportNames).toEqual(expect.arrayContaining(exported));
    expect(strings.exportNames).toEqual(
      expect.arrayContaining(["memory", "__indirect_function_table", "stackSave", "stackRestore"]),
    );
  });
});

describe("strings, what the checker says", () => {
  let strings: Instance;
  beforeEach(async () => {
    strings = await Instance.load(SHIPPED, "strings", "checked");
  });

  test("an idle library takes at most 32 MiB", () => {
    expect(strings.memory.buffer.byteLength).toBeLessThanOrEqual(32 * 1024 * 1024);
  });

  test("an allocation in C has its line, one from outside has none", () => {
    const name = strings.text("Ada");
    strings.call("set_name", name);
    expect(strings.allocations).toHaveLength(2);
    expect(strings.allocations[0]).toMatchObject({ address: name, bytes: 4, allocator: 1, span: null });
    expect(strings.allocations[1]).toMatchObject({ bytes: 4, allocator: 1, span: { function: "copy_of" } });
    strings.call("free", name);
    expect(strings.releases).toEqual([{ address: name, span: null }]);
  });

  test("a name that is replaced is released by set_name", () => {
    strings.call("set_name", strings.text("Ada"));
    strings.call("set_name", strings.text("Grace"));
    expect(strings.releases).toMatchObject([{ span: { function: "set_name" } }]);
  });

  test("a text kept past its end is found where C reads it", () => {
    const text = strings.text("Ada");
    strings.call("store_string", text);
    strings.call("free", text);
    strings.call("stored_length");
    expect(strings.reports).toMatchObject([
      { kind: FaultKind.Read, address: text, bytes: 1, span: { function: "stored_length" } },
    ]);
  });

  test("the version cannot be freed, an error message only once", () => {
    strings.call("free_string", strings.call("get_version"));
    strings.call("set_name", 0);
    const message = strings.call("get_error_message");
    strings.call("free_string", message);
    strings.call("free_string", message);
    expect(strings.reports).toMatchObject([
      { kind: FaultKind.InvalidFree, address: strings.call("get_version"), span: { function: "free_string" } },
      { kind: FaultKind.DoubleFree, address: message, bytes: 17, span: { function: "free_string" } },
    ]);
  });

  test("a global is found by any address in it, with its C name", () => {
    const version = strings.call("get_version");
    const record = strings.call("ffi_global_at", version + 2);
    expect(strings.call("ffi_global_at", version + 6)).toBe(record);
    const [begin, bytes, withRedzone, name] = new Uint32Array(strings.memory.buffer, record, 4);
    expect([begin, bytes]).toEqual([version, 6]);
    expect(withRedzone).toBeGreaterThan(6);
    expect(strings.readText(name!)).toBe("version");
    expect(strings.call("ffi_global_at", strings.text("heap"))).toBe(0);
  });
});
