import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatRoute, parseRoute, type Route } from "./route.ts";

describe("an address", () => {
  it.each<[string, Route]>([
    ["", { kind: "home" }],
    ["#", { kind: "home" }],
    ["#/", { kind: "home" }],
    ["#/lesson/strings", { kind: "lesson", slug: "strings", heading: null }],
    ["#/lesson/strings/", { kind: "lesson", slug: "strings", heading: null }],
    ["#/lesson/zero-copy/why-it-matters", { kind: "lesson", slug: "zero-copy", heading: "why-it-matters" }],
    ["#/lesson/strings/caf%C3%A9", { kind: "lesson", slug: "strings", heading: "café" }],
    ["#/tour", { kind: "page", name: "tour", path: [] }],
    ["#/fault/FFI004", { kind: "page", name: "fault", path: ["FFI004"] }],
    ["#/anti-pattern/leak/why-it-happens", { kind: "page", name: "anti-pattern", path: ["leak", "why-it-happens"] }],
  ])("%s names a place", (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });

  it.each([
    "#/lesson",
    "#/lesson//x",
    "#/lesson/Strings",
    "#/lesson/../x",
    "#/lesson/a/b/c",
    "#/Tour",
    "#/tour//x",
    "#/tour/%E0",
    "#x",
    "#/lesson/a/%E0",
  ])("%s is broken, and says so", (hash) => {
    expect(parseRoute(hash)).toMatchObject({
      kind: "unknown",
      hash,
      sentence: expect.stringMatching(/\.$/) as string,
    });
  });

  it("of any kind does not throw, and is read back as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const route = parseRoute(`#/${text}`);
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  it("of any heading is read back as it was written", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (heading) => {
        const route: Route = { kind: "lesson", slug: "strings", heading };
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  it("of half a character names a whole one", () => {
    const place = { kind: "lesson", slug: "strings", heading: "a\ud800" } as const;
    expect(parseRoute(formatRoute(place))).toEqual({ ...place, heading: "a\uFFFD" });
    expect(formatRoute({ kind: "page", name: "page", path: ["\udc00"] })).toBe("#/page/%EF%BF%BD");
  });

  it("of any page is read back as it was written", () => {
    const part = fc.string({ minLength: 1, unit: "grapheme" });
    const name = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/).filter((each) => each !== "lesson");
    fc.assert(
      fc.property(name, fc.array(part), (name, path) => {
        const route: Route = { kind: "page", name, path };
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });
});
