import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import ts from "typescript";
import { libraryNames, WASM } from "../../src/cli/library-files.ts";
import { runProgram, type ProgramRunOptions } from "../../src/cli/run-program.ts";
import { compileProgram } from "../../src/compiler/index.ts";
import type { LibraryBuild } from "../../src/contract/description.ts";
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

/** A machine that is busy with other tests is slow: none of these programs is there for the time limit. */
const PATIENCE_MS = 60_000;

async function inNode(text: string, options: ProgramRunOptions = {}): Promise<Columns> {
  const outcome = await runProgram(text, { samples: true, timeLimitMs: PATIENCE_MS, ...options });
  if (outcome.kind !== "ran" || outcome.limit !== null)
    throw new Error(outcome.kind === "ran" ? `limit: ${outcome.limit}` : JSON.stringify(outcome));
  return columnsOf(outcome.batches);
}

/** Where right programs lie beside wrong ones, and are run in Node by the tests there. */
const BESIDE_WRONG_ONES = "tests/programs/";

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

/** By folder of `tests/programs/`, and those of `lessons/` together: parts, so that several workers share the work. */
const parts = new Map<string, RightProgram[]>();
for (const program of rightPrograms()) {
  const { name } = program;
  const part = name.startsWith(BESIDE_WRONG_ONES) ? name.split("/").slice(0, 3).join("/") : "lessons";
  parts.set(part, [...(parts.get(part) ?? []), program]);
}

test("there are right programs", () => {
  expect(rightPrograms().length).toBeGreaterThan(30);
});

// Every program without a fault, each by both builds of its libraries, those of a part one after the other in one page.
for (const [part, programs] of parts) {
  test(`every right program of ${part} does the same in Chromium and in Node, checked and fast`, async ({ page }) => {
    test.setTimeout(60_000 + programs.length * 5_000);
    await openRuns(page);
    for (const program of programs) {
      const checked = await sameInBoth(page, program, "checked");
      // Only the checker sets run conditions.
      if (Object.keys(program.conditions).length > 0) continue;
      // In Node the fast build of those in `tests/programs/` is compared with the checked one by the tests there: it is
      // the same here when here, too, both do the same.
      const isComparedInNode = program.name.startsWith(BESIDE_WRONG_ONES);
      const fast = isComparedInNode ? await here(page, program, "fast") : await sameInBoth(page, program, "fast");
      expect(told(fast), program.name).toEqual(told(checked));
    }
  });
}

/** What a program does in the page. A right one reaches its end, and has no fault. */
async function here(page: Page, program: RightProgram, build: LibraryBuild): Promise<Columns> {
  const trace = await page.evaluate((asked) => window.runs.run(asked), jobFor(program, build));
  expect(trace.kind.at(-1), `${program.name}, ${build}`).toBe(EventKind.End);
  expect(trace.kind, `${program.name}, ${build}`).not.toContain(EventKind.Fault);
  return trace;
}

/** The same, after a look at whether Node's trace is the same. */
async function sameInBoth(page: Page, program: RightProgram, build: LibraryBuild): Promise<Columns> {
  const { text, folder, conditions } = program;
  const [trace, there] = await Promise.all([
    here(page, program, build),
    inNode(text, { ...conditions, ...(folder && { folder }), build }),
  ]);
  expect(trace, `${program.name}, ${build}`).toEqual(there);
  return trace;
}

/** What a program printed, at which levels and from which lines, and how it ended, by which error. */
const told = ({ kind, span, a, b, strings }: Columns): unknown[] =>
  kind.flatMap((event, index) =>
    event === EventKind.Console || event === EventKind.End
      ? [{ event, span: span[index], levelOrStatus: a[index], text: strings[Number(b[index]) - 1] }]
      : [],
  );

function jobFor({ text, folder, conditions }: RightProgram, build: LibraryBuild): Job {
  const outcome = compileProgram(ts, text);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  const { program } = outcome;
  const known = libraryNames(folder ?? WASM);
  const libraries = program.libraries?.filter((name) => known.includes(name)) ?? known;
  return { program, libraries, known, folder: folder ? "/fixtures/" : "/wasm/", build, conditions };
}
