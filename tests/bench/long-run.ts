import type { Page } from "playwright";
import { storageKey } from "../../src/state/storage/record-store.ts";
import { writeEnvelope } from "../../src/state/storage/envelope.ts";
import { spread, type Spread } from "./statistics.ts";

export interface LongRunCosts {
  readonly events: number;
  /** Crossings that the page says there were. */
  readonly crossings: number;
  /** Longest time, in milliseconds, that the page did not get to a task of its own: while the run lasted, and by panel while scrubbing. */
  readonly silence: number;
  /** From a movement of the timeline to the frame that shows the moment, in milliseconds. */
  readonly scrub: Readonly<Record<string, Spread>>;
  /** JavaScript's heap of the page with the whole run in it, in bytes. */
  readonly heapBytes: number;
}

const SLUG = "strings";
/** Each turn is 22 calls and what happens in them: together a million events. */
const TURNS = 22_000;
const PROGRAM = `import { dlopen } from "ffi";
using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  strlen: { parameters: ["pointer"], result: "usize" },
});
const { malloc, free, strlen } = strings.symbols;
using text = strings.cstring("measured");
for (let i = 0; i < ${TURNS}; i++) {
  const block = malloc(16 + (i % 64));
  for (let j = 0; j < 20; j++) strlen(text.pointer);
  free(block);
}
console.log("done");`;

const PANELS = ["Output", "Crossings", "Heap", "Ownership", "Bytes", "Faults"] as const;
const MOVES = 12;

/** Runs a program of a million events in the page, and moves through it. */
export async function measureLongRun(page: Page, address: string): Promise<LongRunCosts> {
  await page.goto(address);
  await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
    storageKey("program", SLUG),
    writeEnvelope(1, { text: PROGRAM }),
  ] as const);
  await page.goto(`${address}#/lesson/${SLUG}`);
  await page.getByRole("textbox", { name: /^The program, in TypeScript/ }).waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await page.evaluate(listenForSilence);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  // On a slow machine the time limit ends it: what came until then is measured, and said.
  await page.getByText(/^(Finished|Stopped after)/).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor({ state: "hidden", timeout: 60_000 });
  const silence = await page.evaluate(() => window.benchSilence ?? 0);
  const slider = page.getByRole("slider", { name: "Moment of the run" });
  const events = Number(await slider.getAttribute("max"));
  const scrub: Record<string, Spread> = {};
  let crossings = 0;
  for (const panel of PANELS) {
    await page.getByRole("tab", { name: new RegExp(`^${panel}`) }).click();
    await page.waitForTimeout(500);
    if (panel === "Crossings") crossings = await rowCount(page);
    const times: number[] = [];
    for (let move = 0; move < MOVES; move += 1) {
      const step = Math.floor(((move * 0.618034) % 1) * events);
      times.push(await slider.evaluate(moveAndTime, step));
      await page.waitForTimeout(50);
    }
    scrub[panel] = spread(times);
    await page.getByRole("button", { name: "To the end", exact: true }).click();
  }
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { events, crossings, silence, scrub, heapBytes: usedSize };
}

async function rowCount(page: Page): Promise<number> {
  const table = page.getByRole("table", { name: "Calls between TypeScript and C" });
  return Number(await table.getAttribute("aria-rowcount")) - 1;
}

/** Runs in the page: keeps the longest time between two tasks. */
function listenForSilence(): void {
  window.benchSilence = 0;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  port1.onmessage = () => {
    const now = performance.now();
    window.benchSilence = Math.max(window.benchSilence ?? 0, now - last);
    last = now;
    setTimeout(() => port2.postMessage(null), 4);
  };
  port2.postMessage(null);
}

/** Runs in the page: sets the timeline as a drag does, and waits for the frame that follows. */
function moveAndTime(slider: Element, step: number): Promise<number> {
  return new Promise((resolve) => {
    const begin = performance.now();
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    set?.call(slider, String(step));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - begin);
      port2.postMessage(null);
    });
  });
}

declare global {
  interface Window {
    benchSilence?: number;
  }
}
