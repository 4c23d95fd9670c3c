import type { CFunction } from "../contract/description.ts";
import type { Callback, Registration, Value } from "./moment.ts";
import type { Places } from "./places.ts";
import { readValue, readValues } from "./read-value.ts";
import type { Trace } from "./trace.ts";

interface Made {
  readonly event: number;
  readonly library: number;
  readonly libraryName: string;
  readonly id: number;
  readonly site: number;
  closedAt: number;
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

/** Functions of one library that a trace can name, so that a pair of numbers is one. */
const MOST_NAMES = 2 ** 26;

/**
 * The functions that C was given to call later: made, closed, registered and unregistered. What registers is what the
 * header says; the rest is read from the calls.
 */
export class CallbackHistory {
  readonly #made: Made[] = [];
  readonly #held: Held[] = [];
  /** By library and the name's string id: null for what has nothing to do with registrations. */
  readonly #roles = new Map<number, Role | null>();
  /** Calls that have not returned, of functions with a role. */
  readonly #open = new Map<number, { readonly library: number; readonly role: Role }>();

  make(event: number, library: number, libraryName: string, id: number, site: number): void {
    if (this.#find(library, id)) return;
    this.#made.push({ event, library, libraryName, id, site, closedAt: Number.POSITIVE_INFINITY });
  }

  close(event: number, library: number, id: number): void {
    const made = this.#find(library, id);
    if (made) made.closedAt = Math.min(made.closedAt, event);
  }

  /** A call began. `describe` is asked once for each function. */
  call(event: number, library: number, name: number, describe: () => Role | null): void {
    const key = library * MOST_NAMES + name;
    let role = this.#roles.get(key);
    if (role === undefined) {
      role = describe();
      this.#roles.set(key, role);
    }
    if (role) this.#open.set(event, { library, role });
  }

  /** A call returned; what it did to registrations is done. */
  returned(event: number, call: number, trace: Trace): void {
    const open = this.#open.get(call);
    if (!open) return;
    this.#open.delete(call);
    const {
      library,
      role: { actual: role, onlyOne },
    } = open;
    const values = readValues(trace, trace.event(call).c);
    const argument = (name: string): Value | undefined =>
      values[role.parameters.findIndex((parameter) => parameter.name === name)];
    if (role.unregisters) {
      const { register, id } = role.unregisters;
      const number = id === null ? null : numberOf(argument(id));
      this.#end(event, library, register, number);
    }
    if (!role.registers) return;
    const result = numberOf(readValue(trace, trace.event(event).c));
    const { callback, endedBy } = role.registers;
    const given = argument(callback);
    if (onlyOne) this.#end(event, library, role.name, null);
    const failed = role.result.kind === "integer" && (result ?? 0) < 0;
    if (failed || given?.kind !== "function" || given.callback === 0) return;
    this.#held.push({
      event,
      by: role.name,
      endedBy,
      library,
      callback: given.callback,
      number: onlyOne ? null : result,
      endedAt: Number.POSITIVE_INFINITY,
    });
  }

  /** Every callback there is when `step` events have happened, in the order they were made. */
  at(step: number, places: Places): Callback[] {
    return this.#made
      .filter(({ event }) => event < step)
      .map(({ event, library, libraryName, id, site, closedAt }) => {
        const typescript = places.typescript(site);
        return {
          id,
          library: libraryName,
          label: typescript?.name ?? `callback ${id}`,
          closed: closedAt < step,
          made: { event, typescript, c: null },
          registrations: this.#held
            .filter((one) => one.library === library && one.callback === id && one.event < step && one.endedAt >= step)
            .map(({ event: since, by, endedBy }) => ({ event: since, by, endedBy })),
        };
      });
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
    return this.#made.find((made) => made.library === library && made.id === id);
  }

  #end(event: number, library: number, by: string, number: number | null): void {
    for (const one of this.#held) {
      const meant = one.library === library && one.by === by && (number === null || one.number === number);
      if (meant && one.endedAt > event) one.endedAt = event;
    }
  }
}

const numberOf = (value: Value | undefined): number | null => (value?.kind === "number" ? value.value : null);
