/**
 * Rebuilds `wasm/` from `c-sources/`.
 *
 * Options: `--out DIR` builds there instead; `--sources DIR` builds the libraries of another folder;
 * `--no-declarations` leaves out the types for editors, which describe the libraries of one folder only.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { buildLibraries } from "./build.ts";
import { C_SOURCES } from "./flags.ts";

try {
  const { values } = parseArgs({
    options: { out: { type: "string" }, sources: { type: "string" }, "no-declarations": { type: "boolean" } },
  });
  const output = path.resolve(values.out ?? path.join(C_SOURCES, "../wasm"));
  await buildLibraries(path.resolve(values.sources ?? C_SOURCES), output, {
    declarations: values["no-declarations"] !== true,
  });
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
