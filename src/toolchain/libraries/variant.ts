import type { CFunction, LibraryDescription } from "../../contract/description.ts";
import type { LibraryText } from "./describe.ts";
import type { LibrarySource } from "./libraries.ts";

/**
 * One sentence about the first function or struct in which a variant differs from its library; null when a program can tell
 * them apart by what they do only.
 */
export function unlikeItsLibrary(
  { name, variant }: Pick<LibrarySource, "name" | "variant">,
  { functions, structs }: Pick<LibraryText, "functions" | "structs">,
  library: Pick<LibraryDescription, "functions" | "structs">,
): string | null {
  const different =
    firstDifference(functions.map(asDeclared), library.functions.map(asDeclared)) ??
    firstDifference(structs, library.structs);
  if (different === null) return null;
  return `c-sources/${name}/variants/${variant}: its ${different} is not that of the library ${name}`;
}

/** Where it is defined is the variant's own affair. */
const asDeclared = ({ definition: _, ...declared }: CFunction) => declared;

function firstDifference(own: readonly Named[], shared: readonly Named[]): string | null {
  for (let i = 0; i < Math.max(own.length, shared.length); i += 1) {
    if (JSON.stringify(own[i]) !== JSON.stringify(shared[i])) return (own[i] ?? shared[i])!.name;
  }
  return null;
}

interface Named {
  readonly name: string;
}
