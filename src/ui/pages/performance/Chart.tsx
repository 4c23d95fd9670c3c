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

/** Medians as dots with the middle half as a line through each, on a logarithmic scale. The table beside it says the same. */
export function Chart({ group, figures, width }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const data = figures.map((figure) => ({ ...figure, side: sideOf(figure.name) }));
    const longest = Math.max(...data.map(({ name }) => name.length));
    const chart = Plot.plot({
      width,
      marginLeft: Math.min(longest * 7.3 + 14, width * 0.5),
      marginRight: 62,
      height: 42 + data.length * 30,
      style: { background: "none", fontFamily: "inherit", fontSize: "13px", overflow: "visible" },
      x: {
        type: "log",
        label: null,
        grid: true,
        nice: true,
        ticks: 4,
        tickFormat: (value: number) =>
          Number.isInteger(Math.log10(value)) ? formatNanoseconds(value).replace(/\.0+/, "") : "",
      },
      y: { label: null, domain: data.map(({ name }) => name), tickSize: 0 },
      marks: [
        Plot.ruleY(data, { y: "name", x1: "low", x2: "high", stroke: "side", strokeWidth: 5, strokeOpacity: 0.35 }),
        Plot.dot(data, { y: "name", x: "median", fill: "side", r: 5 }),
        Plot.text(data, {
          y: "name",
          x: "median",
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

/** The hue of the side that does the work, or of the way that saves some. */
const sideOf = (name: string): string =>
  /^a function of TypeScript|to C$|each|new block|copied/.test(name) ? "var(--ts)" : "var(--c)";
