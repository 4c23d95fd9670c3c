import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { runProgram } from "../../src/cli/run-program.ts";
import { EventKind, type TraceBatch } from "../../src/contract/trace.ts";
import { expect, test } from "./playground-page.ts";

/** The columns of a trace that have to be the same wherever the program ran; when something happened does not. */
const COLUMNS = ["kind", "site", "cSite", "a", "b", "c", "d", "values", "strings"] as const;
type Columns = Record<(typeof COLUMNS)[number], unknown[]>;

declare global {
  interface Window {
    received: Record<string, Iterable<unknown>>[];
  }
}

/** Keeps what the worker sends, as the page gets it. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.received = [];
    const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage")!;
    Object.defineProperty(MessagePort.prototype, "onmessage", {
      configurable: true,
      get: get!,
      set(this: MessagePort, listener: ((event: MessageEvent) => void) | null) {
        set!.call(
          this,
          listener &&
            ((event: MessageEvent) => {
              // React's own scheduler posts to itself, too.
              const { type, batch } = (event.data ?? {}) as {
                type?: string;
                batch?: Record<string, Iterable<unknown>>;
              };
              if (type === "batch" && batch) window.received.push(batch);
              listener.call(this, event);
            }),
        );
      },
    });
  });
}

const inPage = (page: Page): Promise<Columns> =>
  page.evaluate(
    (names) =>
      Object.fromEntries(
        names.map((name) => [name, window.received.flatMap((batch) => [...(batch[name] ?? [])])]),
      ) as Columns,
    COLUMNS,
  );

async function inNode(text: string): Promise<Columns> {
  const outcome = await runProgram(text);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const all = (name: keyof TraceBatch) => outcome.batches.flatMap((batch) => [...(batch[name] as Iterable<unknown>)]);
  return Object.fromEntries(COLUMNS.map((name) => [name, all(name)])) as Columns;
}

const starter = readFileSync(new URL("../../lessons/02-strings/starter.ts", import.meta.url), "utf8");

test("every program of the strings lesson gives the same trace in Chromium and in Node", async ({
  page,
  playground,
}) => {
  test.setTimeout(120_000);
  await listen(page);
  await playground.open();
  const menu = page.getByRole("button", { name: "Load", exact: true });
  const items = page.getByRole("menuitem");
  await menu.click();
  const names = await items.allInnerTexts();
  await page.keyboard.press("Escape");
  for (const [index, name] of names.entries()) {
    await page.evaluate(() => void (window.received = []));
    await menu.click();
    await items.nth(index).click();
    await playground.run.click();
    await expect.poll(async () => (await inPage(page)).kind.at(-1), { message: name }).toBe(EventKind.End);
    // A program that is not the starter is kept before it runs.
    const text = (await playground.kept()) ?? starter;
    const [here, there] = [await inPage(page), await inNode(text)];
    expect(here.kind.length, name).toBeGreaterThan(5);
    expect(here, name).toEqual(there);
  }
  // The starter, the solution, and at least ten mistakes.
  expect(names.length).toBeGreaterThanOrEqual(12);
});
