import { wordOf } from "../../contract/c-types.ts";
import type { CFunction, CType, LibraryDescription } from "../../contract/description.ts";

/** How a C type stands in a table given to `dlopen`. */
const nativeType = (type: CType): string =>
  type.kind === "struct" ? `{ readonly struct: ${JSON.stringify(type.name)} }` : JSON.stringify(wordOf(type));

/** Who owns what, in words: the header's annotations are not part of the prototype. */
function ownershipNotes({ parameters, result, resultOwnership, resultNullable }: CFunction): string[] {
  const notes: string[] = [];
  for (const { name, ownership } of parameters) {
    if (ownership === "taken") notes.push(`The library takes \`${name}\`: it is not the caller's any more.`);
    if (ownership === "kept") notes.push(`The library keeps the pointer \`${name}\` after the call.`);
  }
  if (resultOwnership.kind === "owned")
    notes.push(`The caller releases the result with \`${resultOwnership.release}\`.`);
  if (resultOwnership.kind === "borrowed" && result.kind === "pointer") notes.push("The result is borrowed.");
  if (resultNullable) notes.push("The result may be NULL.");
  return notes;
}

/** A comment cannot hold its own end mark; an invisible word joiner between the two keeps it readable. */
const comment = (lines: readonly string[], indent: string): string =>
  [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`]
    .join("\n")
    .replace(/\*\/(?!$)/g, "*\u2060/");

function member(each: CFunction): string {
  const lines = ["```c", each.prototype, "```"];
  if (each.documentation !== "") lines.push("", ...each.documentation.split("\n"));
  const notes = ownershipNotes(each);
  if (notes.length > 0) lines.push("", notes.join(" "));
  // The labels are what an editor shows while the arguments are typed.
  const parameters = each.parameters
    .map(({ name, type }, index) => `${name === "" ? `argument${index + 1}` : name}: ${nativeType(type)}`)
    .join(", ");
  return [
    comment(lines, "      "),
    `      ${each.name}: { readonly parameters: readonly [${parameters}]; readonly result: ${nativeType(each.result)} };`,
  ].join("\n");
}

/** Types by which an editor knows what each library offers, with the header's own words. */
export function declarationsOf(descriptions: readonly LibraryDescription[]): string {
  const libraries = descriptions.map(
    ({ name, functions }) => `    ${name}: {\n${functions.map(member).join("\n")}\n    };`,
  );
  return `declare module "ffi" {\n  interface Libraries {\n${libraries.join("\n")}\n  }\n}\n`;
}
