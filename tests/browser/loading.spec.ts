import { expect, test } from "./playground-page.ts";

const EDITOR = /\/assets\/.*(monaco|editor|worker).*\.js$/i;

test("the lesson's text shows before the editor's code has loaded", async ({ playground }) => {
  const { page } = playground;
  let letThrough = (): void => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  let asked = 0;
  await page.route(EDITOR, async (route) => {
    asked += 1;
    await held;
    await route.continue();
  });
  await page.goto(`${process.env["SITE_URL"]}#/lesson/strings`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("article").or(page.getByRole("main")).first()).toContainText("NUL");
  await expect.poll(() => asked).toBeGreaterThan(0);
  await expect(playground.editor).not.toBeAttached();
  letThrough();
  await expect(playground.editor).toBeAttached();
});

test("Run pressed before the editor has loaded runs as soon as it can", async ({ playground }) => {
  const { page } = playground;
  await page.goto(`${process.env["SITE_URL"]}#/lesson/strings`);
  await playground.runToEnd();
  await expect(playground.lines.first()).toContainText("version:");
});

test("a library that does not load is named, and Try again loads it", async ({ playground }) => {
  const { page } = playground;
  await page.route(/strings\.checked.*\.wasm$/, (route) => route.abort());
  await playground.open();
  await playground.runToEnd();
  const alert = playground.alert.filter({ hasText: "“strings” did not load" });
  await expect(alert).toBeVisible();
  await page.unroute(/strings\.checked.*\.wasm$/);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(playground.lines.first()).toContainText("version:");
  await expect(alert).toBeHidden();
});

test("a library that arrives damaged is named, and Try again loads it", async ({ playground }) => {
  const { page } = playground;
  await page.route(/strings\.checked.*\.wasm$/, (route) => route.fulfill({ body: "not a module" }));
  await playground.open();
  await playground.runToEnd();
  const alert = playground.alert.filter({ hasText: "“strings” did not start" });
  await expect(alert).toBeVisible();
  await page.unroute(/strings\.checked.*\.wasm$/);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(playground.lines.first()).toContainText("version:");
});

test("a runner that does not load is told, and Try again loads it", async ({ playground }) => {
  const { page } = playground;
  await page.route(/\/runner-.*\.js$/, (route) => route.abort());
  await playground.open();
  await playground.runToEnd();
  const alert = playground.alert.filter({ hasText: "did not load" });
  await expect(alert).toBeVisible();
  await page.unroute(/\/runner-.*\.js$/);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(playground.lines.first()).toContainText("version:");
});

test("a ledger that does not load is told beside the lesson's text, and Try again loads it", async ({ playground }) => {
  const { page } = playground;
  await page.route(/\/ledger-.*\.js$/, (route) => route.abort());
  await page.goto(`${process.env["SITE_URL"]}#/lesson/strings`);
  await expect(page.getByRole("main").first()).toContainText("NUL");
  const again = page.getByRole("button", { name: "Try again" }).first();
  await expect(again).toBeVisible();
  await page.unroute(/\/ledger-.*\.js$/);
  await again.click();
  await playground.runToEnd();
  await expect(playground.lines.first()).toContainText("version:");
});

test("an address that leads nowhere says so", async ({ playground }) => {
  const { page } = playground;
  for (const hash of ["#/exam/1", "#/lesson/no-such-lesson", "#/lesson/Strings/%E0", "#/fault/FFI099", "#/page/none"]) {
    await page.goto("about:blank");
    await page.goto(`${process.env["SITE_URL"]}${hash}`);
    await expect(playground.alert.filter({ hasText: "." })).toBeVisible();
    await expect(page.getByRole("link", { name: /Strings/ }).first()).toBeVisible();
  }
});
