import { frameScript } from "../../src/build/policy.ts";
import { frameDocument } from "../../src/sandbox/frame.ts";
import { NETWORK, STORAGE_AND_CODE, type Escape } from "./escapes.ts";
import { EMPTY_PAGE, expect, test } from "./playground-page.ts";
import { startWitness, type Witness } from "./witness.ts";

/**
 * The first lock alone: the frame's opaque origin and its policy, with a worker whose globals nobody took away. Each
 * escape is the worker's own text here. What a program can try in the page, where the second lock is on too, is in
 * `sandbox-escapes.spec.ts`.
 */

let witness: Witness;
test.beforeAll(async () => {
  witness = await startWitness();
});
test.afterAll(() => witness.close());
test.beforeEach(() => witness.forget());

/** A worker that tries, and says through its port what became of it. */
const workerText = ({ body }: Escape): string => `
  const scope = globalThis, http = ${JSON.stringify(witness.http)}, ws = ${JSON.stringify(witness.ws)};
  const soon = (promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(fail, 700, new Error("no answer")))]);
  onmessage = ({ data: { port } }) =>
    (async () => { ${body} })().then(
      (result) => port.postMessage("got: " + String(result)),
      (error) => port.postMessage("refused: " + String(error?.message ?? error?.type ?? error)),
    );`;

for (const escape of [...NETWORK, ...STORAGE_AND_CODE]) {
  test(`the frame's policy alone refuses: ${escape.name}`, async ({ page }) => {
    await page.goto(EMPTY_PAGE);
    const answer = await page.evaluate(
      ([document_, source]) =>
        new Promise<string>((resolve) => {
          const frame = document.createElement("iframe");
          frame.setAttribute("sandbox", "allow-scripts");
          frame.srcdoc = document_;
          window.onmessage = ({ ports: [control] }) => {
            const worker = new MessageChannel();
            worker.port1.onmessage = ({ data }) => resolve(String(data));
            control?.postMessage({ type: "runner", source });
            control?.postMessage({ type: "start", worker: 1 }, [worker.port2]);
          };
          document.body.append(frame);
        }),
      [frameDocument("nonce", frameScript()), workerText(escape)] as const,
    );
    expect(answer).toMatch(escape.mayRun ? /^(got|refused): / : /^refused: /);
    expect(witness.seen).toEqual([]);
  });
}
