import { readFileSync } from "node:fs";
import { expect, test } from "./playground-page.ts";

const lessonFile = (name: string): string =>
  readFileSync(new URL(`../../lessons/02-strings/${name}`, import.meta.url), "utf8");
const lineOf = (text: string, part: string): number => text.split("\n").findIndex((line) => line.includes(part)) + 1;

test("the starter runs and shows what it printed, its crossings and its blocks", async ({ playground }) => {
  await playground.open();
  await playground.runToEnd();
  await expect(playground.lines.first()).toContainText("version:");
  await expect(playground.lines).toHaveCount(4);
  await playground.show("Crossings");
  await expect(playground.page.getByText("get_version").first()).toBeVisible();
  await playground.show("Heap");
  await expect(playground.page.getByText("ada").first()).toBeVisible();
  await playground.show("Faults");
  await expect(playground.page.getByText(/^No fault/)).toBeVisible();
});

test("an edited program runs as edited", async ({ playground }) => {
  await playground.open();
  await playground.type('console.log("written", 6 * 7);');
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["written 42"]);
});

test("a fault shows at its TypeScript line and its C line", async ({ playground }) => {
  const program = lessonFile("mistakes/use-after-free-stored.ts");
  await playground.open("strings", program);
  await playground.runToEnd();
  await playground.show("Faults");
  const fault = playground.page.getByRole("article", { name: "FFI004 use-after-free" });
  await expect(fault).toHaveCount(1);
  await expect(fault).toContainText("strings.c");
  await expect(fault).toContainText("stored_length");
  const line = lineOf(program, "stored_length()");
  await expect(fault.getByText(`line ${line}`)).toBeVisible();
});

test("every mistake shows the one fault it is there for", async ({ playground }) => {
  test.setTimeout(90_000);
  await playground.open();
  const menu = playground.page.getByRole("button", { name: "Load", exact: true });
  await menu.click();
  const mistakes = playground.page.getByRole("menuitem", { name: /FFI\d\d\d/ });
  await expect(mistakes.first()).toBeVisible();
  const count = await mistakes.count();
  expect(count).toBeGreaterThanOrEqual(2);
  await playground.page.keyboard.press("Escape");
  for (let i = 0; i < count; i++) {
    await menu.click();
    const code = /FFI\d\d\d/.exec(await mistakes.nth(i).innerText())?.[0] ?? "none";
    await mistakes.nth(i).click();
    await playground.runToEnd();
    await playground.show("Faults");
    await expect(playground.page.getByRole("article", { name: /^FFI/ })).toHaveCount(1);
    await expect(playground.page.getByRole("article", { name: new RegExp(`^${code}`) })).toBeVisible();
  }
});

test("a program that does not parse says where, and is not run", async ({ playground }) => {
  await playground.open("strings", 'console.log("one");\nconst = 2;');
  await playground.runToEnd();
  await expect(playground.alert.filter({ hasText: "cannot be read as TypeScript" })).toContainText("line 2");
  await expect(playground.lines).toHaveCount(0);
});

test("a program with a type error still runs", async ({ playground }) => {
  await playground.open("strings", 'const n: number = "text"; console.log("ran", n);');
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["ran text"]);
});

test("an exception that nothing caught is named with its line", async ({ playground }) => {
  await playground.open("strings", 'console.log("before");\n\nthrow new RangeError("too far");');
  await playground.runToEnd();
  await expect(playground.page.getByText("RangeError: too far")).toContainText("line 3");
});

for (const [location, begin] of [
  ["a timer", "setTimeout"],
  ["a microtask", "queueMicrotask"],
] as const) {
  test(`what ${location} throws while the program waits is named with its line, and ends it`, async ({
    playground,
  }) => {
    const program = `${begin}(() => {\n  throw new RangeError("too late");\n});\nawait new Promise((go) => setTimeout(go, 200));\nconsole.log("after");`;
    await playground.open("strings", program);
    await playground.runToEnd();
    await expect(playground.page.getByText("RangeError: too late")).toContainText("line 2");
    await expect(playground.page.getByText("after", { exact: true })).toHaveCount(0);
  });
}

test("Mod+Enter runs from within the editor, and from without", async ({ playground }) => {
  await playground.open("strings", 'console.log("by key");');
  await playground.editor.focus();
  await playground.ended(() => playground.page.keyboard.press("ControlOrMeta+Enter"));
  await expect(playground.lines).toHaveText([/by key/]);
  await playground.run.focus();
  await playground.ended(() => playground.page.keyboard.press("ControlOrMeta+Enter"));
  await expect(playground.lines).toHaveText([/by key/]);
  expect(await playground.editor.inputValue().catch(() => "")).not.toContain("\n\n");
});
