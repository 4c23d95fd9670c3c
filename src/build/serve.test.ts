import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBuilt } from "./fresh.mjs";
import { serve } from "./serve.mjs";

let root: string;
let site: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "ffi-playground-"));
  mkdirSync(join(root, "dist", "assets"), { recursive: true });
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "secret.txt"), "outside");
  writeFileSync(join(root, "dist", "index.html"), "<!doctype html><title>x</title>");
  writeFileSync(join(root, "dist", "assets", "strings-0a1b.wasm"), new Uint8Array([0, 97, 115, 109]));
  writeFileSync(
    join(root, "dist", "_headers"),
    "/*\n  Content-Security-Policy: default-src 'none'; img-src data:\n  X-Other: 1\n",
  );
  site = await serve(join(root, "dist"), 0);
});
afterAll(async () => {
  await site.close();
  rmSync(root, { recursive: true });
});

/** A request whose path is sent as it is: `fetch` would tidy `..` away. */
const raw = (path: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    request({ port: new URL(site.address).port, host: "127.0.0.1", path }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end();
  });

describe("serve", () => {
  it("listens on this machine only", () => {
    expect(site.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it("serves the page to be asked for again, and answers a second time without its body", async () => {
    const first = await fetch(site.address);
    expect(first.headers.get("content-type")).toContain("text/html");
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const again = await raw("/");
    expect(again.body).toBe(await first.text());
    const unchanged = await fetch(site.address, { headers: { "If-None-Match": first.headers.get("etag") ?? "" } });
    expect(unchanged.status).toBe(304);
  });

  it("serves what carries its hash for ever, and wasm as wasm", async () => {
    const response = await fetch(`${site.address}assets/strings-0a1b.wasm`);
    expect(response.headers.get("cache-control")).toContain("immutable");
    expect(response.headers.get("content-type")).toBe("application/wasm");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("sends with each file what the build's `_headers` says of all", async () => {
    for (const path of ["", "assets/strings-0a1b.wasm"]) {
      const { headers } = await fetch(`${site.address}${path}`);
      expect(headers.get("content-security-policy")).toBe("default-src 'none'; img-src data:");
      expect(headers.get("x-other")).toBe("1");
    }
  });

  it("answers 404 for what is not there, and for what lies outside the folder", async () => {
    for (const path of ["/nothing.js", "/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt"]) {
      const { status, body } = await raw(path);
      expect(status, path).toBe(404);
      expect(body, path).not.toContain("outside");
    }
  });

  it("takes no other method than GET and HEAD", async () => {
    expect((await fetch(site.address, { method: "POST", body: "x" })).status).toBe(405);
  });

  it("rejects with EADDRINUSE when the port is taken", async () => {
    await expect(serve(root, Number(new URL(site.address).port))).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("isBuilt", () => {
  it("is false once something the site is made of is newer than it, and where there is no site", () => {
    expect(isBuilt(root)).toBe(true);
    const later = new Date(Date.now() + 60_000);
    writeFileSync(join(root, "src", "main.tsx"), "");
    utimesSync(join(root, "src", "main.tsx"), later, later);
    expect(isBuilt(root)).toBe(false);
    expect(isBuilt(join(root, "src"))).toBe(false);
  });
});

describe("npm start", () => {
  it.each(["seven", "-1", "65536", "80.5"])("refuses PORT=%s in one sentence", (PORT) => {
    const start = fileURLToPath(new URL("start.mjs", import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [start], {
      env: { ...process.env, PORT },
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stderr).toBe(`PORT has to be a number from 0 to 65535, not "${PORT}".\n`);
  });
});
