import { expect, test, type PlaygroundPage } from "./playground-page.ts";
import { expectInTime, longestSilence, stopAndMeasure } from "./silence.ts";

const ENDLESS = 'console.log("before the loop");\nfor (;;) {}';

async function start(playground: PlaygroundPage, program: string, line: string): Promise<void> {
  await playground.open("strings", program);
  // The editor is there: what it costs to load it is not what these tests are about.
  await expect(playground.editor).toBeAttached();
  await playground.run.click();
  await expect(playground.lines.first()).toContainText(line);
}

test("the page stays alive while a program loops", async ({ playground }) => {
  await start(playground, ENDLESS, "before the loop");
  await expectInTime(100, async () => {
    const silence = await longestSilence(playground);
    await expect(playground.stop).toBeVisible();
    return silence;
  });
  await stopAndMeasure(playground);
});

test("Stop acts within 100 ms, and what the program did until then stays", async ({ playground }) => {
  await start(playground, ENDLESS, "before the loop");
  const milliseconds: number[] = [];
  for (let i = 0; i < 5; i++) {
    if (i > 0) {
      await playground.run.click();
      // Until then the lines are those of the run before.
      await expect(playground.stop).toBeVisible();
      await expect(playground.lines.first()).toContainText("before the loop");
    }
    milliseconds.push(await stopAndMeasure(playground));
  }
  test
    .info()
    .annotations.push({ type: "milliseconds until stopped", description: milliseconds.map(Math.round).join(" ") });
  // The middle one: a machine that is busy with something else may be late once.
  expect(milliseconds.sort((a, b) => a - b)[2]).toBeLessThan(100);
  expect(await playground.printed()).toEqual(["before the loop"]);
});

test("a program that prints without end leaves the page alive, and ends when it has printed all that it may", async ({
  playground,
}) => {
  await start(playground, "for (let i = 0; ; i++) console.log(i);", "0");
  const ending = playground.page.locator("footer").filter({ hasText: "it printed more than 8 MiB" });
  let first = true;
  await expectInTime(500, async () => {
    if (!first) await playground.run.click();
    first = false;
    const silence = await longestSilence(playground);
    await expect(ending).toBeVisible();
    await expect(playground.run).toBeVisible();
    return silence;
  });
});

test("the time limit stops a program by itself, and what it printed until then is shown", async ({ playground }) => {
  await start(playground, ENDLESS, "before the loop");
  await expect(playground.stop).toBeHidden({ timeout: 20_000 });
  await expect(playground.run).toBeVisible();
  expect(await playground.printed()).toEqual(["before the loop"]);
  const ending = playground.page.locator("footer").filter({ hasText: /Stopped after 10 seconds/ });
  await expect(ending).toContainText("Leaks were not judged, because the program did not reach its end.");
  await expect(ending).not.toContainText("nothing leaked");
});

test("nothing of an old run shows in the next", async ({ playground }) => {
  await start(playground, 'setInterval(() => console.log("old"), 1);', "old");
  await playground.stop.click();
  await playground.type('console.log("new"); setTimeout(() => console.log("still new"), 300);');
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["new", "still new"]);
});

test("after a program that never ended, the next one runs as ever", async ({ playground }) => {
  await start(playground, ENDLESS, "before the loop");
  await playground.stop.click();
  await playground.type('console.log("fresh", typeof (globalThis as { mark?: string }).mark);');
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["fresh undefined"]);
});
