import { readFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import type { WasmManifest } from "../../src/contract/description.ts";
import { SHIPPED } from "./library.ts";

const manifest = JSON.parse(readFileSync(path.join(SHIPPED, "manifest.json"), "utf8")) as WasmManifest;
const variants = Object.entries(manifest.variants).flatMap(([name, all]) =>
  all.map((variant) => `variants/${name}.${variant}.checked`),
);
const builds = [...manifest.libraries.flatMap((name) => [`${name}.fast`, `${name}.checked`]), ...variants];

/** Runs in a worker, with the glue from a blob as in a page; says what the glue asked the network for. */
const IN_WORKER = `
  const { parentPort, workerData } = require("node:worker_threads");
  const asked = [];
  globalThis.fetch = (url) => { asked.push(String(url)); return Promise.reject(new Error("no network")); };
  globalThis.Function = new Proxy(Function, { apply() { asked.push("Function"); }, construct() { asked.push("Function"); return {}; } });
  globalThis.eval = () => asked.push("eval");
  import("data:text/javascript;base64," + Buffer.from(workerData.glue).toString("base64")).then(({ default: factory }) => {
    let exports = null;
    factory({
      instantiateWasm(imports, receive) {
        const instance = new WebAssembly.Instance(new WebAssembly.Module(workerData.wasm), imports);
        exports = instance.exports;
        receive(instance);
        return exports;
      },
    });
    const malloc = exports.malloc ?? exports.__wrap_malloc;
    parentPort.postMessage({ asked, atOnce: exports !== null, usable: malloc(8) > 0 });
  });
`;

describe.each(builds)("%s", (build) => {
  const glue = readFileSync(path.join(SHIPPED, `${build}.mjs`), "utf8");
  const wasm = readFileSync(path.join(SHIPPED, `${build}.wasm`));

  test("loads at once in a worker thread, and asks for nothing", async () => {
    const worker = new Worker(IN_WORKER, { eval: true, workerData: { glue, wasm } });
    try {
      const answer = await new Promise((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
      });
      expect(answer).toEqual({ asked: [], atOnce: true, usable: true });
    } finally {
      await worker.terminate();
    }
  });

  test("carries nothing of the machine it was built on, and nothing for debuggers", () => {
    const module = new WebAssembly.Module(wasm);
    for (const section of ["name", "producers", ".debug_info", ".debug_line", ".debug_str", "sourceMappingURL"]) {
      expect(WebAssembly.Module.customSections(module, section)).toEqual([]);
    }
    // The glue's file system begins with a home folder of its own, the same on every machine.
    const text = glue.replaceAll('"/home/web_user"', "") + wasm.toString("latin1");
    expect(text).not.toContain(path.dirname(SHIPPED));
    expect(text).not.toMatch(/\/(home|root|usr|var|Users)\//);
  });
});
