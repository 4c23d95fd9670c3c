import type { Page } from "playwright/test";
import { expect, SITE, test } from "./playground-page.ts";

const HEAP = /\/assets\/Heap-[^/]*\.js$/;
const PROGRAM = `import { dlopen } from "ffi";
using strings = dlopen("strings", {} as const);
using block = strings.alloc(16);
console.log("ran");`;

/** A Heap panel in place of the page's own: it fails as long as the page's `heapFails` says so. */
const FAILING_HEAP = `export default function Heap() {
  if (globalThis.heapFails) throw new RangeError("the trace has no crossing 7");
  return "the heap, drawn";
}`;

const set = (page: Page, name: "heapFails" | "pageFails", value: boolean): Promise<void> =>
  page.evaluate(([key, on]) => void Object.assign(globalThis, { [key]: on }), [name, value] as const);

/** What React writes to the console of what was caught. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  return errors;
}

test("a panel that fails says so, the others and the editor go on, and Try again draws it", async ({ playground }) => {
  const { page } = playground;
  const errors = errorsOf(page);
  await page.addInitScript(() => Object.assign(globalThis, { heapFails: true }));
  await page.route(HEAP, (route) => route.fulfill({ contentType: "text/javascript", body: FAILING_HEAP }));
  await playground.open("strings", PROGRAM);
  await playground.runToEnd();
  await playground.show("Heap");
  const alert = playground.alert.filter({ hasText: "The Heap panel cannot be shown" });
  await expect(alert).toContainText("RangeError: the trace has no crossing 7");
  expect(errors.join("\n"), "a developer finds it in the console").toContain("the trace has no crossing 7");

  await playground.show("Output");
  await expect(playground.lines.first()).toContainText("ran");
  await playground.type(PROGRAM.replace("ran", "ran again"));
  await playground.runToEnd();
  await expect(playground.lines.first()).toContainText("ran again");
  await expect.poll(() => playground.kept()).toContain("ran again");

  await playground.show("Heap");
  const again = alert.getByRole("button", { name: "Try again" });
  await again.click();
  await expect(alert, "the cause is still there").toBeVisible();
  await set(page, "heapFails", false);
  await again.press("Enter");
  await expect(page.getByRole("tabpanel", { name: "Heap" })).toHaveText("the heap, drawn");
  await expect(alert).toBeHidden();
  await expect(page.getByRole("tabpanel", { name: "Heap" }), "the focus is not lost").toBeFocused();
});

test("a panel that failed is drawn again by itself in the next run, and when it is opened again", async ({
  playground,
}) => {
  const { page } = playground;
  await page.addInitScript(() => Object.assign(globalThis, { heapFails: true }));
  await page.route(HEAP, (route) => route.fulfill({ contentType: "text/javascript", body: FAILING_HEAP }));
  await playground.open("strings", PROGRAM);
  await playground.show("Heap");
  await playground.runToEnd();
  const alert = playground.alert.filter({ hasText: "The Heap panel cannot be shown" });
  const drawn = page.getByRole("tabpanel", { name: "Heap" }).getByText("the heap, drawn");
  await expect(alert).toBeVisible();
  await set(page, "heapFails", false);
  await playground.runToEnd();
  await expect(drawn).toBeVisible();

  await set(page, "heapFails", true);
  await playground.runToEnd();
  await expect(alert).toBeVisible();
  await playground.show("Output");
  await set(page, "heapFails", false);
  await playground.show("Heap");
  await expect(drawn).toBeVisible();
});

test("a panel whose code does not arrive says so, and Try again loads it", async ({ playground }) => {
  const { page } = playground;
  await page.route(HEAP, (route) => route.abort());
  await playground.open("strings", PROGRAM);
  await playground.runToEnd();
  await playground.show("Heap");
  const alert = playground.alert.filter({ hasText: "The Heap panel did not load" });
  await expect(alert).toBeVisible();
  await expect(playground.run).toBeVisible();
  await page.unroute(HEAP);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("tr[data-block='1']")).toContainText("block");
  await expect(alert).toBeHidden();
});

test("when the whole page fails, what was written a moment before is kept, and Try again brings it back", async ({
  playground,
}) => {
  const { page } = playground;
  const errors = errorsOf(page);
  await page.addInitScript(() => {
    const matches = Object.getOwnPropertyDescriptor(MediaQueryList.prototype, "matches")!;
    Object.defineProperty(MediaQueryList.prototype, "matches", {
      get(this: MediaQueryList) {
        if ((globalThis as { pageFails?: boolean }).pageFails) throw new Error("no width is known");
        return matches.get!.call(this) as boolean;
      },
    });
  });
  await playground.open("strings", PROGRAM);
  await playground.type(PROGRAM.replace("ran", "written last"));
  await page.evaluate(() => {
    Object.assign(globalThis, { pageFails: true });
    location.hash = "#/lesson/strings/a-safe-wrapper";
  });
  const alert = playground.alert.filter({ hasText: "FFI Playground cannot be shown" });
  await expect(alert).toContainText("no width is known");
  await expect(alert.getByRole("button", { name: "Try again" })).toBeFocused();
  expect(await playground.kept()).toContain("written last");
  expect(errors.join("\n")).toContain("no width is known");
  await set(page, "pageFails", false);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(playground.run).toBeEnabled();
  await playground.runToEnd();
  await expect(playground.lines.first()).toContainText("written last");
});

test("a page that fails leaves the list of lessons, and is drawn when it is opened again", async ({ playground }) => {
  const { page } = playground;
  await page.addInitScript(() => {
    const Observer = ResizeObserver;
    globalThis.ResizeObserver = class extends Observer {
      constructor(told: ResizeObserverCallback) {
        if ((globalThis as { pageFails?: boolean }).pageFails) throw new Error("no size is known");
        super(told);
      }
    };
    Object.assign(globalThis, { pageFails: true });
  });
  await page.goto(`${SITE}#/performance`);
  const alert = playground.alert.filter({ hasText: "The page “Performance” cannot be shown" });
  await expect(alert).toContainText("no size is known");
  await set(page, "pageFails", false);
  const course = page.getByRole("navigation", { name: "Course" });
  await course.getByRole("link", { name: "Glossary" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Glossary");
  await course.getByRole("link", { name: "Performance" }).click();
  await expect(page.getByRole("button", { name: "Measure" })).toBeVisible();
  await expect(alert).toBeHidden();
});

test("a page that fails altogether says so, and another address is shown", async ({ playground }) => {
  const { page } = playground;
  const body = `export default function Tour() { throw new Error("there is no tour today"); }`;
  await page.route(/\/assets\/tour-[^/]*\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body }));
  await page.goto(`${SITE}#/tour`);
  await expect(playground.alert.filter({ hasText: "This page cannot be shown" })).toContainText("no tour today");
  await page.evaluate(() => void (location.hash = "#/glossary"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Glossary");
});
