import { createStore, type StoreApi } from "zustand/vanilla";
import { formatLocation, parseLocation, type Place } from "./place.ts";

export interface PlaceState {
  readonly place: Place;
  /** Goes there: the address changes, and Back comes back. */
  go(place: Place): void;
}

/** The part of a window that knows where it is. */
export type Whereabouts = Pick<Window, "addEventListener" | "removeEventListener"> & {
  readonly location: Pick<Location, "hash">;
};

/** Follows the address. The address is the truth: `go` only changes it. */
export function createPlaceStore(page: Whereabouts): StoreApi<PlaceState> & { dispose(): void } {
  const store = createStore<PlaceState>(() => ({
    place: parseLocation(page.location.hash),
    go(place) {
      page.location.hash = formatLocation(place);
      read();
    },
  }));
  const read = (): void => {
    const place = parseLocation(page.location.hash);
    if (formatLocation(place) !== formatLocation(store.getState().place)) store.setState({ place });
  };
  page.addEventListener("hashchange", read);
  return Object.assign(store, { dispose: () => page.removeEventListener("hashchange", read) });
}
