import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MOST_EVENTS, MOST_MEMORY, MOST_WORK, START_OF_TIME_MS } from "../../sealed/host/limits.ts";
import { MAX_CONSOLE_BYTES } from "../../trace/limits.ts";
import { readExports, type Documented } from "./exports.ts";
import { SECTIONS } from "./sections.ts";

/** Where the reference is kept, relative to the project's folder. */
export const REFERENCE = "docs/reference.md";

const ELSEWHERE = "src/build/reference/elsewhere.md";
const SEALED = "src/build/reference/sealed.md";

const INTRODUCTION = `A program imports everything from the one module \`"ffi"\`. The spelling is Deno's; the words about ownership are this
project's own.`;

/** Words of a table, for a reader who looks one up. */
const NATIVE_TYPES = `## Native types

| in the table                                        | in TypeScript            | in C                                                          |
| --------------------------------------------------- | ------------------------ | ------------------------------------------------------------- |
| \`"void"\`                                            | nothing: a result only   | \`void\`                                                        |
| \`"bool"\`                                            | \`boolean\`                | \`bool\`                                                        |
| \`"i8"\` \`"u8"\` \`"i16"\` \`"u16"\` \`"i32"\` \`"u32"\`       | \`number\`                 | \`int8_t\` … \`uint32_t\`; out of range is FFI019, no silent wrap |
| \`"f32"\` \`"f64"\`                                     | \`number\`                 | \`float\`, \`double\`                                             |
| \`"i64"\` \`"u64"\`                                     | \`bigint\`                 | \`int64_t\`, \`uint64_t\`                                         |
| \`"isize"\` \`"usize"\`                                 | \`number\`                 | \`ptrdiff_t\`, \`size_t\`: 32 bits here, 64 on most machines      |
| \`"pointer"\`                                         | \`Pointer \\| null\`        | any pointer to data                                           |
| \`"function"\`                                        | \`Pointer \\| null\`        | a function pointer; a callback has one                        |
| \`"buffer"\`                                          | a typed array, or \`null\` | a pointer to a copy, copied back after the call               |
| \`struct({ x: "f64" })\`                              | \`{ x: number }\`          | a struct, by value                                            |
`;

/** The reference of the module \`"ffi"\` as Markdown, the same for the same sources. @throws Error when an export is in no section */
export function makeReference(root: string): { markdown: string; sources: string[] } {
  const { exports, sources } = readExports(root);
  const byName = new Map(exports.map((each) => [each.name, each]));
  const parts = SECTIONS.map(({ title, text, names }) => {
    const entries = names.map((name) => {
      const found = byName.get(name);
      if (!found) throw new Error(`the reference's section "${title}" names ${name}, which "ffi" does not export`);
      byName.delete(name);
      return entry(found);
    });
    return [`## ${title}`, text, ...entries].join("\n\n");
  });
  const [left] = byName.keys();
  if (left !== undefined) throw new Error(`"ffi" exports ${left}, which is in no section of the reference`);
  const elsewhere = perRuntime(readFileSync(join(root, ELSEWHERE), "utf8"));
  const [first, ...rest] = parts;
  const markdown = [
    '# The module "ffi"',
    INTRODUCTION,
    first,
    NATIVE_TYPES.trim(),
    ...rest,
    "## What differs in a sealed run",
    withLimits(readFileSync(join(root, SEALED), "utf8").trim()),
    "## The same call elsewhere",
    ELSEWHERE_TEXT,
    ...elsewhere,
  ].join("\n\n");
  return { markdown: `${markdown}\n`, sources: [...sources, join(root, ELSEWHERE), join(root, SEALED)] };
}

const MiB = 1024 * 1024;

/** What stands for a limit in the text, which are the engine's own. */
const LIMITS: Readonly<Record<string, string>> = {
  work: MOST_WORK.toLocaleString("en-US"),
  memory: String(MOST_MEMORY / MiB),
  events: MOST_EVENTS.toLocaleString("en-US"),
  output: String(MAX_CONSOLE_BYTES / MiB),
  start: new Date(START_OF_TIME_MS).toISOString(),
};

/** @throws Error for a limit that there is not */
const withLimits = (text: string): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const limit = LIMITS[name];
    if (limit === undefined) throw new Error(`${SEALED} names the limit ${name}, which there is not`);
    return limit;
  });

const ELSEWHERE_TEXT = `What a line here becomes with another runtime and a native library. Deno's interface needs \`--allow-ffi\`. \`node:ffi\` is
experimental, came with Node 26.1, and is behind a flag in its first versions. In Rust, text with a NUL inside is an error of \`CString::new\`, as
it is here.`;

/** The one wide table as a narrow one for each runtime: a reader has one of them in mind, and often a narrow screen. */
function perRuntime(table: string): string[] {
  const [head = [], , ...rows] = table
    .trim()
    .split("\n")
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return head.slice(1).map((runtime, index) => {
    const lines = rows.map((cells) => `| ${cells[0] ?? ""} | ${cells[index + 1] ?? ""} |`);
    return [`### ${runtime.replaceAll("`", "")}`, `| here | there |\n| --- | --- |\n${lines.join("\n")}`].join("\n\n");
  });
}

function entry({ name, signature, text, examples, throws, members }: Documented): string {
  const parts = [`### ${name}`, code(signature), text];
  if (throws.length > 0) parts.push(throws.map((each) => `Throws ${each}`).join("\n\n"));
  const plain = members.filter((member) => member.text === "");
  const told = members.filter((member) => member.text !== "");
  if (told.length > 0) {
    parts.push(told.map((each) => `- \`${oneLine(each.signature)}\`: ${oneLine(each.text)}`).join("\n"));
  }
  if (plain.length > 0) parts.push(code(plain.map((member) => oneLine(member.signature)).join("\n")));
  parts.push(...examples.map(code));
  return parts.join("\n\n");
}

const code = (text: string): string => `\`\`\`ts\n${text}\n\`\`\``;
const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
