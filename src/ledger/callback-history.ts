import type { CFunction } from "../contract/description.ts";
import type { EventOf } from "../trace/event.ts";
import type { EventKind } from "../trace/format.ts";
import type { Callback, Registration, Value } from "./snapshot.ts";
import type { CodeLocations } from "./code-locations.ts";
import { readValue, readValues } from "../trace/values/read.ts";
import type { Trace } from "../trace/reader.ts";

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
  /** By which its end names it; null where there is one at a time. */
  readonly number: number | null;
  endedAt: number;
}

/** A C function that begins or ends registrations. */
export interface Role {
  readonly actual: CFunction;
  /** It registers one callback at a time, which the next one replaces. */
  readonly onlyOne: boolean;
}

/** Functions that a trace can name, and callbacks that one library can have, so that a library and one of them are one number. */
const MOST = 2 ** 26;

/** Registrations that stand, by what begins them. */
type Standing = Map<string, Set<Held>>;

/**
 * The functions that C was given to call later: made, closed, registered and unregistered. What registers is what the
 * header says; the rest is read from the calls.
 */
export class CallbackHistory {
  /** By library and number. */
  readonly #made = new Map<number, Made>();
  readonly #held: Held[] = [];
  /** By library. */
  readonly #standing = new Map<number, Standing>();
  /** By library and the name's string id: null for what has nothing to do with registrations. */
  readonly #roles = new Map<number, Role | null>();
  /** Calls that have not returned, of functions with a role. */
  readonly #open = new Map<number, { readonly library: number; readonly role: Role; readonly arguments: number }>();

  make(event: number, library: number, libraryName: string, id: number, span: number): void {
    if (this.#find(library, id)) return;
    const closedAt = Number.POSITIVE_INFINITY;
    this.#made.set(library * MOST + id, { event, library, libraryName, id, span, closedAt, registrations: [] });
  }

  close(event: number, library: number, id: number): void {
    const made = this.#find(library, id);
    if (made) made.closedAt = Math.min(made.closedAt, event);
  }

  /** A call began. `describe` is asked once for each function. */
  call(event: EventOf<typeof EventKind.Call>, describe: () => Role | null): void {
    const { index, library, function: name } = event;
    const key = library * MOST + name;
    let role = this.#roles.get(key);
    if (role === undefined) {
      role = describe();
      this.#roles.set(key, role);
    }
    if (role) this.#open.set(index, { library, role, arguments: event.arguments });
  }

  /** A call returned; what it did to registrations is done. */
  returned({ index: event, call, result: returned }: EventOf<typeof EventKind.Return>, trace: Trace): void {
    const open = this.#open.get(call);
    if (!open) return;
    this.#open.delete(call);
    const {
      library,
      role: { actual: role, onlyOne },
    } = open;
    const values = readValues(trace, open.arguments);
    const argument = (name: string): Value | undefined =>
      values[role.parameters.findIndex((parameter) => parameter.name === name)];
    if (role.unregisters) {
      const { register, id } = role.unregisters;
      const number = id === null ? null : numberOf(argument(id));
      this.#end(event, library, register, number);
    }
    if (!role.registers) return;
    const result = numberOf(readValue(trace, returned));
    const { callback, endedBy } = role.registers;
    const given = argument(callback);
    if (onlyOne) this.#end(event, library, role.name, null);
    const failed = role.result.kind === "integer" && (result ?? 0) < 0;
    if (failed || given?.kind !== "function" || given.callback === 0) return;
    const held: Held = {
      event,
      by: role.name,
      endedBy,
      library,
      callback: given.callback,
      number: onlyOne ? null : result,
      endedAt: Number.POSITIVE_INFINITY,
    };
    this.#held.push(held);
    this.#find(library, given.callback)?.registrations.push(held);
    this.#standingOf(library, role.name).add(held);
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

  #standingOf(library: number, by: string): Set<Held> {
    let ofLibrary = this.#standing.get(library);
    if (!ofLibrary) this.#standing.set(library, (ofLibrary = new Map<string, Set<Held>>()));
    let standing = ofLibrary.get(by);
    if (!standing) ofLibrary.set(by, (standing = new Set()));
    return standing;
  }

  #end(event: number, library: number, by: string, number: number | null): void {
    const standing = this.#standingOf(library, by);
    for (const one of standing) {
      if (number !== null && one.number !== number) continue;
      one.endedAt = event;
      standing.delete(one);
    }
  }
}

const numberOf = (value: Value | undefined): number | null => (value?.kind === "number" ? value.value : null);
