import type { Page } from "playwright/test";
import { expect, SOON, test, type PlaygroundPage } from "./playground-page.ts";

/**
 * A program with something for every panel. Two of them differ in sizes, addresses, bytes and lines, and in nothing that
 * a run numbers: ids begin again with each run, so whatever is kept by its id alone is the run before's.
 */
const program = (bytes: number, linesAbove: number): string =>
  [
    `import { dlopen, PointerView } from "ffi";`,
    ...Array.from({ length: linesAbove }, (_, line) => `// line ${line}`),
    `const calls = { parameters: ["function", "pointer"], result: "void" } as const;`,
    `const takes = { parameters: ["pointer", "usize"], result: "void" } as const;`,
    `const makes = { parameters: ["usize"], result: "pointer" } as const;`,
    `using library = dlopen("callbacks", { register_callback: calls, process_items: takes, malloc: makes } as const);`,
    `using large = library.alloc(64);`,
    `using small = library.alloc(${bytes});`,
    `new PointerView(small.pointer).setInt32(0, ${bytes} * 1000);`,
    `const told = { parameters: ["i32", "pointer"], result: "void" } as const;`,
    `using add = library.callback(told, (value) => console.log("item", value));`,
    `library.symbols.register_callback(add.pointer, large.pointer);`,
    `library.symbols.process_items(small.pointer, 1);`,
    `const lost = library.symbols.malloc(${bytes});`,
  ].join("\n");

const FIRST = program(4, 0);
const SECOND = program(8, 1);

/** The pause in typing after which a program is compiled ahead, and time to compile it: then nothing is drawn between two runs. */
const COMPILED_AHEAD_MS = 500;

/**
 * What a part of the page shows, as text: elements with what they say, how wide they are drawn and what their data
 * attributes mark. Left out is what differs between two runs of one program: times, and ids that React counts.
 */
const drawn = (page: Page, selector: string): Promise<string> =>
  page.evaluate((found) => {
    const lines: string[] = [];
    const walk = (node: Node, depth: number): void => {
      if (node instanceof Text) {
        if (node.data.trim() !== "") lines.push(" ".repeat(depth) + node.data.replace(/[\d.]+ (ms|s)\b/, "time"));
        return;
      }
      if (!(node instanceof Element)) return;
      const told = [...node.attributes]
        .filter(({ name }) =>
          /^(data-(?!run$)|aria-(label|pressed|rowcount|valuetext)$|title$|style$|d$|points$)/.test(name),
        )
        .map(({ name, value }) => `${name}=${value}`)
        .sort();
      lines.push(`${" ".repeat(depth)}<${[node.localName, ...told].join(" ")}>`);
      for (const child of node.childNodes) walk(child, depth + 1);
    };
    for (const element of document.querySelectorAll(found)) walk(element, 0);
    return lines.join("\n");
  }, selector);

/** As on a quick machine: a run that ends soon is drawn once, with its end, and what was on screen is changed into it. */
async function drawOnce(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { setTimeout: wait, requestAnimationFrame: frame } = window;
    const SHOWS_AFTER_MS = 50;
    window.setTimeout = ((task: TimerHandler, ms?: number, ...rest: unknown[]) =>
      wait(task, ms === SHOWS_AFTER_MS ? 5000 : ms, ...rest)) as typeof setTimeout;
    window.requestAnimationFrame = (task) => wait(() => void frame(task), 400);
  });
}

const RESULTS = `div:has(> div > [aria-label="What the run did"])`;

/** Opens a panel, has `SECOND` run as the first run of a page, and gives what is drawn then. */
async function firstRunOf(playground: PlaygroundPage, tab: Parameters<PlaygroundPage["show"]>[0]): Promise<string> {
  await playground.open("callbacks", SECOND);
  await playground.show(tab);
  await playground.runToEnd();
  return settled(playground.page);
}

/** What is drawn, once it stays the same. */
async function settled(page: Page): Promise<string> {
  await expect(page.getByRole("tabpanel", { name: /^(Output|Crossings|Heap|Ownership|Bytes|Faults)/ })).not.toBeEmpty();
  let last = "";
  await expect
    .poll(async () => {
      const before = last;
      last = await drawn(page, RESULTS);
      return last !== "" && last === before;
    }, SOON)
    .toBe(true);
  return last;
}

for (const tab of ["Output", "Crossings", "Heap", "Ownership", "Bytes", "Faults"] as const) {
  test(`after a second run ${tab} shows the second run`, async ({ playground }) => {
    test.setTimeout(120_000);
    await drawOnce(playground.page);
    const expected = await firstRunOf(playground, tab);
    await playground.open("callbacks", FIRST);
    await playground.show(tab);
    await playground.runToEnd();
    expect(await settled(playground.page)).not.toBe(expected);
    for (const [turn, text] of [SECOND, FIRST, SECOND].entries()) {
      await playground.type(text);
      await playground.page.waitForTimeout(COMPILED_AHEAD_MS);
      await playground.runToEnd();
      if (text === SECOND) expect(await settled(playground.page), `run ${turn + 2}`).toBe(expected);
    }
  });
}
