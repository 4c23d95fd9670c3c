import { expect, test } from "./playground-page.ts";

const MISSPELT = `import { dlopen } from "ffi";
using strings = dlopen("strings", {
  stored_lenght: { parameters: [], result: "usize" },
});
console.log(strings.symbols.stored_length());
`;

test("a misspelt function is underlined, and a quick fix declares the one that was meant", async ({ playground }) => {
  const { page } = playground;
  await playground.open("strings", MISSPELT);
  await expect(page.locator(".squiggly-error").first()).toBeVisible();
  await playground.editor.focus();
  await page.keyboard.press("F8");
  await page.keyboard.press("ControlOrMeta+.");
  const fix = page.getByText("Declare stored_length instead");
  await expect(fix.first()).toBeVisible();
  await fix.first().click();
  await playground.runToEnd();
  expect(await playground.kept()).toBe(MISSPELT.replace("stored_lenght", "stored_length"));
  expect(await playground.printed()).toEqual(["0"]);
});

test("a declaration unlike its prototype is repaired where the run found it", async ({ playground }) => {
  const { page } = playground;
  const program = MISSPELT.replace("stored_lenght", "stored_length").replace('"usize"', '"pointer"');
  await playground.open("strings", program);
  await playground.runToEnd();
  await expect(page.locator(".squiggly-error").first()).toBeVisible();
  await playground.editor.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("F8");
  await page.keyboard.press("ControlOrMeta+.");
  await page.getByText("Declare stored_length as its C prototype says").first().click();
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["0"]);
});

test("the whole table of the lesson's library is inserted by a command", async ({ playground }) => {
  const { page } = playground;
  await playground.open("strings", "export {};\n");
  await playground.editor.focus();
  await page.keyboard.press("F1");
  await page.keyboard.type("Insert the declarations");
  await page.getByText("Insert the declarations of strings.h").first().click();
  await playground.runToEnd();
  const text = (await playground.kept()) ?? "";
  expect(text).toContain('get_error_message: { parameters: [], result: owned("pointer", "free_string") },');
  expect(text).toContain('import { borrowed, dlopen, owned, taken } from "ffi";');
});

test("a function's hover has its C prototype and says who owns what", async ({ playground }) => {
  const { page } = playground;
  await playground.open("strings", MISSPELT);
  await page.locator(".view-line").getByText("stored_length", { exact: false }).last().hover();
  const word = page.locator(".view-line span", { hasText: /^stored_length$/ }).last();
  await word.hover();
  await expect(page.locator(".monaco-hover").getByText("size_t stored_length(void)").first()).toBeVisible();
});

test("a promise that nobody awaits is a warning", async ({ playground }) => {
  await playground.open("strings", "async function late(): Promise<void> {}\nlate();\nexport {};\n");
  await expect(playground.page.locator(".squiggly-warning").first()).toBeVisible();
});

test("a narrow screen has a button for the table", async ({ page, playground }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await playground.open("strings", "export {};\n");
  await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Code" }).click();
  const button = page.getByRole("button", { name: "Insert the declarations of strings.h" });
  await button.click();
  await expect(playground.editor).toHaveValue(/set_name: \{ parameters: \["pointer"\], result: "bool" \}/);
  await expect(button).toHaveCount(0);
});
