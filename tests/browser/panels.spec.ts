import { readFileSync } from "node:fs";
import type { Locator } from "playwright/test";
import { runProgram } from "../../src/cli/run-program.ts";
import type { Block, Ledger } from "../../src/ledger/index.ts";
import { expect, test, type PlaygroundPage } from "./playground-page.ts";

/** Real programs: faults, hand-overs, callbacks in calls, structs, memory that C keeps. */
const PROGRAMS = [
  { lesson: "strings", file: "02-strings/starter.ts" },
  { lesson: "strings", file: "02-strings/mistakes/use-after-free-stored.ts" },
  { lesson: "strings", file: "02-strings/mistakes/double-free.ts" },
  { lesson: "callbacks", file: "04-callbacks/starter.ts" },
  { lesson: "structs", file: "03-structs/starter.ts" },
];
/** Snapshots looked at in each program. */
const SNAPSHOTS = 6;

/** The same numbers at every run of the tests: a failure can be looked at again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const textOf = (file: string): string => readFileSync(new URL(`../../lessons/${file}`, import.meta.url), "utf8");

async function ledgerOf(text: string): Promise<Ledger> {
  const outcome = await runProgram(text, { samples: true });
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  return outcome.ledger;
}

const slider = ({ page }: PlaygroundPage): Locator => page.getByRole("slider", { name: "Moment of the run" });

/** Goes near a step, and gives the step that the page then shows. */
async function goTo(playground: PlaygroundPage, step: number): Promise<number> {
  await slider(playground).fill(String(step));
  return Number(await slider(playground).inputValue());
}

/** What a panel has to show of a ledger at a step. */
type Look = (playground: PlaygroundPage, ledger: Ledger, step: number) => Promise<void>;

const OWNERS = { typescript: "TypeScript", c: "C", static: "nobody" };
const STATES = { live: "live", borrowed: "borrowed", "handed-over": "handed over", freed: "freed", leaked: "leaked" };

/** The ledger's blocks. */
const heap: Look = async ({ page }, ledger, step) => {
  const row = (block: Block): string =>
    [
      `#${block.id} ${block.label}`,
      `0x${block.address.toString(16).padStart(8, "0")}`,
      block.bytes.toLocaleString("en-US"),
      OWNERS[block.owner],
      STATES[block.state],
    ].join(" | ");
  const expected = ledger.at(step).blocks.map(row).sort();
  await expect
    .poll(async () =>
      (
        await page.locator("tr[data-block]").evaluateAll((rows) =>
          rows.map((found) =>
            [...found.children]
              .slice(0, 5)
              .map((cell) => (cell.firstElementChild ?? cell).textContent?.trim())
              .join(" | "),
          ),
        )
      ).sort(),
    )
    .toEqual(expected);
  await expect(page.locator("[class*=strip] [data-owner]")).toHaveCount(expected.length);
};

/** The ledger's calls. */
const crossingsPanel: Look = async ({ page }, ledger, step) => {
  const { crossings } = ledger.at(step);
  const rows = page.locator("[data-crossing]");
  const expected = Array.from({ length: crossings }, (_, index) => {
    const { function: name, depth, outcome } = ledger.crossing(index, step);
    return `${index} ${depth} ${name} ${outcome === "running"}`;
  });
  // Rows beyond the panel's edge are not drawn: those that are have to be right, and their number is told.
  await expect
    .poll(async () => {
      const drawn = await rows.evaluateAll((found) =>
        found.map((row) => {
          const running = [...row.children].at(-1)?.textContent === "running";
          const depth = row.querySelector<HTMLElement>("[data-depth]")?.dataset["depth"] ?? "";
          return `${(row as HTMLElement).dataset["crossing"] ?? ""} ${depth} ${row.querySelector("b")?.textContent ?? ""} ${String(running)}`;
        }),
      );
      return drawn.every((row) => expected.includes(row)) && (drawn.length > 0 || crossings === 0);
    })
    .toBe(true);
  if (crossings > 0) {
    await expect(page.getByRole("table", { name: "Calls between TypeScript and C" })).toHaveAttribute(
      "aria-rowcount",
      String(crossings + 1),
    );
  }
};

