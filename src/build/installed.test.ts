import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInstalled } from "./installed.mjs";
import { refusal } from "./node-version.mjs";

const foreign = process.platform === "win32" ? "darwin" : "win32";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ffi-playground-"));
  mkdirSync(join(root, "node_modules"));
});
afterEach(() => rmSync(root, { recursive: true }));

const wants = (packages: object): void => writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
const has = (packages: object): void =>
  writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));

const a = { version: "1.0.0", integrity: "sha512-a" };

describe("isInstalled", () => {
  it("is true when each wanted package is there in the wanted version", () => {
    wants({ "": { name: "project" }, "node_modules/a": a });
    has({ "node_modules/a": a });
    expect(isInstalled(root)).toBe(true);
  });

  it("is false before the first installation, and after one that was interrupted", () => {
    wants({ "node_modules/a": a });
    expect(isInstalled(root)).toBe(false);
  });

  it("is false when a package is missing, older, or another under the same version", () => {
    wants({ "node_modules/a": a });
    for (const present of [
      {},
      { "node_modules/a": { ...a, version: "0.9.0" } },
      { "node_modules/a": { ...a, integrity: "sha512-b" } },
    ]) {
      has(present);
      expect(isInstalled(root)).toBe(false);
    }
  });

  it("does not ask for the optional packages of other machines", () => {
    wants({ "node_modules/a": a, "node_modules/a-there": { ...a, optional: true, os: [foreign] } });
    has({ "node_modules/a": a });
    expect(isInstalled(root)).toBe(true);
  });

  it("asks for the optional packages of this machine: a folder copied from another one is not installed", () => {
    wants({ "node_modules/a": a, "node_modules/a-here": { ...a, optional: true, os: [process.platform] } });
    has({ "node_modules/a": a });
    expect(isInstalled(root)).toBe(false);
  });
});

describe("refusal", () => {
  it.each(["18.20.0", "20.18.3", "20.9.0"])("refuses Node %s in one sentence", (version) => {
    expect(refusal(version)).toMatch(/^FFI Playground needs Node 20\.19 or newer, and this is Node [\d.]+: .*\.$/);
  });
  it.each(["20.19.0", "20.20.2", "22.1.0", "24.0.0", "100.0.0"])("accepts Node %s", (version) => {
    expect(refusal(version)).toBeNull();
  });
});
