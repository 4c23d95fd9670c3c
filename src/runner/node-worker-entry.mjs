// A worker thread starts as plain JavaScript.
import { importBundled } from "../build/node-bundle.mjs";

await importBundled(new URL("node-worker.ts", import.meta.url));
