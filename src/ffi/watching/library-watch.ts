import { Registrations } from "../callbacks/registrations.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import type { EndReports } from "../runtime.ts";
import { KeptPointers } from "./kept-pointers.ts";
import { reportLeaks } from "./leaks.ts";

/** What is watched of one library from call to call: the pointers and the callbacks that it keeps. */
export class LibraryWatch implements EndReports {
  readonly kept: KeptPointers;
  readonly registrations: Registrations;
  readonly #space: AddressSpace;

  constructor(space: AddressSpace) {
    this.#space = space;
    this.kept = new KeptPointers(space);
    this.registrations = new Registrations(space, this.kept);
  }

  reportLeaks(): void {
    reportLeaks(this.#space);
  }

  reportRegistrations(): void {
    this.registrations.report();
  }
}
