import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Empty } from "./Empty.tsx";
import type { Loading } from "./use-loaded.ts";

interface Props<T> {
  readonly loading: Loading<T>;
  readonly children: (value: T) => ReactNode;
}

/** What was loaded, or that it is on its way, or that it did not come. */
export function WhenLoaded<T>({ loading, children }: Props<T>) {
  if (loading.state === "loaded") return children(loading.value);
  if (loading.state === "loading") return <Empty>Loading…</Empty>;
  return (
    <div role="alert">
      <p>The text of this page did not load. Check the connection to this site, then try again.</p>
      <Button onClick={loading.retry}>Try again</Button>
    </div>
  );
}
