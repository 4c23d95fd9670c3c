import checks from "virtual:sealed-checks";
import program from "virtual:sealed-guest";
import type { SealedModule } from "../runner/sealed-engine.ts";
import { Engine, programGuest, type Guests } from "./host/engine.ts";
import { checksGuest, type ChecksImage } from "./host/examiner.ts";
import { GuestImage } from "./host/image.ts";

/** The sealed engine as a module by itself: the runner imports its text. */
export const prepareEngine: SealedModule["prepareEngine"] = async (wasm) => {
  const binary = await WebAssembly.compile(wasm);
  let checksImage: Promise<ChecksImage> | null = null;
  const guests: Guests = {
    program: await GuestImage.make(binary, programGuest(program)),
    checks: () => (checksImage ??= GuestImage.make(binary, checksGuest(checks))),
  };
  return { run: (run) => new Engine(run, guests).run() };
};
