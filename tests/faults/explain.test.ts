import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../src/build/setup.mjs";
import { nearestFault } from "../../src/cli/explain-command.ts";
import { readFaultPages } from "../../src/cli/fault-files.ts";
import { plainMarkdown } from "../../src/cli/plain-markdown.ts";
import { FAULT_CODES } from "../../src/faults/codes.ts";
import { faultFolder, faultMarkdown } from "../../src/course/fault-page.ts";

function explain(...words: string[]) {
  const command = spawnSync(process.execPath, [join(ROOT, "src/cli/bin.mjs"), "explain", ...words], {
    encoding: "utf8",
  });
  return { status: command.status, stdout: command.stdout, stderr: command.stderr };
}

describe("ffi-playground explain", () => {
  it("prints a page for its code or its name, in small letters or capitals", () => {
    const byCode = explain("FFI004");
    expect(byCode).toMatchObject({ status: 0, stderr: "" });
    expect(byCode.stdout.split("\n")[0]).toBe("FFI004 use-after-free: Memory was used after it had been released");
    expect(byCode.stdout).toContain("\nHow to repair it\n----------------\n");
    expect(explain("Use-After-Free")).toEqual(byCode);
    expect(explain("ffi004")).toEqual(byCode);
  });

  it("names the nearest fault in one sentence when there is none of that name, exit code 2", () => {
    expect(explain("use-after-fre")).toEqual({
      status: 2,
      stdout: "",
      stderr: 'There is no fault "use-after-fre"; did you mean FFI004 (use-after-free)?\n',
    });
  });

  const unwritten = FAULT_CODES.find((code) => !existsSync(join(ROOT, "lessons/faults", faultFolder(code))));
  it.runIf(unwritten)("says in one sentence that a fault has no page yet, exit code 2", () => {
    const { status, stdout, stderr } = explain(unwritten!);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^${unwritten} \\(.+\\) has no page yet: .+\\.\n$`));
  });

  it("prints its usage and ends with 2 when nothing is asked", () => {
    expect(explain()).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining("Usage:") as string });
  });
});

it.each([
  ["FFI04", "FFI004"],
  ["FFI19", "FFI019"],
  ["doublefree", "FFI003"],
  ["Stale", "FFI012"],
  ["out of bounds", "FFI005"],
  ["exception-through-c++", "FFI015"],
] as const)("%s is nearest to %s", (asked, code) => {
  expect(nearestFault(asked)).toBe(code);
});

describe.each(readFaultPages())("the text of $code", (page) => {
  const text = plainMarkdown(faultMarkdown(page));

  it("has both programs, to be copied as they are", () => {
    for (const program of [page.wrong.text, page.right]) {
      expect(text).toContain(`\`\`\`ts\n${program.trim()}\n\`\`\``);
    }
  });

  it("is at most 80 columns wide", () => {
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});
