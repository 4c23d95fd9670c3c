import { storageKey } from "../../src/state/storage/record-store.ts";
import { expect, test } from "./playground-page.ts";

const KEY = storageKey("program", "strings");

test("a reload keeps the code, saved by the run", async ({ playground }) => {
  await playground.open();
  await playground.type('console.log("mine");');
  await playground.runToEnd();
  expect(await playground.kept()).toBe('console.log("mine");');
  await playground.page.reload();
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["mine"]);
});

test("code that was only typed is kept after a pause", async ({ playground }) => {
  await playground.open();
  await playground.type('console.log("typed");');
  await expect.poll(() => playground.kept()).toBe('console.log("typed");');
});

test("code typed right before the page is left is kept", async ({ playground }) => {
  await playground.open();
  await playground.type('console.log("last words");');
  await playground.page.goto("about:blank");
  await playground.open();
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["last words"]);
});

test("a program of the lesson takes the place of the reader's, who can have theirs back", async ({ playground }) => {
  const { page } = playground;
  await playground.open("strings", 'console.log("mine");');
  await expect(playground.editor).toBeAttached();
  await page.getByRole("button", { name: "Load", exact: true }).click();
  await page.getByRole("menuitem", { name: /^Starter/ }).click();
  await playground.runToEnd();
  await expect(playground.lines.first()).toContainText("version:");
  await page.getByRole("button", { name: "Bring mine back" }).click();
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["mine"]);
});

test("kept code that cannot be read is set aside, and the page says so", async ({ playground }) => {
  await playground.page.goto(playground.page.url());
  await playground.open();
  await playground.page.evaluate((key) => localStorage.setItem(key, "garbage"), KEY);
  await playground.page.reload();
  await expect(playground.alert.filter({ hasText: "could not be read" })).toBeVisible();
  await playground.runToEnd();
  await expect(playground.lines.first()).toContainText("version:");
  expect(await playground.page.evaluate((key) => localStorage.getItem(`${key}:unreadable`), KEY)).toBe("garbage");
});

test("a browser that blocks storage still runs programs, and the page says that nothing is kept", async ({
  playground,
}) => {
  await playground.page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    }
  });
  await playground.page.goto(`${process.env["SITE_URL"]}#/lesson/strings`);
  await expect(playground.alert.filter({ hasText: "lets the page keep nothing" })).toBeVisible();
  await playground.type('console.log("not kept");');
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["not kept"]);
});

test("storage that is full is told, and the program runs", async ({ playground }) => {
  await playground.open();
  await playground.page.evaluate(() => {
    // Fills what there is, to the last character.
    for (let size = 4 * 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let i = 0; ; i++) localStorage.setItem(`filler:${size}:${i}`, "x".repeat(size));
      } catch {
        continue;
      }
    }
  });
  await playground.type(`console.log("too much");`);
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["too much"]);
  await expect(playground.alert.filter({ hasText: "storage is full" })).toBeVisible();
});

test("after a crash the code is offered back, and does not run by itself", async ({ playground }) => {
  await playground.open("strings", 'console.log("the one that crashed");');
  // What a page that went down while the program ran leaves behind.
  await playground.page.addInitScript((key) => {
    // The sandboxed frame gets this script as well, and has no storage.
    if (window === top) sessionStorage.setItem(key, '{"version":1,"data":{"slug":"strings"}}');
  }, storageKey("running"));
  await playground.page.reload();
  await expect(playground.alert.filter({ hasText: "went down while your program ran" })).toBeVisible();
  await expect(playground.editor).toBeAttached();
  await expect(playground.page.getByText("Press Run", { exact: false }).first()).toBeVisible();
  await expect(playground.lines).toHaveCount(0);
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["the one that crashed"]);
});
