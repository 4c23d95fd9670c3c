import type { Page } from "playwright/test";
import { NETWORK, ON_THE_PAGE, STORAGE_AND_CODE, type Escape } from "./escapes.ts";
import { test as base, EMPTY_PAGE, expect, PlaygroundPage, SITE } from "./playground-page.ts";
import { startWitness, type Witness } from "./witness.ts";

/** One page and one witness for many tests: a program that gets out harms what comes after it, and is found there too. */
interface Shared {
  readonly witness: Witness;
  readonly victim: PlaygroundPage;
  /** What reached the page that should not: errors, dialogs, messages, pages. */
  readonly harm: string[];
  /** Address of a blob that the page itself made, with a secret in it. */
  readonly pageBlob: string;
}

const test = base.extend<object, { shared: Shared }>({
  shared: [
    async ({ browser }, use) => {
      const witness = await startWitness();
      // Narrow, where the editor is a plain one: what these tests are about is the same, and the page is lighter.
      const context = await browser.newContext({ viewport: { width: 700, height: 900 } });
      const page = await context.newPage();
      const harm: string[] = [];
      page.on("pageerror", (error) => harm.push(`error: ${error.message}`));
      page.on("dialog", (dialog) => harm.push(`dialog: ${dialog.message()}`));
      context.on("page", (opened) => harm.push(`page: ${opened.url()}`));
      context.on("serviceworker", (worker) => harm.push(`service worker: ${worker.url()}`));
      const victim = new PlaygroundPage(page);
      await victim.open();
      const pageBlob = await page.evaluate(() => {
        const heard = ((window as { heard?: unknown[] }).heard = [] as unknown[]);
        new BroadcastChannel("page").onmessage = ({ data }) => heard.push(data);
        addEventListener("message", ({ data, source }) => {
          // A worker that is slow to end goes with its frame. The document of the next one says so, by its own nonce.
          const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
          const { type, nonce } = (data ?? {}) as { type?: unknown; nonce?: unknown };
          const isOurs = type === "frame-ready" && frame?.srcdoc.includes(`data-nonce="${String(nonce)}"`);
          if (!isOurs) heard.push(data);
        });
        return URL.createObjectURL(new Blob(["export const secret = 'the page';"], { type: "text/javascript" }));
      });
      witness.forget();
      await use({ witness, victim, harm, pageBlob });
      await context.close();
      await witness.close();
    },
    { scope: "worker" },
  ],
});

/** The escape as a learner's program. */
const programOf = ({ body }: Escape, { witness, pageBlob }: Shared): string => `// @ts-nocheck
import { dlopen } from "ffi";
const scope = globalThis;
const http = ${JSON.stringify(witness.http)};
const ws = ${JSON.stringify(witness.ws)};
const pageBlob = ${JSON.stringify(pageBlob)};
const soon = (promise) =>
  Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error("no answer")), 300))]);
const forge = (change) => {
  const columns = Object.getPrototypeOf(Uint8Array.prototype);
  const { slice } = columns;
  columns.slice = function (...range) {
    const column = slice.apply(this, range);
    change(column);
    return column;
  };
  return "changed";
};
console.log("trying");
try {
  const result = await (async () => { ${body} })();
  console.log("got:", String(result));
} catch (error) {
  console.log("refused:", String(error?.message ?? error));
}
export {};
`;

async function runProgram(victim: PlaygroundPage, program: string): Promise<string[]> {
  await victim.page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Code" }).click();
  await victim.editor.fill(program);
  await victim.runToEnd();
  await victim.show("Output");
  return victim.printed();
}

/** What the page is like from the inside: everything a program could have left behind. */
const traces = (page: Page) =>
  page.evaluate(async () => {
    const page = window as unknown as Record<string, unknown>;
    return {
      polluted: ({} as Record<string, unknown>)["polluted"] ?? "".constructor.prototype.polluted ?? null,
      type: ({} as Record<string, unknown>)["type"] ?? null,
      escaped: page["escaped"] ?? page["reached"] ?? null,
      heard: page["heard"],
      cookie: document.cookie,
      foreignKeys: Object.keys(localStorage).filter((key) => !key.startsWith("ffi-playground:")),
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      frames: document.querySelectorAll("iframe").length,
      markup: document.querySelectorAll("[onerror], [onload], ol script, ol img, ol b").length,
    };
  });

const UNTOUCHED = {
  polluted: null,
  type: null,
  escaped: null,
  heard: [],
  cookie: "",
  foreignKeys: [],
  databases: 0,
  caches: 0,
  frames: 1,
  markup: 0,
};

for (const escape of [...NETWORK, ...STORAGE_AND_CODE, ...ON_THE_PAGE]) {
  test(`a program does not get out by ${escape.name}`, async ({ shared }) => {
    const { victim, witness, harm } = shared;
    const printed = await runProgram(victim, programOf(escape, shared));
    test.info().annotations.push({ type: "printed", description: printed.join(" | ") });
    if (!escape.mayRun) {
      // It was not even run; or it began, and did not get what it wanted: it was refused, or what it did ended it.
      if (printed.length === 0)
        await expect(victim.alert.filter({ hasText: "The program was not run:" })).toBeVisible();
      else expect(printed[0]).toBe("trying");
      expect(printed.filter((line) => line.startsWith("got:"))).toEqual([]);
    }

    expect(witness.seen, "what reached the server").toEqual([]);
    expect(harm, "what reached the page").toEqual([]);
    expect(await traces(victim.page)).toEqual(UNTOUCHED);
    expect(victim.page.url()).toBe(`${SITE}#/lesson/strings`);

    // The page still does what it is for.
    expect(await runProgram(victim, 'console.log("the page is well");')).toEqual(["the page is well"]);
    expect(await victim.kept()).toBe('console.log("the page is well");');
  });
}

test.describe("the witness, which these tests rely on, counts who is not in the sandbox", () => {
  /** What a page of the site, outside of any frame, cannot do either: names of another age or of another kind of scope. */
  const ELSEWHERE = [
    "importScripts",
    "WebSocketStream",
    "WebTransport",
    "a nested worker from the server",
    "a shared worker",
  ];
  ELSEWHERE.push("a service worker", "going somewhere else", "a module whose source map is remote", "opening a window");

  for (const escape of NETWORK.filter(({ name }) => !ELSEWHERE.includes(name))) {
    test(`by ${escape.name}`, async ({ page }) => {
      const witness = await startWitness();
      await page.goto(EMPTY_PAGE);
      await page.evaluate(
        ([body, http, ws]) => {
          const attempt = new Function("scope, http, ws, soon", `return (async () => { ${body} })()`) as (
            ...all: unknown[]
          ) => Promise<unknown>;
          attempt(globalThis, http, ws, (promise: unknown) => promise).catch(() => {});
        },
        [escape.body, witness.http, witness.ws] as const,
      );
      await expect.poll(() => witness.seen.length).toBeGreaterThan(0);
      await witness.close();
    });
  }
});
