import { AsyncDisposableStackObject } from "../ffi/language/async-disposable-stack.ts";
import { DisposableStackObject } from "../ffi/language/disposable-stack.ts";
import { SuppressedErrorObject } from "../ffi/language/suppressed-error.ts";
import { installViewChecks } from "../ffi/memory/install-view-checks.ts";
import { harden } from "./harden.ts";

/**
 * Makes the engine's own objects what a program finds them to be, and fixes them so. To be called once, when the worker
 * starts: it takes milliseconds, and no run waits for them then.
 *
 * @param scope the global object.
 */
export function prepareRealm(scope: object): void {
  const offered = {
    DisposableStack: DisposableStackObject,
    AsyncDisposableStack: AsyncDisposableStackObject,
    SuppressedError: SuppressedErrorObject,
  };
  for (const [name, value] of Object.entries(offered)) {
    Object.defineProperty(scope, name, { value, configurable: true, writable: true });
  }
  installViewChecks();
  harden(scope);
}
