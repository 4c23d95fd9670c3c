import { describe, expect, test } from "vitest";
import { parseCourseLink, whyBroken, type CoursePlaces } from "./course-link.ts";

const PLACES: CoursePlaces = {
  lessons: new Map([["strings", ["see-it-happen"]]]),
  faults: new Map([["FFI003", []]]),
  antiPatterns: new Map([["leak", []]]),
  pages: new Map([["tour", []]]),
  glossary: ["nul"],
};

describe("a link of the course", () => {
  test.each([
    ["lesson:strings"],
    ["lesson:strings/see-it-happen"],
    ["fault:FFI003"],
    ["anti-pattern:leak"],
    ["page:tour"],
    ["glossary:nul"],
  ])("%s leads somewhere", (href) => {
    const link = parseCourseLink(href);
    expect(link && whyBroken(link, PLACES)).toBeNull();
    expect(link).not.toBeNull();
  });

  test.each([
    ["lesson:structs", "there is no lesson structs"],
    ["lesson:strings/none", "the lesson strings has no heading none"],
    ["fault:FFI099", "there is no fault FFI099"],
    ["anti-pattern:", "there is no anti-pattern "],
    ["page:none", "there is no page none"],
    ["glossary:none", "the glossary has no term none"],
  ])("%s leads nowhere", (href, reason) => {
    const link = parseCourseLink(href);
    expect(link && whyBroken(link, PLACES)).toBe(reason);
  });

  test.each(["https://example.org", "mailto:a@b", "strings", "#/lesson/strings", "lessons:strings"])(
    "%s is none",
    (href) => {
      expect(parseCourseLink(href)).toBeNull();
    },
  );
});
