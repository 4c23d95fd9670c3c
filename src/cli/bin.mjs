#!/usr/bin/env node
// The command's first step: plain JavaScript, because TypeScript can be read only once the packages are there.
import { importBundled } from "../build/node-bundle.mjs";
import { setUp } from "../build/setup.mjs";

setUp();
const { main, failed } = await importBundled(new URL("main.ts", import.meta.url));
await main().catch(failed);
