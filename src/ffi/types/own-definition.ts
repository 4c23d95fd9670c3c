import type { SymbolDefinition } from "./native-types.ts";
import { requireMade } from "./struct-type.ts";

/**
 * A declaration as it is at this moment. The program can change its own object later, or give one that answers
 * differently each time it is asked: what was compared with the C prototype has to be what calls go by.
 *
 * @throws TypeError for a struct type that `struct` did not make.
 */
export function ownDefinition({ parameters, result }: SymbolDefinition): SymbolDefinition {
  return { parameters: [...parameters].map(ownType), result: ownType(result) };
}

function ownType<T>(type: T): T {
  if (typeof type !== "object" || type === null) return type;
  return requireMade(type) ? type : { ...type };
}
