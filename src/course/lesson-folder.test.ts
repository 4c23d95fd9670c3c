import { describe, expect, test } from "vitest";
import { orderLessons, parseFolderName, parseLessonFolder } from "./lesson-folder.ts";

const files = (change: Record<string, string | null> = {}): Map<string, string> => {
  const whole: Record<string, string | null> = {
    "lesson.md": "---\ntitle: Strings\nsummary: Text across the boundary.\nlibrary: strings\n---\n# Strings\n",
    "starter.ts": "start();\n",
    "solution.ts": "solve();\n",
    "rust.rs": "fn main() {}\n",
    "mistakes/leak.ts": "// Forgetting\nx(); // FFI002\n",
    ...change,
  };
  return new Map(Object.entries(whole).filter((entry): entry is [string, string] => entry[1] !== null));
};

describe("parseLessonFolder", () => {
  test("reads a whole folder", () => {
    const lesson = parseLessonFolder("lessons/02-strings", files());
    expect(lesson).toMatchObject({
      number: 2,
      slug: "strings",
      title: "Strings",
      library: "strings",
      starter: "start();\n",
    });
    expect(lesson.markdown).toBe("# Strings\n");
    expect(lesson.mistakes.map((mistake) => mistake.name)).toEqual(["leak"]);
  });

  test.each([
    ["lesson.md", { "lesson.md": null }, "lessons/02-strings/lesson.md: is missing"],
    ["starter.ts", { "starter.ts": null }, "lessons/02-strings/starter.ts: is missing"],
    ["an empty rust.rs", { "rust.rs": " \n" }, "lessons/02-strings/rust.rs: is empty"],
    ["mistakes", { "mistakes/leak.ts": null }, "lessons/02-strings/mistakes: a lesson needs"],
    ["a title", { "lesson.md": "---\nsummary: s\nlibrary: l\n---\nx" }, "lesson.md: front matter has no title"],
    ["a known key", { "lesson.md": "---\ntitle: t\nsummary: s\nlibrary: l\ntitel: t\n---\nx" }, "unknown key: titel"],
    ["front matter", { "lesson.md": "# Strings" }, "must begin with front matter"],
    ["YAML", { "lesson.md": "---\ntitle: [\n---\nx" }, "front matter is not YAML"],
  ])("names the file when it lacks %s", (_, change, message) => {
    expect(() => parseLessonFolder("lessons/02-strings", files(change))).toThrow(message);
  });

  test("refuses a folder that is not NN-slug", () => {
    expect(() => parseLessonFolder("lessons/strings", files())).toThrow("named NN-slug");
    expect(parseFolderName("2-strings")).toBeNull();
    expect(parseFolderName("10-zero-copy")).toEqual({ number: 10, slug: "zero-copy" });
  });
});

describe("orderLessons", () => {
  test("orders by number", () => {
    const ordered = orderLessons([
      { number: 10, slug: "b" },
      { number: 2, slug: "a" },
    ]);
    expect(ordered.map((lesson) => lesson.slug)).toEqual(["a", "b"]);
  });

  test("refuses two lessons in one place", () => {
    expect(() =>
      orderLessons([
        { number: 2, slug: "a" },
        { number: 2, slug: "b" },
      ]),
    ).toThrow("lessons/02-b");
    expect(() =>
      orderLessons([
        { number: 2, slug: "a" },
        { number: 3, slug: "a" },
      ]),
    ).toThrow("lessons/03-a");
  });
});
