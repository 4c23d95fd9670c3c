import type { CFunction } from "../../contract/description.ts";
import { isRegistering, registerEnded, type Annotation } from "./annotations.ts";

/**
 * Says of each function which callback it remembers, or whose registrations it ends. Throws when the header is not clear
 * about it: a registration that nothing ends would be a leak that no program can avoid.
 *
 * @param annotations Those of the function at the same index.
 */
export function withRegistrations(
  functions: readonly CFunction[],
  annotations: readonly (readonly Annotation[])[],
): CFunction[] {
  const ended = annotations.map(registerEnded);
  for (const [index, register] of ended.entries()) {
    const begins = functions.findIndex((each) => each.name === register);
    if (register !== null && (begins < 0 || !isRegistering(annotations[begins]!))) {
      throw new Error(`${functions[index]!.name} ends what ${register} registers, which registers nothing`);
    }
  }
  return functions.map((each, index): CFunction => {
    const register = ended[index];
    if (register !== null && register !== undefined) {
      const id = each.parameters.find(({ type }) => type.kind === "integer")?.name ?? null;
      return { ...each, unregisters: { register, id } };
    }
    if (!isRegistering(annotations[index]!)) return each;
    const callback = each.parameters.find(({ type }) => type.kind === "function")?.name;
    const endedBy = functions[ended.indexOf(each.name)]?.name;
    if (callback === undefined) throw new Error(`${each.name} registers a callback, but takes none`);
    if (endedBy === undefined) throw new Error(`no function ends what ${each.name} registers`);
    return { ...each, registers: { callback, endedBy } };
  });
}
