import { readdirSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";

/** Where the faults are, relative to the project's folder. */
const FAULTS = "src/faults";

/** The files made from the folders of `src/faults/`, relative to the project's folder. */
export const LISTS = { all: `${FAULTS}/all.ts`, words: `${FAULTS}/all-words.ts` } as const;

/** A fault's folder: its code, then its name. */
const FOLDER = /^(FFI\d{3})-[\w-]+$/;

/** The text of each list by its file, the same for the same folders. */
export async function faultLists(root: string): Promise<Readonly<Record<string, string>>> {
  const folders = readdirSync(join(root, FAULTS))
    .filter((name) => FOLDER.test(name))
    .sort();
  const codeOf = (folder: string): string => folder.slice(0, "FFI000".length);
  const list = (line: (code: string, folder: string) => string): string =>
    folders.map((folder) => line(codeOf(folder), folder)).join("\n");

  const all = `${MADE}
${list((code, folder) => `import { fault as ${code}, detail as ${code}_DETAIL } from "./${folder}/fault.ts";`)}

/** What is the same for every report of a fault, by its code. */
export const FAULTS = {
${list((code) => `${code},`)}
} as const;

/** What only a report of the fault itself says, by its code: schemas of the details. */
export const DETAILS = {
${list((code) => `${code}: ${code}_DETAIL,`)}
} as const;
`;
  const words = `${MADE}
import type { Words } from "./definition.ts";
import type { DetailOf, FaultCode } from "./detail.ts";
${list((code, folder) => `import { words as ${code} } from "./${folder}/words.ts";`)}

/** How each fault is put into words, by its code. */
export const WORDS: { readonly [C in FaultCode]: Words<DetailOf<C>> } = {
${list((code) => `${code},`)}
};
`;
  const settings = { ...(await resolveConfig(join(root, LISTS.all))), parser: "typescript" } as const;
  return { [LISTS.all]: await format(all, settings), [LISTS.words]: await format(words, settings) };
}

const MADE = `/** Made from the folders beside it by "npm run faults". */`;
