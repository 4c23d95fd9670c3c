import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { rolldown } from "rolldown";
import { fileURLToPath } from "node:url";
import { frameScript } from "../../src/build/policy.ts";
import { EMPTY_PAGE, expect, SITE, test } from "./playground-page.ts";

/**
 * A page that embeds this one can put a document of its own into the frame that programs run in. It must get neither the
 * worker's text nor a port: with them it would read the learner's program and answer in the program's place.
 */

/** Listens for anything that is given to it, and claims to be the frame's own document. */
const IMPOSTOR = `<!doctype html><script>
  addEventListener("message", ({ data, ports }) =>
    top.postMessage({ got: JSON.stringify(data).slice(0, 50), ports: ports.length }, "*"));
  for (const nonce of [undefined, "", null, "nonce"]) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data, ports }) => top.postMessage({ got: JSON.stringify(data).slice(0, 50), ports: ports.length }, "*");
    parent.postMessage({ type: "frame-ready", nonce }, "*", [port2]);
  }
  top.postMessage({ arrived: true }, "*");
</script>`;

declare global {
  interface Window {
    openFrameHost: (
      parts: { source: string; frameScript: string },
      parent: HTMLElement,
    ) => Promise<{ start(): { port: MessagePort } }>;
    heard: unknown[];
  }
}

/** The real `openFrameHost`, in a page without a policy: the policy would be a second wall. */
async function hostCode(): Promise<string> {
  const input = fileURLToPath(new URL("../../src/sandbox/frame-host.ts", import.meta.url));
  const bundle = await rolldown({ input, platform: "browser" });
  const { output } = await bundle.generate({ format: "iife", name: "host", codeSplitting: false });
  await bundle.close();
  return `${output[0].code}; window.openFrameHost = host.openFrameHost;`;
}

for (const moment of ["before the handshake", "after it"] as const) {
  test(`a document that took the frame's place ${moment} gets nothing`, async ({ page }) => {
    await page.goto(EMPTY_PAGE);
    await page.addScriptTag({ content: await hostCode() });
    const outcome = await page.evaluate(
      async ([script, impostor, when]) => {
        window.heard = [];
        addEventListener("message", ({ data }) => window.heard.push(data));
        const arrived = new Promise<void>((resolve) =>
          addEventListener("message", ({ data }) => (data as { arrived?: true }).arrived && resolve()),
        );
        const replace = (): void => {
          const frame = document.querySelector("iframe");
          if (frame?.contentWindow)
            frame.contentWindow.location.href = `data:text/html,${encodeURIComponent(impostor)}`;
        };
        const source = "onmessage = ({ data: { port } }) => port.postMessage('the program');";
        const opening = window.openFrameHost({ source, frameScript: script }, document.body);
        if (when === "before the handshake") {
          replace();
          await arrived;
          await new Promise((resolve) => setTimeout(resolve, 300));
          return Promise.race([opening.then(() => "opened"), Promise.resolve("waits")]);
        }
        const host = await opening;
        replace();
        await arrived;
        const { port } = host.start();
        let answer = "none";
        port.onmessage = ({ data }) => (answer = String(data));
        await new Promise((resolve) => setTimeout(resolve, 300));
        return answer;
      },
      [frameScript(), IMPOSTOR, moment] as const,
    );
    expect(outcome).toBe(moment === "before the handshake" ? "waits" : "none");
    const heard = await page.evaluate(() => window.heard as { got?: string }[]);
    expect(heard.filter(({ got }) => got !== undefined)).toEqual([]);
  });
}

test("the frame's own document is known", async ({ page }) => {
  await page.goto(EMPTY_PAGE);
  await page.addScriptTag({ content: await hostCode() });
  const answer = await page.evaluate(async (script) => {
    const source = "onmessage = ({ data: { port } }) => port.postMessage('the program');";
    const host = await window.openFrameHost({ source, frameScript: script }, document.body);
    const { port } = host.start();
    return new Promise((resolve) => (port.onmessage = ({ data }) => resolve(data)));
  }, frameScript());
  expect(answer).toBe("the program");
});

test("embedded in a page of another site, which cannot put a document of its own into the frame", async ({ page }) => {
  const embedder = createServer((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    const isImpostor = request.url === "/impostor";
    response.end(isImpostor ? IMPOSTOR : `<!doctype html><iframe src="${SITE}#/lesson/strings"></iframe>`);
  });
  embedder.listen(0, "127.0.0.1");
  await once(embedder, "listening");
  const address = `http://127.0.0.1:${(embedder.address() as AddressInfo).port}/`;
  await page.addInitScript(() => {
    if (window !== top) return;
    window.heard = [];
    addEventListener("message", ({ data }) => window.heard.push(data));
  });
  await page.goto(address);
  // A frame in the frame of this site is the one that programs run in.
  await page.waitForFunction(() => (window.frames[0]?.frames.length ?? 0) > 0);
  await page.evaluate((impostor) => void (window.frames[0]!.frames[0]!.location.href = impostor), `${address}impostor`);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => window.heard)).toEqual([]);
  embedder.closeAllConnections();
  embedder.close();
});
