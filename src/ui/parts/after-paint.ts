import { useEffect, useState } from "react";

/** Resolves once what has been rendered so far is on screen. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** False until what was rendered when `ready` became true is on screen: what may wait until then does not slow it. */
export function usePainted(ready: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let wanted = true;
    if (ready) void afterPaint().then(() => wanted && setPainted(true));
    return () => {
      wanted = false;
    };
  }, [ready]);
  return painted;
}
