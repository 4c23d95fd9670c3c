import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright/test";
import { expect, SITE, test } from "./playground-page.ts";
import { startWitness } from "./witness.ts";

/** How the page comes by its policy. Without any, everything that it stops has to work: else these tests could not fail. */
type Policy = "header and meta" | "meta alone" | "none";

/** The site as a host serves it that sends no policy, or that had none to send. */
async function serveWith(policy: Policy): Promise<{ address: string; close: () => void }> {
  if (policy === "header and meta") return { address: SITE, close: () => {} };
  const server = createServer((request, response) => {
    void fetch(new URL((request.url ?? "/").replace(FOLDER, "/"), SITE)).then(async (original) => {
      const type = original.headers.get("content-type") ?? "";
      response.writeHead(original.status, { "Content-Type": type });
      const body = Buffer.from(await original.arrayBuffer());
      const isBare = policy === "none" && type.startsWith("text/html");
      response.end(isBare ? body.toString().replace(META, "") : body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${FOLDER}`,
    close: () => void (server.closeAllConnections(), server.close()),
  };
}

/** A site may be served from any folder. */
const FOLDER = "/a/folder/";

const META = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

/** What the browser says of its policies, in the page, in its frames and in its workers. */
function refusalsOf(page: Page): string[] {
  const refusals: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|securitypolicyviolation/i.test(message.text())) refusals.push(message.text());
  });
  return refusals;
}

async function noteViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`securitypolicyviolation: ${violatedDirective} ${blockedURI}`),
    );
  });
}

const LEAK = `import { dlopen } from "ffi";
using strings = dlopen("strings", { malloc: { parameters: ["usize"], result: "pointer" } } as const);
strings.symbols.malloc(3);
const n: number = 1;
console.log("ran", n);`;

for (const policy of ["header and meta", "meta alone"] as const) {
  test(`by ${policy}, the page does all it has to do without a violation`, async ({ playground }) => {
    const { page } = playground;
    const refusals = refusalsOf(page);
    await noteViolations(page);
    const { address, close } = await serveWith(policy);
    await playground.open("strings", LEAK, address);
    // The editor's workers: colours come from one, and what a name is from the compiler in the other.
    await expect(playground.editor).toBeAttached();
    await playground.runToEnd();
    expect(await playground.printed()).toEqual(["ran 1"]);
    await page.getByText("dlopen", { exact: true }).first().hover();
    await expect(page.locator(".monaco-hover:visible")).toContainText("function dlopen");
    await playground.show("Faults");
    await expect(page.getByRole("tabpanel", { name: "Faults" })).toContainText("FFI002");
    await page.goto(`${address}#/performance`);
    await expect(page.getByRole("button", { name: "Measure" })).toBeVisible();
    expect(refusals).toEqual([]);
    close();
  });
}

/** Ways of one who has put text into the page, each by what it sets or whom it reaches. */
const INTRUSIONS: Readonly<Record<string, (remote: string) => void>> = {
  "an inline script": () => {
    document.body.append(Object.assign(document.createElement("script"), { textContent: "document.title = 'in'" }));
  },
  "a handler in markup": () => {
    document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="document.title = 'in'">`);
  },
  "text that is made code": () => void setTimeout("document.title = 'in'"),
  "a script of another site": (remote) => {
    document.body.append(Object.assign(document.createElement("script"), { src: remote }));
  },
  "an image of another site": (remote) => void (new Image().src = remote),
  "a request to another site": (remote) => void fetch(remote).catch(() => {}),
  "a form that is sent to another site": (remote) => {
    document.body.insertAdjacentHTML("beforeend", `<form method="post" target="_blank" action="${remote}"></form>`);
    document.forms[document.forms.length - 1]?.submit();
  },
  "a frame of another site": (remote) => {
    document.body.append(Object.assign(document.createElement("iframe"), { src: remote }));
  },
};

for (const policy of ["header and meta", "meta alone", "none"] as const) {
  test(`by ${policy}, ${policy === "none" ? "text put into the page gets through" : "nothing put into the page gets anywhere"}`, async ({
    page,
  }) => {
    const witness = await startWitness();
    const { address, close } = await serveWith(policy);
    const through: string[] = [];
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const [name, act] of Object.entries(INTRUSIONS)) {
      await page.evaluate(() => void (document.title = "out"));
      witness.forget();
      await page.evaluate(act as (remote: string) => void, `${witness.http}/${encodeURIComponent(name)}`);
      const isIn = async (): Promise<boolean> =>
        (await page.title()) === "in" || witness.seen.some((what) => /^(GET|POST) /.test(what));
      if (policy === "none") await expect.poll(isIn, { message: name }).toBe(true);
      else await page.waitForTimeout(150);
      if (await isIn()) through.push(name);
    }
    await witness.close();
    close();
    expect(through).toEqual(policy === "none" ? Object.keys(INTRUSIONS) : []);
  });
}
