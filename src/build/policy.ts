import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { FRAME_SCRIPT } from "../sandbox/frame.ts";
import { pagePolicy } from "../sandbox/policy.ts";

const MODULE = "virtual:frame-script";
const FIRST_TAG = '<meta charset="utf-8" />';

/** The script of the frame as a policy names it: by its hash. */
export const frameScript = (): string => `'sha256-${createHash("sha256").update(FRAME_SCRIPT).digest("base64")}'`;

/**
 * Gives the built page its policy: as a `<meta>`, which holds on every host, and in `_headers`, which some hosts and this
 * project's own server send with each file. A development server's page has none, because that server adds inline scripts.
 *
 * `virtual:frame-script` is what both that policy and the frame's own know of the frame's script.
 */
export function policy(): Plugin {
  return {
    name: "ffi-playground:policy",
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(frameScript())};` : null),
    transformIndexHtml(html, { server }) {
      if (server) return html;
      const [before, after] = html.split(FIRST_TAG);
      if (before === undefined || after === undefined) throw new Error(`index.html has to begin with ${FIRST_TAG}`);
      // Before everything that loads something; the encoding has to come within the first 1024 bytes.
      const tag = `<meta http-equiv="Content-Security-Policy" content="${pagePolicy(frameScript())}" />`;
      return `${before}${FIRST_TAG}\n    ${tag}${after}`;
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "_headers", source: headersFile() });
    },
  };
}

/** For every file: a worker has the policy that came with its own script. */
const headersFile = (): string =>
  ["/*", `  Content-Security-Policy: ${pagePolicy(frameScript())}`, "  X-Content-Type-Options: nosniff", ""].join("\n");
