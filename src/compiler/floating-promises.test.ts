import ts from "typescript";
import { expect, test } from "vitest";
import { floatingPromises } from "./floating-promises.ts";

const BEGIN = `
declare function send(): Promise<number>;
declare function maybe(): Promise<void> | undefined;
declare function now(): number;
declare const anything: any;
async function main() {
`;

/** What is remarked on in the body of a function. */
function remarkedOn(body: string): string[] {
  const text = `${BEGIN}${body}\n}\nexport {};`;
  const source = ts.createSourceFile("program.ts", text, ts.ScriptTarget.ES2022, true);
  const options: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, strict: true, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => (name === "program.ts" ? source : getSourceFile(name, ...rest));
  const program = ts.createProgram(["program.ts"], options, host);
  return floatingPromises(ts, source, program.getTypeChecker()).map(({ start, length }) =>
    text.slice(start, start + length),
  );
}

test("a promise that is a statement by itself is remarked on, wherever it stands", () => {
  const body =
    "send();\nif (now()) (send());\nconst later = send();\nlater;\nmaybe();\nsend().then(now);\n[1].forEach(() => { send(); });";
  expect(remarkedOn(body)).toEqual(["send()", "(send())", "later", "maybe()", "send().then(now)", "send()"]);
});

test("one that is awaited, kept, returned, given on, looked after or meant is not; nor is what is no promise", () => {
  const body =
    "await send();\nvoid send();\nconst kept = send();\nawait Promise.all([kept, send()]);\nsend().catch(now);\n" +
    "send().then(now, now);\nsend().catch(now).finally(now);\nnow();\nanything();\nnew Map();\nreturn send();";
  expect(remarkedOn(body)).toEqual([]);
});
