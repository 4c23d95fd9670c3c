import { expect, SITE, test } from "./playground-page.ts";

test("a choice brings the explanation, keeps it, and the program that answers runs at a press", async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open("callbacks");
  const question = page.getByRole("region", { name: "Question 1" });
  const options = question.getByRole("radio");
  await expect(question.getByText(/^(Yes|No)\.$/)).toHaveCount(0);
  await options.first().focus();
  await page.keyboard.press("ArrowDown");
  // Moving is not choosing.
  await expect(options.nth(1)).toBeFocused();
  await expect(question.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.keyboard.press("Space");
  await expect(options.nth(1)).toBeChecked();
  await expect(question.getByText(/^(Yes|No)\.$/)).toBeVisible();
  await playground.ended(() => question.getByRole("button", { name: "Run it" }).click());
  await expect(playground.page.getByRole("tab", { name: /^Faults/ })).toContainText("1");
  await page.reload();
  await expect(page.getByRole("region", { name: "Question 1" }).getByRole("radio").nth(1)).toBeChecked();
});

test("both programs of an anti-pattern run: one has its fault, at its line, the other has none", async ({
  playground,
}) => {
  const { page } = playground;
  await page.goto(`${SITE}#/anti-pattern/leak`);
  await page.getByRole("button", { name: "Run both" }).click();
  const wrong = page.getByRole("region", { name: "The wrong program", exact: true });
  await expect(wrong.getByText("FFI002 leak at line 15, in C")).toBeVisible();
  await expect(wrong.getByRole("link", { name: "FFI002 leak" })).toBeVisible();
  await expect(page.getByRole("region", { name: "The right program", exact: true })).toContainText(
    "nothing leaked, no fault",
  );
});

test("the tour prints a section for each lesson and ends without a fault", async ({ playground }) => {
  const { page } = playground;
  await page.goto(`${SITE}#/tour`);
  const stops = page.getByRole("main").getByRole("heading", { level: 2 });
  // The page comes after its frame: a count does not wait for it, as clicking does.
  await expect(stops.first()).toBeVisible();
  const count = await stops.count();
  await page.getByRole("button", { name: "Run the tour" }).click();
  await expect(page.getByRole("status")).toContainText(`${count} demonstrations`);
  await expect(page.getByRole("status")).toContainText("0 faults");
  await expect(page.getByRole("region", { name: /^What .* printed$/ })).toHaveCount(count);
});

test("the key / searches the course, and Enter goes to what was found", async ({ playground }) => {
  const { page } = playground;
  await page.goto(`${SITE}#/glossary`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const search = page.getByRole("combobox", { name: "Search the course" });
  // The text shows a moment before the page listens to keys.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(search).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await search.fill("quarantine");
  await expect(page.getByRole("option").first()).toContainText("Quarantine");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox")).toBeHidden();
  expect(page.url()).toContain("#/glossary/quarantine");
});

test("the opening page offers to go on where the reader was", async ({ playground }) => {
  const { page } = playground;
  await page.goto(`${SITE}#/lesson/strings/a-safe-wrapper`);
  await expect(page.locator('[aria-current="location"]')).toHaveText("A safe wrapper");
  await page.goto(`${SITE}#/`);
  await page.getByRole("link", { name: "Go on with Strings · A safe wrapper" }).click();
  await expect(page.locator("#a-safe-wrapper")).toBeInViewport();
});

test("costs are measured here, drawn, and told in a table", async ({ playground }) => {
  test.setTimeout(120_000);
  const { page } = playground;
  await page.goto(`${SITE}#/performance`);
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(page.getByRole("status")).toContainText("Done: 20 figures", { timeout: 90_000 });
  await expect(page.getByRole("img", { name: /as a chart$/ })).toHaveCount(5);
  await page.getByText("The figures").first().click();
  await expect(page.getByRole("rowheader", { name: "C calls TypeScript" })).toBeVisible();
});
