import { expect, test, type PlaygroundPage } from "./playground-page.ts";

/** Presses Stop and gives the milliseconds until the page offers Run again, by the page's own clock. */
export const stopAndMeasure = (playground: PlaygroundPage): Promise<number> =>
  playground.stop.evaluate(
    (button: HTMLElement) =>
      new Promise<number>((resolve) => {
        const pressed = performance.now();
        const look = (): void => {
          const buttons = [...document.querySelectorAll("button")].map(({ innerText }) => innerText.trim());
          if (!buttons.includes("Stop") && buttons.includes("Run")) resolve(performance.now() - pressed);
        };
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
        button.click();
      }),
  );

/** The longest time, within so many milliseconds, that the page did not get to a task of its own. */
export const longestSilence = (playground: PlaygroundPage, milliseconds = 500): Promise<number> =>
  playground.page.evaluate(
    (lasting) =>
      new Promise<number>((resolve) => {
        const begin = performance.now();
        let last = begin;
        let longest = 0;
        const ping = (): void => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (now - begin < lasting) setTimeout(ping);
          else resolve(longest);
        };
        setTimeout(ping);
      }),
    milliseconds,
  );

/**
 * What is measured takes less than so many milliseconds, one time of five at least. A machine that is busy with something
 * else may be late once or twice; a page that waits for its program is late each time.
 */
export async function expectInTime(milliseconds: number, measure: () => Promise<number>): Promise<void> {
  const measured: number[] = [];
  do measured.push(await measure());
  while (measured.length < 5 && Math.min(...measured) >= milliseconds);
  test.info().annotations.push({ type: "milliseconds", description: measured.map(Math.round).join(" ") });
  expect(Math.min(...measured)).toBeLessThan(milliseconds);
}
