import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { LESSONS } from "./lessons.ts";

/** Edition 2024, which the Rust Playground uses, needs this version or a newer one. */
const OLDEST_MINOR = 85;

const version = spawnSync("rustc", ["--version"], { encoding: "utf8" }).stdout ?? "";
const minor = Number(/^rustc 1\.(\d+)/.exec(version)?.[1] ?? 0);
const absent =
  minor >= OLDEST_MINOR
    ? ""
    : ` (skipped: ${version === "" ? "there is no rustc here" : `${version.trim()} is too old`})`;

describe.skipIf(absent !== "")(`the Rust of a lesson compiles without a warning and runs by itself${absent}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "ffi-playground-rust-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(LESSONS)("$slug", ({ slug, rust }) => {
    const program = join(folder, slug);
    const compiled = spawnSync("rustc", ["--edition", "2024", "-D", "warnings", "-o", program, "-"], {
      input: rust,
      encoding: "utf8",
    });
    expect(compiled.stderr).toBe("");
    const ran = spawnSync(program, { encoding: "utf8" });
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(ran.stdout).not.toBe("");
  });
});
