// A process starts as plain JavaScript.
import { importBundled } from "../../src/build/node-bundle.mjs";

await importBundled(new URL("command-server.ts", import.meta.url));
