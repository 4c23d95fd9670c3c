import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "react";
import { formatNanoseconds, type Figure } from "./figures.ts";
import type { Group } from "./groups.ts";

interface Props {
  readonly group: Group;
  readonly figures: readonly Figure[];
  /** Pixels. */
  readonly width: number;
}

/** Pixels: room for a figure beside the last power of ten, and for the name of a power. */
const MARGIN_RIGHT = 66;
const TICK_WIDTH = 52;

/** Medians as dots with the middle half as a line through each, on a logarithmic scale. The table beside it says the same. */
export function Chart({ group, figures, width }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const data = figures.map((figure) => ({ ...figure, side: sideOf(figure.name) }));
    // Whole powers of ten around the figures, and as many of them named as have room.
    const first = Math.floor(Math.log10(Math.min(...data.map(({ low }) => low))));
    const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...data.map(({ high }) => high)))));
    const longest = Math.max(...data.map(({ name }) => name.length));
    const marginLeft = Math.min(longest * 7.3 + 14, width * 0.5);
    const chart = Plot.plot({
      width,
      marginLeft,
      marginRight: MARGIN_RIGHT,
      height: 42 + data.length * 30,
      style: { background: "none", fontFamily: "inherit", fontSize: "13px", overflow: "visible" },
      x: {
        type: "log",
        label: null,
        grid: true,
        domain: [10 ** first, 10 ** last],
        ticks: powers(first, last, (width - marginLeft - MARGIN_RIGHT) / TICK_WIDTH),
        tickFormat: (value: number) => formatNanoseconds(value).replace(/\.0+/, ""),
      },
      y: { label: null, domain: data.map(({ name }) => name), tickSize: 0 },
      marks: [
        Plot.ruleY(data, { y: "name", x1: "low", x2: "high", stroke: "side", strokeWidth: 5, strokeOpacity: 0.35 }),
        Plot.dot(data, { y: "name", x: "median", fill: "side", r: 5 }),
        Plot.text(data, {
          y: "name",
          x: "high",
          text: ({ median }: Figure) => formatNanoseconds(median),
          textAnchor: "start",
          dx: 12,
          fill: "currentColor",
        }),
      ],
    });
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", `${group.title}: the same figures as in the table below, as a chart`);
    place.current?.replaceChildren(chart);
    return () => chart.remove();
  }, [group, figures, width]);
  return <div ref={place} />;
}

/** Powers of ten from one to another, every second or third where there is no room for more. */
function powers(first: number, last: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((last - first) / Math.max(1, most - 1)));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => 10 ** (first + index * step));
}

/** The hue of the side that does the work, or of the way that saves some. */
const sideOf = (name: string): string =>
  /^a function of TypeScript|to C$|each|new block|copied/.test(name) ? "var(--ts)" : "var(--c)";
