import type { Locator, Page } from "playwright/test";
import { expect, SITE, test } from "./playground-page.ts";

/** Presses Tab until something has the focus, as a reader without a pointer has to. */
async function tabTo(page: Page, target: Locator, key = "Tab"): Promise<void> {
  for (let i = 0; i < 120; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}`);
}

test("the strings lesson from reading to fault to repair, by keyboard alone", async ({ playground }) => {
  test.setTimeout(120_000);
  const { page } = playground;
  await page.goto(SITE);

  // To the lesson, and through its text.
  await tabTo(page, page.getByRole("link", { name: /Strings/ }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Strings" })).toBeVisible();
  await expect(playground.editor).toBeAttached();

  // A wrong program, and its run.
  await tabTo(page, page.getByRole("button", { name: "Load", exact: true }));
  await page.keyboard.press("Enter");
  const mistake = page.getByRole("menuitem", { name: /FFI003 double-free/ });
  await expect(mistake).toBeVisible();
  await tabTo(page, mistake, "ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("status").filter({ hasText: "Run finished: 1 fault" })).toBeAttached();

  // To the snapshot of the fault.
  await tabTo(page, page.getByRole("button", { name: "Skip the editor" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: /^Output/ })).toBeFocused();
  await tabTo(page, page.getByRole("tab", { name: /^Faults/ }), "ArrowRight");
  await page.keyboard.press("Enter");
  const fault = page.getByRole("article", { name: "FFI003 double-free" });
  await expect(fault).toBeVisible();
  await page.keyboard.press("f");
  const slider = page.getByRole("slider", { name: "Moment of the run" });
  await expect(slider).toHaveAttribute("aria-valuetext", /FFI003 double-free/);

  // Back to when the memory was released the first time.
  await tabTo(page, fault.getByRole("button", { name: "When it was released" }));
  await page.keyboard.press("Enter");
  await expect(slider).toHaveAttribute("aria-valuetext", /released by free_string/);
  await page.keyboard.press("f");

  // Into the editor at the line to blame, which goes.
  await tabTo(page, fault.getByRole("button", { name: "Line 19 of the program" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Delete");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("status").filter({ hasText: "Run finished: no faults, nothing leaked" })).toBeAttached();

  // Out of the editor again.
  await page.keyboard.press("Escape");
  await expect(playground.run).toBeFocused();
});
