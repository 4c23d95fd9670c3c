import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serve } from "../../src/build/serve.mjs";

/**
 * Serves the built site on a free port for all tests, and tells them where by `SITE_URL`. A `SITE_URL` that is set
 * already is used as it is; `SITE_FOLDER` serves another build than `dist/`.
 */
export default async function serveSite(): Promise<(() => Promise<void>) | void> {
  if (process.env["SITE_URL"]) return;
  const folder = process.env["SITE_FOLDER"] ?? fileURLToPath(new URL("../../dist", import.meta.url));
  if (!existsSync(`${folder}/index.html`)) throw new Error(`There is no site in ${folder}: run "npm run build" first.`);
  const { address, close } = await serve(folder, 0);
  process.env["SITE_URL"] = address;
  return async () => {
    await close();
  };
}
