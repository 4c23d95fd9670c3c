import type { EventOf } from "../trace/event.ts";
import type { EventKind } from "../trace/format.ts";
import type { Callback, Registration } from "./snapshot.ts";
import type { CodeLocations } from "./code-locations.ts";

interface Made {
  readonly event: number;
  readonly library: number;
  readonly libraryName: string;
  readonly id: number;
  readonly span: number;
  closedAt: number;
  /** In order. */
  readonly registrations: Held[];
}

interface Held extends Registration {
  readonly library: number;
  readonly callback: number;
  endedAt: number;
}

/** Callbacks and registrations that one library can have, so that a library and one of them are one number. */
const MOST = 2 ** 26;

/** The functions that C was given to call later: made, closed, registered and unregistered. */
export class CallbackHistory {
  /** By library and number. */
  readonly #made = new Map<number, Made>();
  readonly #held: Held[] = [];
  /** Those that stand, by library and number: several callbacks in one table have one number. */
  readonly #standing = new Map<number, Held[]>();

  make(event: number, library: number, libraryName: string, id: number, span: number): void {
    if (this.#find(library, id)) return;
    const closedAt = Number.POSITIVE_INFINITY;
    this.#made.set(library * MOST + id, { event, library, libraryName, id, span, closedAt, registrations: [] });
  }

  close(event: number, library: number, id: number): void {
    const made = this.#find(library, id);
    if (made) made.closedAt = Math.min(made.closedAt, event);
  }

  /** `endedBy` is the function that ends what `by` has registered. */
  register(
    { index: event, library, callback, registration }: EventOf<typeof EventKind.Register>,
    by: string,
    endedBy: string,
  ): void {
    const held: Held = { event, by, endedBy, library, callback, endedAt: Number.POSITIVE_INFINITY };
    this.#held.push(held);
    this.#find(library, callback)?.registrations.push(held);
    const key = library * MOST + registration;
    const standing = this.#standing.get(key);
    if (standing) standing.push(held);
    else this.#standing.set(key, [held]);
  }

  unregister({ index: event, library, ended }: EventOf<typeof EventKind.Unregister>): void {
    const key = library * MOST + ended;
    for (const held of this.#standing.get(key) ?? []) held.endedAt = event;
    this.#standing.delete(key);
  }

  /** Every callback there is when `step` events have happened, in the order they were made. */
  at(step: number, locations: CodeLocations): Callback[] {
    const there: Callback[] = [];
    for (const { event, libraryName, id, span, closedAt, registrations } of this.#made.values()) {
      // They were made in this order.
      if (event >= step) break;
      const typescript = locations.typescript(span);
      there.push({
        id,
        library: libraryName,
        label: typescript?.name ?? `callback ${id}`,
        closed: closedAt < step,
        made: { event, typescript, c: null },
        registrations: registrations
          .filter((one) => one.event < step && one.endedAt >= step)
          .map(({ event: since, by, endedBy }) => ({ event: since, by, endedBy })),
      });
    }
    return there;
  }

  /** Every registration there ever was, in order. */
  all(): { readonly event: number; readonly by: string; readonly library: string; readonly callback: number }[] {
    return this.#held.map(({ event, by, library, callback }) => ({
      event,
      by,
      library: this.#find(library, callback)?.libraryName ?? "",
      callback,
    }));
  }

  #find(library: number, id: number): Made | undefined {
    return this.#made.get(library * MOST + id);
  }
}
