import { parse } from "yaml";
import { CourseProblem } from "./problem.ts";

/**
 * Splits a text into what stands between the two `---` lines at its head, read as YAML, and the rest.
 *
 * @throws CourseProblem when the block is missing or is not YAML
 */
export function splitFrontMatter(file: string, text: string): { readonly data: unknown; readonly body: string } {
  const block = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!block) throw new CourseProblem(file, "must begin with front matter between two --- lines");
  try {
    return { data: parse(block[1] as string), body: text.slice(block[0].length) };
  } catch (error) {
    throw new CourseProblem(file, `front matter is not YAML: ${(error as Error).message.split("\n")[0]}`);
  }
}

/**
 * Reads the front matter of a text: `keys`, each of them, and no other.
 *
 * @throws CourseProblem when the block is missing, is not YAML, or lacks a key or has one too many
 */
export function parseFrontMatter<K extends string>(
  file: string,
  text: string,
  keys: readonly K[],
): { readonly matter: Readonly<Record<K, string>>; readonly body: string } {
  const { data, body } = splitFrontMatter(file, text);
  const fields = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  for (const key of keys) {
    const value = fields[key];
    if (typeof value !== "string" || value.trim() === "") throw new CourseProblem(file, `front matter has no ${key}`);
  }
  const unknown = Object.keys(fields).find((key) => !(keys as readonly string[]).includes(key));
  if (unknown !== undefined) throw new CourseProblem(file, `front matter has an unknown key: ${unknown}`);
  return { matter: fields as Record<K, string>, body };
}