/** An arrow for each pointer, broken where the memory is gone. */
const ownership: Look = async ({ page }, ledger, step) => {
  const blocks = ledger.at(step).blocks;
  const pointers = blocks.flatMap((block) => block.pointers.map(() => block));
  const { faults } = ledger.at(ledger.length);
  // The end of a scope takes the variable along, unless something goes wrong with the memory later: it was elsewhere, too.
  const isBroken = ({ id, freed }: Block): boolean =>
    freed !== null &&
    (!freed.typescript?.scopeEnd || faults.some(({ block, event }) => block?.id === id && event > freed.event));
  const dangling = pointers.filter(isBroken).length;
  const ended = pointers.filter((block) => block.freed && !isBroken(block)).length;
  const fromTypeScript = page.locator("g[data-arrow^=t]");
  await expect(fromTypeScript).toHaveCount(pointers.length);
  await expect(page.locator("g[data-arrow^=t][data-kind=dangling]")).toHaveCount(dangling);
  await expect(page.locator("g[data-arrow^=t][data-kind=ended]")).toHaveCount(ended);
  const rows = page.getByRole("table", { name: "Who holds which block" }).locator("tbody tr");
  await expect(rows.filter({ hasText: "in TypeScript" })).toHaveCount(pointers.length);
  await expect(rows.filter({ hasText: "in TypeScript" }).filter({ hasText: "still points to" })).toHaveCount(dangling);
};

test("ownership has each callback with what C remembers of it, broken where it was closed too early", async ({
  playground,
}) => {
  test.setTimeout(120_000);
  const programs = ["starter.ts", "mistakes/callback-leak.ts", "mistakes/dangling-callback.ts"];
  let broken = 0;
  let whole = 0;
  for (const file of programs) {
    const text = textOf(`04-callbacks/${file}`);
    const ledger = await ledgerOf(text);
    const made = ledger.callbacks(ledger.length)[0]!.made.event;
    await playground.open("callbacks", text);
    await playground.runToEnd();
    await expect(slider(playground)).toHaveAttribute("max", String(ledger.length));
    await playground.show("Ownership");
    const next = random(7);
    const steps = Array.from({ length: 4 }, () => made + Math.floor(next() * (ledger.length - made)));
    for (const wanted of [0, ...steps, ledger.length]) {
      const step = await goTo(playground, wanted);
      const callbacks = ledger.callbacks(step);
      const registered = callbacks.flatMap((callback) => callback.registrations.map(() => callback));
      const dangling = registered.filter(({ closed }) => closed).length;
      broken += dangling;
      whole += registered.length - dangling;
      const { page } = playground;
      await expect(page.locator("g[data-callback]")).toHaveCount(callbacks.length);
      await expect(page.locator("g[data-callback][data-closed=true]")).toHaveCount(
        callbacks.filter(({ closed }) => closed).length,
      );
      await expect(page.locator("g[data-registration]")).toHaveCount(registered.length);
      await expect(page.locator("g[data-registration][data-kind=dangling]")).toHaveCount(dangling);
      const rows = page.getByRole("table", { name: "Who holds which block" }).locator("tr[data-row=callback]");
      const words = callbacks.flatMap(({ label, closed, registrations: by }) => {
        const says = closed ? "closed" : "open";
        const name = `${label}()`;
        return by.length === 0
          ? [["nothing in C", "may call", name, says]]
          : by.map((one) => [`${one.by} in C`, closed ? "would still call" : "may call", name, says]);
      });
      const cells = async (): Promise<string[]> =>
        (
          await rows.evaluateAll((found) =>
            found.map((row) => [...row.children].map((cell) => cell.textContent).join("|")),
          )
        ).sort();
      await expect.poll(cells).toEqual(words.map((row) => row.join("|")).sort());
    }
  }
  expect(broken, "snapshots in which C remembers a closed callback").toBeGreaterThan(0);
  expect(whole, "snapshots in which C remembers an open one").toBeGreaterThan(0);
});

