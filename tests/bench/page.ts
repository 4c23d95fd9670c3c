import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type Page } from "playwright";
import { isBuilt } from "../../src/build/fresh.mjs";
import { serve } from "../../src/build/serve.mjs";
import { ROOT } from "../../src/build/setup.mjs";
import { provideChromium } from "../../src/build/testing/chromium.mjs";
import { readLessons } from "../../src/build/read-lessons.ts";
import { writeEnvelope } from "../../src/state/storage/envelope.ts";
import { storageKey } from "../../src/state/storage/record-store.ts";
import { measureLongRun, type LongRunCosts } from "./long-run.ts";
import { spread, type Spread } from "./statistics.ts";

export interface PageCosts {
  /** The browser, as it names itself. */
  readonly browser: string;
  /** From the press of Run to the frame that shows the first line of output, in milliseconds. */
  readonly run: { readonly cold: Spread; readonly warm: Spread };
  readonly longRun: LongRunCosts;
  readonly firstVisit: {
    /** JavaScript and CSS that had arrived when the lesson's text was on screen, compressed with gzip, in bytes. */
    readonly gzipBytes: number;
    readonly files: readonly { readonly path: string; readonly gzipBytes: number }[];
    /** From the start of the navigation to the text, from a server on this machine, in milliseconds. */
    readonly textAfter: number;
  };
}

const WARM_RUNS = 25;
const COLD_RUNS = 5;
/** A reader looks at the output before pressing Run again. */
const PAUSE_MS = 400;
const SLUG = "strings";

export async function measurePage(): Promise<PageCosts> {
  if (!isBuilt(ROOT)) await (await import("vite")).build({ root: ROOT, logLevel: "warn" });
  const dist = join(ROOT, "dist");
  const span = await serve(dist, 0);
  const browser = await chromium.launch({ executablePath: await provideChromium(), args: ARGUMENTS });
  try {
    const firstVisit = await visit(browser, span.address, dist);
    const cold: number[] = [];
    let warm: number[] = [];
    for (let round = 0; round < COLD_RUNS; round += 1) {
      const page = await newPage(browser);
      await openLesson(page, span.address);
      cold.push(await pressRun(page));
      if (round === 0) warm = await runAgain(page);
      await page.context().close();
    }
    const page = await newPage(browser);
    const longRun = await measureLongRun(page, span.address);
    await page.context().close();
    return {
      longRun,
      browser: `Chromium ${browser.version()}`,
      run: { cold: spread(cold), warm: spread(warm) },
      firstVisit,
    };
  } finally {
    await browser.close();
    await span.close();
  }
}

const ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
];

async function newPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  // The compiler that reads these files wraps each named function in a call of this, in functions sent to a page too.
  await page.addInitScript("globalThis.__name ??= (value) => value;");
  return page;
}

async function visit(browser: Browser, address: string, dist: string): Promise<PageCosts["firstVisit"]> {
  const page = await newPage(browser);
  const question = /\*\*([^*]+\?)\*\*/.exec(lesson().markdown)?.[1];
  if (question === undefined) throw new Error("the lesson has no question to look for on the page");
  await page.addInitScript(noteText, question);
  await page.goto(`${address}#/lesson/${SLUG}`);
  const seen = await page.waitForFunction(() => window.benchText);
  const { textAfter, paths } = (await seen.jsonValue()) as NonNullable<typeof window.benchText>;
  await page.context().close();
  const files = paths.map((path) => ({
    path,
    gzipBytes: gzipSync(readFileSync(join(dist, path)), { level: 9 }).length,
  }));
  return { gzipBytes: files.reduce((sum, file) => sum + file.gzipBytes, 0), files, textAfter };
}

/** Runs in the page, before it: notes when `text` is on screen, and which files had arrived by then. */
function noteText(text: string): void {
  const look = (): void => {
    if (!document.body?.textContent.includes(text)) return void requestAnimationFrame(look);
    const textAfter = performance.now();
    const paths = (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name, responseEnd }) => /\.(js|css)$/.test(name) && responseEnd > 0 && responseEnd <= textAfter)
      .map(({ name }) => new URL(name).pathname);
    window.benchText = { textAfter, paths };
  };
  requestAnimationFrame(look);
}

const lesson = () => {
  const found = readLessons(ROOT).find(({ slug }) => slug === SLUG);
  if (!found) throw new Error(`there is no lesson ${SLUG}`);
  return found;
};

/** Opens the lesson with its starter, changed so that the first line of each run is another. */
async function openLesson(page: Page, address: string): Promise<void> {
  const { starter } = lesson();
  const text = starter.replace("console.log(", "console.log(Math.random(), ");
  if (text === starter) throw new Error("the starter prints nothing that could be timed");
  await page.goto(address);
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    storageKey("program", SLUG),
    writeEnvelope(1, { text }),
  ] as const);
  await page.goto(`${address}#/lesson/${SLUG}`);
  await page.getByRole("textbox", { name: /^The program, in TypeScript/ }).waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
}

async function runAgain(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < WARM_RUNS; run += 1) {
    await page.waitForTimeout(PAUSE_MS);
    times.push(await pressRun(page));
  }
  return times;
}

/** Presses Run as a pointer does. The clock is the page's: it begins with the press and ends with a frame. */
async function pressRun(page: Page): Promise<number> {
  const run = page.getByRole("button", { name: "Run", exact: true });
  await run.waitFor();
  await page.evaluate(timeNextRun);
  await run.click();
  const took = await page.waitForFunction(() => window.benchRun);
  return (await took.jsonValue()) as number;
}

/** Runs in the page: sets `benchRun` when the press that follows has led to a first line that was not there before. */
function timeNextRun(): void {
  delete window.benchRun;
  const first = (): string => document.querySelector('[aria-label="Output of the program"] li')?.textContent ?? "";
  const before = first();
  addEventListener(
    "click",
    ({ timeStamp }) => {
      const observer = new MutationObserver(() => {
        if (first() === "" || first() === before) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          // After the frame's own work: a message is handled once the frame has been drawn.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => (window.benchRun = performance.now() - timeStamp);
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    },
    { capture: true, once: true },
  );
}

declare global {
  interface Window {
    benchText?: { readonly textAfter: number; readonly paths: readonly string[] };
    benchRun?: number;
  }
}
