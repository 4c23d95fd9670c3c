/** `npm start`: sets up, builds when the site is missing or stale, serves it and prints its address. */
import { join } from "node:path";
import { isBuilt } from "./fresh.mjs";
import { ROOT, setUp } from "./setup.mjs";

const port = readPort(process.env["PORT"]);
setUp();
// Only now: these need the packages.
const { serve } = await import("./serve.mjs");
if (!isBuilt(ROOT)) await build();

try {
  const { address, close } = await serve(join(ROOT, "dist"), port);
  console.log(`FFI Playground is at ${address}  (Ctrl+C stops it)`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void close());
} catch (error) {
  if (error.code === "EADDRINUSE") {
    stop(`Port ${port} is in use: stop what uses it, or choose another one, as in "PORT=${port + 1} npm start".`);
  }
  if (error.code === "EACCES")
    stop(`Port ${port} may not be used here: choose one above 1023, as in "PORT=4173 npm start".`);
  throw error;
}

async function build() {
  console.log("Building the site …");
  const { build } = await import("vite");
  await build({ root: ROOT, logLevel: "error" }).catch((error) =>
    stop(`The site could not be built: ${error.message}`),
  );
}

/** @param {string | undefined} text */
function readPort(text) {
  if (text === undefined || text === "") return 4173;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0 && number <= 65535) return number;
  return stop(`PORT has to be a number from 0 to 65535, not "${text}".`);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
