import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { lockdown } from "./lockdown.ts";

/** A global object of its own, with the language in it, and with `offered` as a worker's scope offers things: by its prototypes. */
function scopeWith(offered: Record<string, unknown>): { run: (code: string) => unknown; global: object } {
  const context = createContext({});
  const run = (code: string): unknown => runInContext(code, context);
  const global = run("globalThis") as object;
  const prototype = run("Object.create(Object.prototype)") as object;
  Object.setPrototypeOf(global, prototype);
  for (const [name, value] of Object.entries(offered)) {
    Object.defineProperty(prototype, name, { get: () => value, configurable: true, enumerable: true });
  }
  return { run, global };
}

const DOORS = [
  "Worker SharedWorker importScripts fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource",
  "BroadcastChannel MessageChannel MessagePort indexedDB caches navigator Notification RTCPeerConnection FontFace fonts",
  "postMessage close onmessage name origin cookieStore somethingBrowsersAddTomorrow",
]
  .join(" ")
  .split(" ");

describe("lockdown", () => {
  it.each(DOORS)("takes %s away", (name) => {
    const { run, global } = scopeWith({ [name]: () => "through" });
    expect(run(`typeof ${name}`)).toBe("function");
    lockdown(global);
    expect(run(`typeof ${name}`)).toBe("undefined");
    expect(run(`"${name}" in globalThis`)).toBe(false);
  });

  it("takes away what the global itself has, and hides what cannot be removed", () => {
    const { run, global } = scopeWith({});
    run("globalThis.fetch = () => 'through'");
    const fixed = Object.getPrototypeOf(global) as object;
    Object.defineProperty(fixed, "caches", { value: "through", configurable: false });
    lockdown(global);
    expect(run("typeof fetch")).toBe("undefined");
    expect(run("typeof caches")).toBe("undefined");
    expect(run("caches = 1; typeof caches")).toBe("undefined");
  });

  it("takes away what makes addresses of blobs, and leaves addresses", () => {
    const { run, global } = scopeWith({ URL: class extends URL {} });
    const Own = run("URL") as typeof URL;
    Object.assign(Own, { createObjectURL: () => "blob:", revokeObjectURL: () => {} });
    lockdown(global);
    expect(Object.keys(Own)).toEqual([]);
    expect(run("new URL('https://example.com/a').pathname")).toBe("/a");
  });

  it("leaves the language as it is", () => {
    const { run, global } = scopeWith({});
    const names = (): string[] => (run("Object.getOwnPropertyNames(globalThis).join()") as string).split(",");
    // Browsers have it only on pages that ask for it; a program sees the same in every engine.
    const before = names().filter((name) => name !== "SharedArrayBuffer");
    lockdown(global);
    expect(names()).toEqual(before);
    expect(run("[new Map([[1n, new Uint8Array(2)]]).size, JSON.stringify(Reflect.ownKeys({ a: 1 }))].join()")).toBe(
      '1,["a"]',
    );
  });

  it("leaves what it is told to leave", () => {
    const { run, global } = scopeWith({ __ffi: "module", fetch: "through" });
    lockdown(global, ["__ffi"]);
    expect(run("__ffi")).toBe("module");
    expect(run("typeof fetch")).toBe("undefined");
  });
});
