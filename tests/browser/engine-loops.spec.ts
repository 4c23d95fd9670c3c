import type { Browser } from "playwright/test";
import { expect, test } from "./playground-page.ts";
import { longestSilence, stopAndMeasure } from "./silence.ts";

/** Loops of the engine's own, most of which it does not leave when its worker is terminated, and one of the program's. */
const LOOPS = [
  "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);",
  "Array.prototype.reverse.call({ length: 2 ** 53 - 1 });",
  "const sparse: number[] = []; sparse.length = 2 ** 32 - 1; sparse.flat();",
  "7n ** 100_000_000n;",
  '/^(a+)+$/.test("a".repeat(60) + "b");',
  "for (;;);",
];

/** Seconds of processor time that the browser's renderers, the page's own among them, use in half a second. */
async function rendererSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const used = async (): Promise<Map<number, number>> => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return new Map(processInfo.filter(({ type }) => type === "renderer").map(({ id, cpuTime }) => [id, cpuTime]));
  };
  const before = await used();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const after = await used();
  await session.detach();
  // A process that has begun meanwhile has used all of its time meanwhile.
  return [...after].reduce((sum, [id, seconds]) => sum + seconds - (before.get(id) ?? 0), 0);
}

test("Stop ends loops of the engine's own: at once, for good, and the next run works", async ({
  browser,
  playground,
}) => {
  await playground.open("strings");
  await expect(playground.editor).toBeAttached();
  const stopped: number[] = [];
  const silences: number[] = [];
  for (const [index, loop] of LOOPS.entries()) {
    await playground.type(`console.log("loop ${index}");\n${loop}`);
    await playground.run.click();
    await expect(playground.lines.first()).toContainText(`loop ${index}`);
    silences.push(await longestSilence(playground, 200));
    stopped.push(await stopAndMeasure(playground));
    expect(await playground.printed(), loop).toEqual([`loop ${index}`]);
  }
  await playground.type('console.log("as ever");');
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["as ever"]);
  const seconds: number[] = [];
  const message = "seconds of processor time in half a second, when nothing runs";
  await expect
    .poll(async () => seconds[seconds.push(await rendererSeconds(browser)) - 1], { message })
    .toBeLessThan(0.1);
  const told = { "until stopped, ms": stopped, "longest silences, ms": silences, [message]: seconds };
  for (const [type, numbers] of Object.entries(told)) {
    test.info().annotations.push({ type, description: numbers.map((number) => number.toFixed(2)).join(" ") });
  }
  // The middle ones: a machine that is busy with something else may be late once.
  const middle = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;
  expect(middle(stopped)).toBeLessThan(100);
  expect(middle(silences)).toBeLessThan(100);
});
