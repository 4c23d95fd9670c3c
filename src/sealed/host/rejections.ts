import type { JSValueHandle } from "quickjs-wasi";

/** The rejections of one engine that have no handler: one may get it as long as there are jobs. */
export class Rejections {
  /** By the promise's identity, which is its own as long as it is held. */
  readonly #open = new Map<number, { readonly promise: JSValueHandle; readonly reason: JSValueHandle }>();

  /** The engine tells of a rejection, or of one that has got its handler. */
  tell(promise: JSValueHandle, reason: JSValueHandle, isHandled: boolean): void {
    const key = promise.identity;
    const known = this.#open.get(key);
    if (isHandled && known) {
      this.#open.delete(key);
      known.promise.dispose();
      known.reason.dispose();
    } else if (!isHandled) this.#open.set(key, { promise: promise.dup(), reason: reason.dup() });
  }

  /** The reason of the first of them; null when there is none. */
  first(): JSValueHandle | null {
    const [first] = this.#open.values();
    return first?.reason ?? null;
  }
}
