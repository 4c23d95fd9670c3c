/**
 * `SuppressedError`, for every engine alike, since some have none yet: an error that came while what another one had
 * left behind was released.
 */
class Suppressed extends Error implements SuppressedError {
  declare readonly error: unknown;
  declare readonly suppressed: unknown;

  static {
    Object.defineProperty(this.prototype, "name", { value: "SuppressedError", writable: true, configurable: true });
    Object.defineProperty(this, "name", { value: "SuppressedError", configurable: true });
    Object.defineProperty(this, "length", { value: 3, configurable: true });
  }

  /**
   * @param error the later one
   * @param suppressed the earlier one, which it would have hidden
   */
  constructor(error: unknown, suppressed: unknown, message?: string) {
    super(message);
    Object.defineProperty(this, "error", { value: error, writable: true, configurable: true });
    Object.defineProperty(this, "suppressed", { value: suppressed, writable: true, configurable: true });
  }
}

/** Like the other errors' constructors it makes one without `new`, too. */
export const SuppressedErrorObject = new Proxy(Suppressed, {
  apply: (target, _self, args) => Reflect.construct(target, args),
});
Object.defineProperty(Suppressed.prototype, "constructor", { value: SuppressedErrorObject });

/** Errors in the order in which they came, as one; undefined when there are none. */
export function suppressAll(errors: readonly unknown[]): unknown {
  if (errors.length === 0) return undefined;
  return errors.reduce(
    (suppressed, error) => new SuppressedErrorObject(error, suppressed, "An error was suppressed during disposal."),
  );
}
