import { expect, test, vi } from "vitest";
import type { CompileOutcome } from "../contract/program.ts";
import { compileAhead } from "./compile-ahead.ts";

const outcomeOf = (text: string): CompileOutcome => ({ ok: false, problems: [{ message: text, line: 1, column: 1 }] });

test("a text that was expected is not compiled again", async () => {
  const compile = vi.fn(async (text: string) => outcomeOf(text));
  const ahead = compileAhead({ compile });
  ahead.expect("a");
  expect(await ahead.compile("a")).toEqual(outcomeOf("a"));
  expect(await ahead.compile("a")).toEqual(outcomeOf("a"));
  expect(compile).toHaveBeenCalledTimes(1);
});

test("a text that changed is compiled, whatever was expected", async () => {
  const compile = vi.fn(async (text: string) => outcomeOf(text));
  const ahead = compileAhead({ compile });
  ahead.expect("a");
  expect(await ahead.compile("b")).toEqual(outcomeOf("b"));
});

test("a compiler that failed is asked again", async () => {
  const compile = vi.fn<(text: string) => Promise<CompileOutcome>>();
  compile.mockRejectedValueOnce(new Error("offline")).mockResolvedValue(outcomeOf("a"));
  const ahead = compileAhead({ compile });
  ahead.expect("a");
  await expect(ahead.compile("a")).rejects.toThrow("offline");
  expect(await ahead.compile("a")).toEqual(outcomeOf("a"));
});
