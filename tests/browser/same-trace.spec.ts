import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import ts from "typescript";
import { libraryNames, WASM } from "../../src/cli/library-files.ts";
import { runProgram, type ProgramRunOptions } from "../../src/cli/run-program.ts";
import { compileProgram } from "../../src/compiler/index.ts";
import { EventKind } from "../../src/trace/format.ts";
import { rightPrograms, type RightProgram } from "../programs/right-programs.ts";
import { COLUMNS, columnsOf, type Columns } from "./columns.ts";
import { expect, test } from "./playground-page.ts";
import { openRuns } from "./open-runs.ts";
import type { Job } from "./run-many.ts";

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

async function inNode(text: string, options: ProgramRunOptions = {}): Promise<Columns> {
  const outcome = await runProgram(text, { samples: true, ...options });
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  return columnsOf(outcome.batches);
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

/** Every program without a fault, each by both builds of its libraries, one after the other in one page. */
test("every right program does the same in Chromium and in Node, checked and fast", async ({ page }) => {
  const programs = rightPrograms();
  expect(programs.length).toBeGreaterThan(30);
  test.setTimeout(60_000 + programs.length * 5_000);
  await openRuns(page);
  for (const program of programs) {
    const { name, text, folder, conditions } = program;
    const options = { ...conditions, ...(folder && { folder }) };
    const traces: Columns[] = [];
    // Only the checker sets run conditions.
    const builds = Object.keys(conditions).length > 0 ? (["checked"] as const) : (["checked", "fast"] as const);
    for (const build of builds) {
      const job = jobFor(program, build);
      const [here, there] = await Promise.all([
        page.evaluate((asked) => window.runs.run(asked), job),
        inNode(text, { ...options, build }),
      ]);
      expect(here, `${name}, ${build}`).toEqual(there);
      expect(here.kind.at(-1), `${name}, ${build}`).toBe(EventKind.End);
      expect(here.kind, `${name}, ${build}`).not.toContain(EventKind.Fault);
      traces.push(here);
    }
    const [checked, ...fast] = traces.map(printed);
    for (const lines of fast) expect(lines, name).toEqual(checked);
  }
});

/** The lines a program printed. */
const printed = ({ kind, b, strings }: Columns): unknown[] =>
  kind.flatMap((event, index) => (event === EventKind.Console ? [strings[Number(b[index]) - 1]] : []));

function jobFor({ text, folder, conditions }: RightProgram, build: Job["build"]): Job {
  const outcome = compileProgram(ts, text);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  const { program } = outcome;
  const known = libraryNames(folder ?? WASM);
  const libraries = program.libraries?.filter((name) => known.includes(name)) ?? known;
  return { program, libraries, known, folder: folder ? "/fixtures/" : "/wasm/", build, conditions };
}
