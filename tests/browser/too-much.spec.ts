import { expect, PlaygroundPage, test } from "./playground-page.ts";
import config from "./playwright.config.ts";
import { expectInTime, longestSilence } from "./silence.ts";

/** A heap that is full soon, in each process. */
const { args = [], ...options } = config.use?.launchOptions ?? {};
test.use({ launchOptions: { ...options, args: [...args, "--js-flags=--max-old-space-size=300"] } });

// A program that wants more of the page than there is: each ends in a sentence, and the page lives.

const LONG_LINES = `const rest = "x".repeat(9_000);
for (let i = 0; ; i++) console.log(i + rest);`;

test("long lines without end: as many as may be kept are, and the page is not silent", async ({ playground }) => {
  await playground.open("strings", LONG_LINES);
  await expect(playground.editor).toBeAttached();
  await expectInTime(1000, async () => {
    const silence = longestSilence(playground, 3000);
    await playground.runToEnd();
    return silence;
  });
  const ending = playground.page.locator("footer").filter({ hasText: "Stopped, because it printed more than 8 MiB." });
  await expect(ending).toContainText("Leaks were not judged");
  const [last] = (await playground.printed()).slice(-1);
  expect(Number.parseInt(last ?? "", 10)).toBeGreaterThan(400);
  await playground.type('console.log("as ever");');
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["as ever"]);
});

/** Arrays of numbers are in the engine's own heap; beyond its limit the engine ends the whole process. */
const ARRAYS = `console.log("before");
const kept: unknown[] = [];
for (;;) kept.push(new Array(10_000).fill(1.5));`;

test("memory without end: the program's process goes, and the page says so and runs the next one", async ({
  browser,
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open("strings", ARRAYS);
  await expect(playground.editor).toBeAttached();
  // The driver takes the end of a frame's process for the end of the page, and answers nothing about it from then on. So
  // the page goes on by itself, and tells how far it has come in its title.
  await page.evaluate(() => {
    const button = (name: string): HTMLButtonElement | undefined =>
      [...document.querySelectorAll("button")].find(({ innerText }) => innerText.trim() === name);
    const said = (): string => document.querySelector("footer")?.innerText ?? "";
    const steps: [string, () => boolean, () => void][] = [
      ["began", () => button("Stop") !== undefined, () => {}],
      ["told", () => said().includes("needed more memory than there is for it"), () => button("Run")?.click()],
      ["again", () => button("Stop") !== undefined && said() === "", () => button("Stop")?.click()],
      ["stopped", () => said().includes("Stopped. Until then:"), () => {}],
    ];
    const [first] = steps;
    if (first) document.title = "ready";
    button("Run")?.click();
    setInterval(() => {
      const [step] = steps;
      if (!step?.[1]()) return;
      steps.shift();
      document.title = step[0];
      step[2]();
    }, 20);
  });
  const session = await browser.newBrowserCDPSession();
  const title = async (): Promise<string | undefined> => {
    const { targetInfos } = await session.send("Target.getTargets");
    return targetInfos.find(({ type }) => type === "page")?.title;
  };
  await expect.poll(title, { timeout: 25_000 }).toBe("stopped");
});
