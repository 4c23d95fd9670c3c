import type { CFunction } from "../../../contract/description.ts";

/** Who owns what a function takes and gives, a sentence each. Empty where nothing but values crosses. */
export function ownershipInWords({ parameters, result, resultOwnership, resultNullable }: CFunction): string[] {
  const sentences: string[] = [];
  for (const { name, ownership, nullable, countedBy, type } of parameters) {
    if (type.kind !== "pointer" && type.kind !== "function") continue;
    const what = `\`${name}\``;
    if (ownership === "taken") sentences.push(`${what} is the library's from the call on.`);
    if (ownership === "kept")
      sentences.push(`The library keeps ${what} after the call; it stays yours, and has to stay alive.`);
    if (countedBy !== null) sentences.push(`${what} has \`${countedBy}\` elements.`);
    if (!nullable && type.kind === "pointer") sentences.push(`${what} must not be null.`);
  }
  if (resultOwnership.kind === "owned")
    sentences.push(`The result is yours: release it with \`${resultOwnership.release}\`.`);
  if (resultOwnership.kind === "borrowed" && result.kind === "pointer") {
    sentences.push("The result stays the library's: never release it.");
  }
  if (resultNullable) sentences.push("The result may be null.");
  return sentences;
}

/** What an editor shows where a function of the library is named: Markdown. */
export function describeFunction(each: CFunction): string {
  return [`\`\`\`c\n${each.prototype}\n\`\`\``, each.documentation, ownershipInWords(each).join(" ")]
    .filter((part) => part !== "")
    .join("\n\n");
}
