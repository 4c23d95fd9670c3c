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

  /** Whether there is anything to look at after a call. */
  get isDue(): boolean {
    return this.kept.some || this.registrations.areEnding;
  }

  /** A call has returned: what C has forgotten meanwhile, and which registrations are over. */
  review(span: number): void {
    if (this.registrations.areEnding) this.registrations.endPutOff();
    if (this.kept.some) this.kept.review(span);
  }

  reportLeaks(): void {
    reportLeaks(this.#space);
  }

  reportRegistrations(): void {
    this.registrations.report();
  }
}
