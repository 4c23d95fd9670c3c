import { useEffect, type RefObject } from "react";

/**
 * Keeps the end of a growing content in sight, as a terminal does: only while it is in sight, so that whoever has
 * scrolled back to read is left alone. The scroller moves between layout and paint: asking it to move any earlier would
 * have the page laid out twice.
 *
 * @param content what grows.
 * @param end an element of no height right behind it.
 */
export function useStickToEnd(content: RefObject<Element | null>, end: RefObject<Element | null>): void {
  useEffect(() => {
    if (!content.current || !end.current) return;
    const last = end.current;
    // Told after the picture is drawn: while the content grows it still says how things were before.
    let inSight = true;
    const sight = new IntersectionObserver((entries) => (inSight = entries.at(-1)?.isIntersecting ?? inSight));
    const growth = new ResizeObserver(() => {
      if (inSight) last.scrollIntoView({ block: "nearest" });
    });
    sight.observe(last);
    growth.observe(content.current);
    return () => {
      sight.disconnect();
      growth.disconnect();
    };
  }, [content, end]);
}
