import { useEffect, useRef, type RefObject } from "react";
import type { RenderedText } from "../../contract/lesson.ts";

type Heading = RenderedText["headings"][number];

/** Pixels left free above a heading that is jumped to. */
const SPACE_ABOVE = 24;

/** Brings a heading of a text on screen when the address names it, and the top when it names none. */
export function useJump(scroller: RefObject<HTMLElement | null>, text: RenderedText | null, heading: string | null) {
  useEffect(() => {
    const element = scroller.current;
    const target = heading === null ? null : element?.querySelector<HTMLElement>(`#${CSS.escape(heading)}`);
    element?.scrollTo({ top: target ? target.offsetTop - SPACE_ABOVE : 0 });
  }, [scroller, text, heading]);
}

/** Tells which part of a text is being read, by its heading of level 2; null for what comes before the first. */
export function useReading(
  scroller: RefObject<HTMLElement | null>,
  text: RenderedText,
  onRead: (heading: Heading | null) => void,
) {
  const told = useRef(onRead);
  useEffect(() => {
    told.current = onRead;
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const parts = text.headings.filter(({ level }) => level === 2);
    const look = (): void => {
      // What stands in the upper third is what is read, but at the end there may be no more to scroll.
      const line = element.scrollTop + element.clientHeight / 3;
      const atEnd = element.scrollTop > 0 && element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
      const top = ({ id }: Heading): number =>
        element.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.offsetTop ?? Infinity;
      told.current((atEnd ? parts.at(-1) : parts.findLast((part) => top(part) <= line)) ?? null);
    };
    let frame = 0;
    const scrolled = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    scrolled();
    element.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", scrolled);
    };
  }, [scroller, text]);
}
