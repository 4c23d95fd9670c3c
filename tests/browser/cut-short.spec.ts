import { HOLD_FOR_EVER, LEAK_THEN_THROW } from "../programs/cut-short.ts";
import { expect, test } from "./playground-page.ts";

// What the page says of a program that did not reach its end: what is still held and by whom, and never that nothing leaked.

test("after an exception", async ({ playground }) => {
  const { page } = playground;
  await playground.open("strings", LEAK_THEN_THROW);
  await playground.runToEnd();
  const sentences =
    "Leaks were not judged, because the program did not reach its end. TypeScript still held block 2 (message), 18 bytes, which the program has to release.";
  await expect(page.getByText("Ended by an exception.")).toBeVisible();
  await expect(page.getByText(sentences, { exact: true })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "Run ended by an exception: no faults." })).toContainText(
    sentences,
  );
  await expect(page.getByText("nothing leaked")).toHaveCount(0);
});

test("after Stop", async ({ playground }) => {
  const { page } = playground;
  await playground.open("zero-copy", HOLD_FOR_EVER);
  await playground.ended(async () => {
    await playground.run.click();
    await expect(playground.lines.first()).toContainText("before the loop");
    await playground.stop.click();
  });
  const sentences =
    "TypeScript still held 2 blocks, together 16 bytes, which the program has to release. C still held 2 blocks, together 24 bytes, of its own.";
  await expect(page.getByText("Stopped. Until then:")).toBeVisible();
  await expect(page.locator("footer").filter({ hasText: "Stopped." })).toContainText(sentences);
  await expect(page.getByRole("status").filter({ hasText: "Run stopped: no faults." })).toContainText(sentences);
  await expect(page.getByText("nothing leaked")).toHaveCount(0);
});
