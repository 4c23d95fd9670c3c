/** `npm run bench`: see main.ts. */
import { setUp } from "../../src/build/setup.mjs";

setUp();
const { register } = await import("tsx/esm/api");
register();
await import("./main.ts");
