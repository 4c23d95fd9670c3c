import { describe, expect, test } from "vitest";
import { splitAtQuestions } from "./predict.ts";

const PROGRAMS = ["starter", "mistakes/leak"];
const split = (markdown: string) => splitAtQuestions("lessons/02-strings/lesson.md", markdown, PROGRAMS);

const question = (change: Partial<Record<"program" | "question" | "options" | "explanation", string>> = {}) => {
  const whole = {
    program: "mistakes/leak",
    question: "What does it print?",
    options: "- [ ] Nothing\n- [x] The name,\n  and a line",
    explanation: "Run it.\n\nThen look.",
    ...change,
  };
  return `::: predict ${whole.program}\n${whole.question}\n\n${whole.options}\n\n${whole.explanation}\n:::\n`;
};

describe("splitAtQuestions", () => {
  test("cuts a text at its questions, in order", () => {
    const parts = split(`One.\n\n${question()}\nTwo.\n\n${question({ program: "starter" })}`);
    expect(parts.map(({ kind }) => kind)).toEqual(["markdown", "predict", "markdown", "predict"]);
    expect(parts[1]).toEqual({
      kind: "predict",
      predict: {
        program: "mistakes/leak",
        question: "What does it print?",
        options: [
          { text: "Nothing", right: false },
          { text: "The name, and a line", right: true },
        ],
        explanation: "Run it.\n\nThen look.",
      },
    });
  });

  test("leaves alone what stands in a fence of code", () => {
    const text = `\`\`\`text\n${question()}\`\`\`\n`;
    expect(split(text)).toEqual([{ kind: "markdown", markdown: text }]);
  });

  test("takes a fence inside of a question for a part of it", () => {
    const [part] = split(question({ explanation: "```text\n:::\n```\n\nSo it is." }));
    expect(part).toMatchObject({ predict: { explanation: "```text\n:::\n```\n\nSo it is." } });
  });

  test.each([
    ["is not closed", "::: predict starter\nWhat?\n\n- [x] a\n- [ ] b\n", "is not closed"],
    ["names no program", question({ program: "" }), "runs “”, which is none of: starter, mistakes/leak"],
    ["names a program there is not", question({ program: "mistakes/none" }), "runs “mistakes/none”"],
    ["asks nothing", question({ question: "" }), "asks nothing"],
    ["has no options", question({ options: "- one\n- two" }), "has no options"],
    ["has one option", question({ options: "- [x] one" }), "needs two options"],
    ["has no right option", question({ options: "- [ ] one\n- [ ] two" }), "exactly one right option"],
    ["has two right options", question({ options: "- [x] one\n- [x] two" }), "exactly one right option"],
    ["explains nothing", question({ explanation: "" }), "explains nothing"],
  ])("a question that %s is refused, with its file and line", (_, text, reason) => {
    expect(() => split(`One.\n\n${text}`)).toThrow(/^lessons\/02-strings\/lesson\.md: the question of line 3 /);
    expect(() => split(`One.\n\n${text}`)).toThrow(reason);
  });
});