/** The bytes that the trace holds. */
const bytesPanel: Look = async ({ page }, ledger, step) => {
  const blocks = ledger.at(step).blocks;
  const chooser = page.getByLabel("Block", { exact: true });
  await expect(chooser).toHaveCount(blocks.length > 0 ? 1 : 0);
  for (const { id } of blocks.slice(0, 3)) {
    await chooser.selectOption(String(id));
    const bytes = ledger.samples(id, step)?.last.bytes;
    const dump = page.getByRole("table", { name: new RegExp(`^Bytes of block ${id} `) });
    await expect(dump).toHaveCount(bytes ? 1 : 0);
    if (!bytes) continue;
    const hex = await dump.locator("[data-padding]").allInnerTexts();
    expect(hex.map((text) => Number.parseInt(text, 16))).toEqual([...bytes]);
  }
};

/** Faults and output are those that have happened, and the timeline's line is the event's. */
const faultsPanel: Look = async ({ page }, ledger, step) => {
  const { faults, console: lines } = ledger.at(step);
  const reports = page.getByRole("article", { name: /^FFI/ });
  await expect(reports).toHaveCount(ledger.faultEvents.length);
  await expect(page.locator("article[data-later=false]")).toHaveCount(faults.length);
  for (const [index, { code }] of faults.entries()) await expect(reports.nth(index)).toContainText(code);
  await expect(page.getByRole("tab", { name: /^Output/ })).toHaveText(
    lines.length > 0 ? `Output${lines.length}` : "Output",
  );
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline).toContainText(`${step} / ${ledger.length}`);
};

const LOOKS = {
  Heap: heap,
  Crossings: crossingsPanel,
  Ownership: ownership,
  Bytes: bytesPanel,
  Faults: faultsPanel,
} as const;

// One visit for all panels: to open the page and to run takes longer than to look.
for (const [index, { lesson, file }] of PROGRAMS.entries()) {
  test(`heap, crossings, ownership, bytes and faults are the ledger's at any step: ${file}`, async ({ playground }) => {
    test.setTimeout(180_000);
    const text = textOf(file);
    const ledger = await ledgerOf(text);
    await playground.open(lesson, text);
    await playground.runToEnd();
    await expect(slider(playground)).toHaveAttribute("max", String(ledger.length));
    for (const [panel, look] of Object.entries(LOOKS) as [keyof typeof LOOKS, Look][]) {
      await playground.show(panel);
      const next = random(index + 1);
      for (let i = 0; i < SNAPSHOTS; i += 1) {
        const step = await goTo(playground, Math.floor(next() * (ledger.length + 1)));
        await test.step(`${panel} at step ${step}`, () => look(playground, ledger, step));
      }
    }
  });
}

test("at each step the editor marks the line that the program stands at", async ({ playground }) => {
  const text = textOf("02-strings/mistakes/double-free.ts");
  const ledger = await ledgerOf(text);
  await playground.page.setViewportSize({ width: 390, height: 844 });
  await playground.open("strings", text);
  await playground.runToEnd();
  await slider(playground).focus();
  await slider(playground).press("Home");
  const panels = playground.page.getByRole("navigation", { name: "Panels" });
  for (let i = 0; i < 8; i += 1) {
    await slider(playground).press("ArrowRight");
    const step = Number(await slider(playground).inputValue());
    let event = step - 1;
    const says = (index: number): boolean =>
      ledger.event(index).kind !== "memorySamples" && ledger.location(index).typescript !== null;
    while (event >= 0 && !says(event)) event -= 1;
    const line = event < 0 ? null : ledger.location(event).typescript?.line;
    await panels.getByRole("button", { name: "Code" }).click();
    const marked = playground.page.locator("li[data-now]");
    if (line === null || line === undefined) await expect(marked).toHaveCount(0);
    else await expect(marked).toHaveText(String(line));
    await panels.getByRole("button", { name: /^Results/ }).click();
  }
});

