// A worker thread starts as plain JavaScript.
import { importBundled } from "../../src/build/node-bundle.mjs";

await importBundled(new URL("thread.ts", import.meta.url));
