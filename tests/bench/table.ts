import type { CallRow } from "./calls/index.ts";
import type { CheckCost } from "./checks.ts";
import type { Comparison } from "./compare.ts";
import type { KernelCosts, PeerCosts } from "./kernels.ts";
import type { PageCosts } from "./page.ts";
import { PEERS, type Peer } from "./peers.ts";
import type { Spread } from "./statistics.ts";

/** One line of the table. `spread` is the middle four fifths of the measurements. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly spread: string;
  /** What it is to reach; empty where nothing was set. */
  readonly reach: string;
  readonly detail: string;
}

export const callRows = (rows: readonly CallRow[]): Row[] =>
  rows.map(({ what, peer, cost, reach }) => ratio(`${what} ÷ ${peer}`, cost, reach));

export function kernelRows(costs: KernelCosts): Row[] {
  const { kernels, malloc, idleMemory, emccFound, whyBelowOne } = costs;
  const means = Object.entries(costs.peersGeometricMean).map(([peer, mean]) => `${peer} ${times(mean)}`);
  const memory = PEER_NAMES.flatMap((peer) => {
    const bytes = idleMemory[peer];
    return bytes === undefined ? [] : [`${peer} ${mebibytes(bytes)}`];
  });
  const missing = emccFound ? [] : [{ ...EMPTY, what: "AddressSanitizer and SAFE_HEAP", detail: "emcc not found" }];
  const note = whyBelowOne === null ? [] : [{ ...EMPTY, what: "below 1 ×", detail: whyBelowOne }];
  return [
    ...kernels.map(({ name, cost, peers }) => ratio(`${name}, checked ÷ fast`, cost, "", besides(peers))),
    ...note,
    {
      what: `C under the checker, geometric mean of ${kernels.length}`,
      measured: times(costs.geometricMean),
      spread: "",
      reach: "2.0 ×",
      detail: means.join(", "),
    },
    ...malloc.map(({ bytes, checker, peers }) =>
      ratio(`malloc + free of ${bytes} bytes, checked ÷ fast`, checker, "8 ×", besides(peers)),
    ),
    ...malloc.map(({ bytes, traced }) => ratio(`malloc + free of ${bytes} bytes, traced ÷ fast`, traced, "")),
    {
      what: "memory of an idle checked library",
      measured: mebibytes(idleMemory.checked),
      spread: "",
      reach: "32 MiB",
      detail: [`fast ${mebibytes(idleMemory.fast)}`, ...memory].join(", "),
    },
    ...missing,
  ];
}

const PEER_NAMES = Object.keys(PEERS) as Peer[];
const EMPTY: Row = { what: "", measured: "", spread: "", reach: "", detail: "" };

const besides = (peers: PeerCosts): string[] =>
  Object.entries(peers).map(([peer, { ratio }]) => `${peer} ${times(ratio.median)}`);

export const checkRows = (costs: readonly CheckCost[]): Row[] =>
  costs.map(({ exercise, runs, check }) =>
    duration(`a check of ${exercise}, in Node`, check, "2000 ms", `${runs} sealed runs`),
  );

export function pageRows({ browser, run, longRun, firstVisit }: PageCosts): Row[] {
  return [
    duration("Run pressed → first line on screen, warm", run.warm, "50 ms", browser),
    duration("Run pressed → first line on screen, first run", run.cold, "", browser),
    {
      what: "JavaScript and CSS before the lesson's text, gzip",
      measured: `${(firstVisit.gzipBytes / 1000).toFixed(1)} kB`,
      spread: "",
      reach: "150 kB",
      detail: `${firstVisit.files.length} files; text after ${firstVisit.textAfter.toFixed(0)} ms`,
    },
    {
      what: "a long run: the page's longest silence",
      measured: `${longRun.silence.toFixed(0)} ms`,
      spread: "",
      reach: "100 ms",
      detail: `${longRun.events.toLocaleString("en-US")} events, ${longRun.crossings.toLocaleString("en-US")} crossings, ${mebibytes(longRun.heapBytes)} of heap`,
    },
    ...Object.entries(longRun.scrub).map(([panel, cost]) =>
      duration(`a long run: to any moment, ${panel} open`, cost, "50 ms", ""),
    ),
  ];
}

function ratio(what: string, { ratio, subject, reference }: Comparison, reach: string, besides: string[] = []): Row {
  const detail = [`${nanoseconds(subject.median)} ÷ ${nanoseconds(reference.median)}`, ...besides].join(", ");
  return { what, measured: times(ratio.median), spread: `${times(ratio.low)} – ${times(ratio.high)}`, reach, detail };
}

function duration(what: string, { median, low, high }: Spread, reach: string, detail: string): Row {
  return {
    what,
    measured: `${median.toFixed(0)} ms`,
    spread: `${low.toFixed(0)} – ${high.toFixed(0)} ms`,
    reach,
    detail,
  };
}

const times = (value: number): string => `${value.toFixed(2)} ×`;
const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const nanoseconds = (value: number): string =>
  value < 1e3
    ? `${value.toFixed(1)} ns`
    : value < 1e6
      ? `${(value / 1e3).toFixed(1)} µs`
      : `${(value / 1e6).toFixed(2)} ms`;

const HEADINGS: Row = { what: "what", measured: "median", spread: "p10 – p90", reach: "at most", detail: "" };
const COLUMNS = ["what", "measured", "spread", "reach", "detail"] as const;

/** The rows as text, in columns, with a line under the headings. */
export function layOut(rows: readonly Row[]): string {
  const all = [HEADINGS, ...rows];
  const widths = COLUMNS.map((column) => Math.max(...all.map((row) => row[column].length)));
  const lines = all.map((row) =>
    COLUMNS.map((column, index) =>
      index === 0 || index === COLUMNS.length - 1
        ? row[column].padEnd(widths[index] as number)
        : row[column].padStart(widths[index] as number),
    )
      .join("  ")
      .trimEnd(),
  );
  return [lines[0], widths.map((width) => "─".repeat(width)).join("  "), ...lines.slice(1)].join("\n");
}
