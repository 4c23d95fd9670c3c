import { createStore, type StoreApi } from "zustand/vanilla";
import { formatRoute, parseRoute, type Route } from "./route.ts";

export interface RouteState {
  readonly route: Route;
  /** Goes there: the address changes, and Back comes back. */
  go(route: Route): void;
}

/** The part of a window that knows where it is. */
export type Whereabouts = Pick<Window, "addEventListener" | "removeEventListener"> & {
  readonly location: Pick<Location, "hash">;
};

/** Follows the address. The address is the truth: `go` only changes it. */
export function createRouteStore(page: Whereabouts): StoreApi<RouteState> & { dispose(): void } {
  const store = createStore<RouteState>(() => ({
    route: parseRoute(page.location.hash),
    go(route) {
      page.location.hash = formatRoute(route);
      read();
    },
  }));
  const read = (): void => {
    const route = parseRoute(page.location.hash);
    if (formatRoute(route) !== formatRoute(store.getState().route)) store.setState({ route });
  };
  page.addEventListener("hashchange", read);
  return Object.assign(store, { dispose: () => page.removeEventListener("hashchange", read) });
}
