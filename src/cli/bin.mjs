#!/usr/bin/env node
// The command's first step: plain JavaScript, because TypeScript can be read only once the packages are there.
import { setUp } from "../build/setup.mjs";

setUp();
const { register } = await import("tsx/esm/api");
register();
await import("./main.ts");
