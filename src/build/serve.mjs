import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

/**
 * Serves a folder to this machine only. Files under `assets/` carry a hash of their content in their name, so they may
 * be kept for ever; everything else is asked for again, and answered by its ETag when it has not changed.
 *
 * Files are looked up at each request, so a build made meanwhile is served at once. With each go the headers that the
 * build's `_headers` names.
 *
 * @param {string} folder
 * @param {number} port 0 for any free one
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} rejects with the error of `listen`: its `code` is
 *   EADDRINUSE when the port is taken
 */
export async function serve(folder, port) {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders(response, path) {
      response.setHeader(
        "Cache-Control",
        path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      );
      response.setHeader("X-Content-Type-Options", "nosniff");
      for (const [name, value] of headersForAll(folder)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("There is no such file here.\n");
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const { port: actual } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${actual}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * What `_headers` says of every file: indented lines `Name: value` below `/*`.
 *
 * @param {string} folder
 * @returns {string[][]}
 */
function headersForAll(folder) {
  let text = "";
  try {
    text = readFileSync(join(folder, "_headers"), "utf8");
  } catch {
    return [];
  }
  const [, block = ""] = /^\/\*\n((?: +.*\n)*)/m.exec(text) ?? [];
  return [...block.matchAll(/^ +([^:]+): (.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
}