test("pointing at a block lights up its crossings and lines, and pointing at a crossing its blocks", async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open("strings", textOf("02-strings/mistakes/double-free.ts"));
  await playground.runToEnd();
  await playground.show("Crossings");
  const rows = page.locator("[data-crossing]");
  await rows
    .nth(1)
    .getByRole("button", { name: /show block 2/ })
    .focus();
  // The call that gave it, and the two that released it.
  await expect(page.locator("[data-crossing][data-highlighted=true]")).toHaveCount(3);
  await expect(page.locator("[class*=highlightedMargin]").first()).toBeVisible();
  await playground.show("Heap");
  await page
    .locator("tr[data-block='2']")
    .getByRole("button", { name: /message/ })
    .focus();
  await expect(page.locator("[data-block][data-highlighted=true]")).toHaveCount(1);
  await expect(page.locator("[class*=highlightedMargin]").first()).toBeVisible();
});

test("an experiment changes what the next run meets", async ({ playground }) => {
  const { page } = playground;
  const program = `import { dlopen } from "ffi";
using strings = dlopen("strings", { malloc: { parameters: ["usize"], result: "pointer" } });
console.log(strings.symbols.malloc(8) === null ? "refused" : "given");`;
  await playground.open("strings", program);
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["given"]);
  await page.getByRole("button", { name: /^Experiments/ }).click();
  await page.getByRole("menuitemcheckbox", { name: /first malloc/ }).click();
  await page.keyboard.press("Escape");
  await playground.runToEnd();
  await expect(playground.lines.first()).toContainText("refused");
  await expect(page.getByRole("button", { name: "Experiments, 1 on" })).toBeVisible();
  const note = page.getByRole("note", { name: "Experiments" });
  await expect(note).toContainText(
    "This run was an experiment. C’s first malloc failed on request, in malloc at line 3.",
  );
  await playground.runToEnd();
  expect(await playground.printed(), "it holds until it is switched off").toEqual(["refused"]);
  await note.getByRole("button", { name: "Switch off" }).click();
  await expect(note).toContainText("The next run is none.");
  await playground.runToEnd();
  await expect(playground.lines.first()).toContainText("given");
  await expect(note).toBeHidden();
});

test("an allocation that fails inside of a C function is told with that function", async ({ playground }) => {
  const { page } = playground;
  const program = `import { dlopen } from "ffi";
using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
} as const);
strings.symbols.set_name(null);
console.log(strings.symbols.get_error_message() === null ? "no message" : "a message");`;
  await playground.open("strings", program);
  await page.getByRole("button", { name: /^Experiments/ }).click();
  await page.getByRole("menuitemcheckbox", { name: /first malloc/ }).click();
  await page.keyboard.press("Escape");
  await playground.runToEnd();
  expect(await playground.printed()).toEqual(["no message"]);
  const note = page.getByRole("note", { name: "Experiments" });
  await expect(note).toContainText("C’s first malloc failed on request, in get_error_message at line 7.");
  await slider(playground).fill("0");
  await expect(note).toContainText("C’s first malloc fails on request; it has not come to that so far.");
});

test("memory that grows at each allocation is counted, however long the run is", async ({ playground }) => {
  const { page } = playground;
  const program = `import { dlopen } from "ffi";
using strings = dlopen("strings", { strlen: { parameters: ["pointer"], result: "usize" } } as const);
using text = strings.cstring("text");
for (let i = 0; i < 12_000; i += 1) strings.symbols.strlen(text.pointer);
for (let i = 0; i < 5; i += 1) {
  using block = strings.alloc(8);
}
strings.symbols.strlen(text.pointer);`;
  await playground.open("strings", program);
  await page.getByRole("button", { name: /^Experiments/ }).click();
  await page.getByRole("menuitemcheckbox", { name: /Grow memory/ }).click();
  await page.keyboard.press("Escape");
  await playground.runToEnd();
  await expect(page.getByRole("note", { name: "Experiments" })).toContainText("6 times so far");
});
