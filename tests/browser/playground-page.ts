import { expect, test as base, type Locator, type Page } from "playwright/test";
import { storageKey } from "../../src/state/storage/record-store.ts";
import { writeEnvelope } from "../../src/state/storage/envelope.ts";

export const SITE = process.env["SITE_URL"] ?? "";

/** A document of the site's origin with nothing on it: the answer to an address there is not. */
export const EMPTY_PAGE = `${SITE}no-such-page`;

/** The time limit of a program, and time to spare. */
const RUN_ENDS_WITHIN_MS = 20_000;

/** How often to look for what comes soon: the pauses that grow of themselves would be most of the wait. */
export const SOON = { intervals: [100] };

/** The page as its reader knows it: by the names and roles of what is on it. */
export class PlaygroundPage {
  readonly page: Page;
  readonly run: Locator;
  readonly stop: Locator;
  readonly output: Locator;
  readonly lines: Locator;
  readonly editor: Locator;
  readonly alert: Locator;

  constructor(page: Page) {
    this.page = page;
    this.run = page.getByRole("button", { name: "Run", exact: true });
    this.stop = page.getByRole("button", { name: "Stop", exact: true });
    this.output = page.getByRole("list", { name: "Output of the program" });
    this.lines = this.output.getByRole("listitem");
    this.editor = page.getByRole("textbox", { name: /^The program, in TypeScript/ });
    this.alert = page.getByRole("alert");
  }

  /** Opens a lesson, of the site at `site`; with `program` as the text that an earlier visit left there. */
  async open(slug = "strings", program?: string, site = SITE): Promise<void> {
    // From a page of the same origin with nothing on it: the app is loaded once, and always anew.
    await this.page.goto(`${site}no-such-page`);
    if (program !== undefined) await this.keep(slug, program);
    await this.page.goto(`${site}#/lesson/${slug}`);
    await expect(this.run).toBeEnabled();
    await expect(this.editor.or(this.page.getByRole("navigation", { name: "Panels" })).first()).toBeAttached();
  }

  /** Puts a text where the page keeps programs. */
  async keep(slug: string, program: string): Promise<void> {
    await this.page.evaluate(([key, value]) => localStorage.setItem(key, value), [
      storageKey("program", slug),
      writeEnvelope(1, { text: program }),
    ] as const);
  }

  /** What the page keeps as a lesson's program; null when it keeps none. */
  async kept(slug = "strings"): Promise<string | null> {
    const record = await this.page.evaluate((key) => localStorage.getItem(key), storageKey("program", slug));
    return record === null ? null : (JSON.parse(record) as { data: { text: string } }).data.text;
  }

  /** Replaces the text in the editor as a reader does: select all, type. */
  async type(program: string): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(program);
  }

  /** Runs, and waits for the end. */
  async runToEnd(): Promise<void> {
    await this.ended(() => this.run.click());
  }

  /**
   * Begins a run by `begin`, and waits until that run has ended. The buttons alone do not tell: a run that has just
   * begun is not shown yet, and what stands there is the end of the one before it.
   */
  async ended(begin: () => Promise<void>): Promise<void> {
    const said = this.page.getByRole("status").locator("[data-run]");
    const number = async (): Promise<number> => Number(await said.getAttribute("data-run"));
    const before = await number();
    await begin();
    await expect.poll(number, { ...SOON, message: "a run has begun" }).toBeGreaterThan(before);
    await expect(said).not.toBeEmpty({ timeout: RUN_ENDS_WITHIN_MS });
    await expect(this.run).toBeVisible();
  }

  /** What the program printed. A line's own number, which links to its place, is left out. */
  async printed(): Promise<string[]> {
    const texts = await this.lines.allInnerTexts();
    return texts.map((text) => text.replace(/\s*\d*$/, "").trim());
  }

  /** Shows one of the panels of results. */
  async show(tab: "Output" | "Crossings" | "Heap" | "Ownership" | "Bytes" | "Faults"): Promise<void> {
    await this.page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
  }
}

interface Fixtures {
  readonly playground: PlaygroundPage;
  /** Errors that nothing caught, in the page itself. Every test that uses `playground` expects none. */
  readonly uncaught: string[];
}

export const test = base.extend<Fixtures>({
  uncaught: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await use(errors);
  },
  playground: async ({ page, uncaught }, use) => {
    await use(new PlaygroundPage(page));
    expect(uncaught, "errors that the page did not catch").toEqual([]);
  },
});

export { expect };
