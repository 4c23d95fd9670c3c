import { structPointedTo } from "../../contract/c-types.ts";
import type { CFunction, CParameter, CStruct } from "../../contract/description.ts";
import { isRegistering, registerEnded, type Annotation } from "./annotations.ts";

/**
 * Says of each function which callback it remembers, or whose registrations it ends. Throws when the header is not clear
 * about it: a registration that nothing ends would be a leak that no program can avoid.
 *
 * @param annotations Those of the function at the same index.
 * @param structs Those of the header: a callback may stand in one.
 */
export function withRegistrations(
  functions: readonly CFunction[],
  annotations: readonly (readonly Annotation[])[],
  structs: readonly CStruct[],
): CFunction[] {
  const tables = structs.filter(({ fields }) => fields.some(({ type }) => type.kind === "function"));
  const tableNames = new Set(tables.map(({ name }) => name));
  const ended = annotations.map(registerEnded);
  const registering = new Map(
    functions.flatMap((each, index) =>
      isRegistering(annotations[index]!) ? [[each.name, { each, callback: callbackOf(each, tableNames) }]] : [],
    ),
  );
  const result = functions.map((each, index): CFunction => {
    const register = ended[index] ?? null;
    if (register === null) return each;
    const begins = registering.get(register);
    if (begins === undefined) throw new Error(`${each.name} ends what ${register} registers, which registers nothing`);
    const id = each.parameters.find(({ type }) => type.kind === "integer")?.name ?? null;
    const handle = handleOf(begins.each, begins.callback, each);
    return { ...each, unregisters: { register, id, ...(handle && { handle }) } };
  });
  return result.map((each): CFunction => {
    const begins = registering.get(each.name);
    if (begins === undefined || each.unregisters) return each;
    const ends = result.filter(({ unregisters }) => unregisters?.register === each.name);
    // What a program would have called for this one: the function that ends one of several, where there is one.
    const endedBy = (ends.find(({ unregisters }) => unregisters?.id !== null) ?? ends[0])?.name;
    if (begins.callback === undefined) throw new Error(`${each.name} registers a callback, but takes none`);
    if (endedBy === undefined) throw new Error(`no function ends what ${each.name} registers`);
    return { ...each, registers: { callback: begins.callback.name, endedBy } };
  });
}

/** The parameter that has the callback: a function pointer, or else a table of them. */
function callbackOf({ parameters }: CFunction, tables: ReadonlySet<string>): CParameter | undefined {
  return (
    parameters.find(({ type }) => type.kind === "function") ??
    parameters.find(({ type }) => tables.has(structPointedTo(type) ?? ""))
  );
}

/** The handle that the registrations belong to: both functions have a parameter of its type. */
function handleOf(
  register: CFunction,
  callback: CParameter | undefined,
  end: CFunction,
): { readonly registered: string; readonly given: string } | null {
  for (const one of register.parameters) {
    const type = one === callback ? null : structPointedTo(one.type);
    const given = type === null ? undefined : end.parameters.find((other) => structPointedTo(other.type) === type);
    if (given) return { registered: one.name, given: given.name };
  }
  return null;
}
