import { LANGUAGE } from "./language.ts";

/**
 * What a program may find in its worker, besides what every JavaScript engine has: things that compute and things
 * that wait. Everything else goes, what a browser adds tomorrow too: a list of what to take away would already be
 * out of date. The frame's policy blocks the network and the opaque origin blocks storage; this is the second lock.
 */
const KEPT = new Set([
  ...LANGUAGE,
  // The engine around it.
  ..."self location console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance".split(
    " ",
  ),
  ..."TextEncoder TextDecoder atob btoa URL URLSearchParams AbortController AbortSignal Event EventTarget".split(" "),
  ..."CustomEvent DOMException crypto reportError".split(" "),
]);

/**
 * Takes everything from a worker's global that a program has no business with: network, storage, further workers, the
 * channels to the page, the worker's own controls. What is left is for `harden`.
 *
 * @param scope the global object.
 * @param keep names to leave besides, such as the global that carries the `"ffi"` module.
 */
export function lockdown(scope: object, keep: readonly string[] = []): void {
  const kept = new Set([...KEPT, ...keep]);
  for (let level = scope; !isShared(level); level = Object.getPrototypeOf(level) as object) {
    for (const name of Object.getOwnPropertyNames(level)) {
      // `constructor` leads to interface objects that cannot be called; Node's loader asks a scope for it.
      if (kept.has(name) || name === "constructor") continue;
      takeAway(scope, level, name);
    }
  }
  const url = (scope as { readonly URL?: object }).URL;
  if (url) for (const name of ["createObjectURL", "revokeObjectURL"]) takeAway(url, url, name);
}

/** Prototypes that the global shares with a program's own objects end the walk. */
const isShared = (level: object | null): boolean =>
  level === null || level === Object.prototype || level === globalThis.EventTarget?.prototype;

/** Removes a property; where the engine will not have it removed, `scope` gets one of its own that hides it. */
function takeAway(scope: object, level: object, name: string): void {
  if (Reflect.deleteProperty(level, name)) return;
  Reflect.defineProperty(scope, name, { value: undefined, configurable: false, enumerable: false, writable: false });
}
