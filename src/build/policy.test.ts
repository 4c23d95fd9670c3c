import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { frameDocument } from "../sandbox/frame.ts";
import { framePolicy, pagePolicy } from "../sandbox/policy.ts";
import { frameScript } from "./policy.ts";

/** The sources of one directive. */
const sources = (policy: string, directive: string): string[] =>
  policy
    .split("; ")
    .find((part) => part.startsWith(`${directive} `))
    ?.split(" ")
    .slice(1) ?? [];

describe("the policies", () => {
  it("name the frame's script by the hash of what stands in its document", () => {
    const [, script = ""] = /<script>([^]*)<\/script>$/.exec(frameDocument("nonce", frameScript())) ?? [];
    expect(frameScript()).toBe(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  });

  it.each([
    ["page", pagePolicy(frameScript())],
    ["frame", framePolicy(frameScript())],
  ])("allow no inline script and no eval in the %s", (_where, policy) => {
    expect(sources(policy, "default-src")).toEqual(["'none'"]);
    expect(sources(policy, "script-src")).toContain(frameScript());
    expect(sources(policy, "script-src")).not.toContain("'unsafe-inline'");
    expect(sources(policy, "script-src")).not.toContain("'unsafe-eval'");
  });

  it("allow in the page what the frame, which inherits the page's, needs", () => {
    for (const directive of ["script-src", "worker-src"]) {
      expect(sources(pagePolicy(frameScript()), directive)).toEqual(
        expect.arrayContaining(sources(framePolicy(frameScript()), directive)),
      );
    }
  });

  it("differ between two frames in the nonce alone", () => {
    expect(frameDocument("a".repeat(32), frameScript()).replace("a".repeat(32), "b".repeat(32))).toBe(
      frameDocument("b".repeat(32), frameScript()),
    );
  });
});
