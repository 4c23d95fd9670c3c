import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { readHeader, type AbiEnum, type AbiFunction } from "./read-header.ts";

/** Both are relative to the project's folder. */
const ABI_HEADER = "c-sources/checker/abi.h";
export const ABI_MODULE = "src/contract/checker-abi.ts";

/**
 * The checker's header as TypeScript, the same for the same header: an enumeration becomes an object, `FAULT_READ` of
 * `fault_kind` is `FaultKind.Read`; a constant keeps its name; functions become interfaces and lists of names.
 */
export async function makeAbiModule(root: string): Promise<string> {
  const { enums, constants, functions } = readHeader(readFileSync(join(root, ABI_HEADER), "utf8"));
  const isHook = ({ name }: AbiFunction): boolean => name.startsWith("ffi_hook_");
  const hooks = functions.filter(isHook);
  const parts = [
    `// Written by \`npm run abi\` from ${ABI_HEADER}: change that.`,
    ...constants.map(({ name, comment, value }) => `${doc(comment)}export const ${name} = ${value};`),
    ...enums.map(objectOf),
    ...functionsOf(
      "CheckerImports",
      "CHECKER_IMPORTS",
      "What a checked binary calls of its host. Numbers come as signed ones, addresses too.",
      hooks.filter((each) => !each.ofPrograms),
    ),
    ...functionsOf(
      "ProgramImports",
      "PROGRAM_IMPORTS",
      "What a whole program calls of its host beside those.",
      hooks.filter((each) => each.ofPrograms),
    ),
    ...functionsOf(
      "CheckerExports",
      "CHECKER_EXPORTS",
      "What of a checked binary its host may call. Results are signed numbers, addresses too.",
      functions.filter((each) => !isHook(each)),
    ),
  ];
  const path = join(root, ABI_MODULE);
  return format(parts.join("\n\n"), { ...(await resolveConfig(path)), filepath: path });
}

function objectOf({ name, comment, values }: AbiEnum): string {
  const prefix = commonPrefix(values.map((value) => value.name));
  const lines = values.map((each) => `${doc(each.comment)}${pascal(each.name.slice(prefix.length))}: ${each.value},`);
  return `${doc(comment)}export const ${pascal(name)} = {\n${lines.join("\n")}\n} as const;`;
}

function functionsOf(type: string, list: string, comment: string, functions: readonly AbiFunction[]): string[] {
  const methods = functions.map(({ name, comment, parameters, returns }) => {
    const given = parameters.map((each) => `${camel(each)}: number`).join(", ");
    return `${doc(comment)}${name}(${given}): ${returns ? "number" : "void"};`;
  });
  return [
    `${doc(comment)}export interface ${type} {\n${methods.join("\n")}\n}`,
    `/** Their names. */\nexport const ${list} = ${JSON.stringify(functions.map(({ name }) => name))} as const;`,
  ];
}

/** What all names begin with, up to an underscore. */
function commonPrefix(names: readonly string[]): string {
  const [first = ""] = names;
  let length = first.lastIndexOf("_") + 1;
  while (!names.every((name) => name.startsWith(first.slice(0, length)))) {
    length = first.lastIndexOf("_", length - 2) + 1;
  }
  return first.slice(0, length);
}

const camel = (name: string): string =>
  name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(`_${name}`);

function doc(comment: string): string {
  if (comment === "") return "";
  const lines = comment.split("\n");
  return lines.length === 1
    ? `/** ${comment} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}
