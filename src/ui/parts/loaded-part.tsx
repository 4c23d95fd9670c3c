import { useState, type ComponentType, type ReactNode } from "react";
import { Failure } from "./Failure.tsx";
import { useLoaded } from "./use-loaded.ts";

/**
 * A part of the page whose code loads when it is first drawn. Unlike React's `lazy`, it says when the code did not
 * arrive, and asks for it again.
 *
 * @param name what it is, as a sentence begins: `The Heap panel`.
 * @param waiting stands in its place until it has arrived.
 */
export function loadedPart<P extends object>(
  name: string,
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  waiting: ReactNode = null,
): ComponentType<P> {
  let arrived: ComponentType<P> | null = null;
  const get = async (): Promise<ComponentType<P>> => (arrived = (await load()).default);

  function Awaited(props: P) {
    const loading = useLoaded(name, get);
    if (loading.state === "loading") return waiting;
    if (loading.state === "loaded") return <loading.value {...props} />;
    const sentence = `${name} did not load. Check the connection to this site, then try again.`;
    return <Failure sentence={sentence} onRetry={loading.retry} />;
  }

  return function LoadedPart(props: P) {
    // What has arrived before is drawn at once.
    const [Part] = useState<ComponentType<P>>(() => arrived ?? Awaited);
    return <Part {...props} />;
  };
}
