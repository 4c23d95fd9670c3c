import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatLocation, parseLocation, type Place } from "./place.ts";

describe("an address", () => {
  it.each<[string, Place]>([
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
  ])("%s names a place", (hash, place) => {
    expect(parseLocation(hash)).toEqual(place);
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
    expect(parseLocation(hash)).toMatchObject({
      kind: "unknown",
      hash,
      sentence: expect.stringMatching(/\.$/) as string,
    });
  });

  it("of any kind does not throw, and is read back as it was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const place = parseLocation(`#/${text}`);
        expect(parseLocation(formatLocation(place))).toEqual(place);
      }),
    );
  });

  it("of any heading is read back as it was written", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), (heading) => {
        const place: Place = { kind: "lesson", slug: "strings", heading };
        expect(parseLocation(formatLocation(place))).toEqual(place);
      }),
    );
  });

  it("of any page is read back as it was written", () => {
    const part = fc.string({ minLength: 1, unit: "grapheme" });
    const name = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/).filter((each) => each !== "lesson");
    fc.assert(
      fc.property(name, fc.array(part), (name, path) => {
        const place: Place = { kind: "page", name, path };
        expect(parseLocation(formatLocation(place))).toEqual(place);
      }),
    );
  });
});
