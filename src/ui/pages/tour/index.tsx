import { Play, Square } from "lucide-react";
import { useEffect, useMemo } from "react";
import { program, stops } from "virtual:tour";
import { useStore } from "zustand";
import { lessonLink } from "../../../state/index.ts";
import { Button } from "../../parts/Button.tsx";
import { formatBytes, formatCount, plural } from "../../parts/format.ts";
import { usePlayground } from "../../playground.ts";
import { Page } from "../../shell/Page.tsx";
import { entry } from "./entry.ts";
import { tourSections, type TourSection } from "./sections.ts";
import styles from "./Tour.module.css";

/** `#/tour`: every lesson's demonstration, in order, in one run. */
export default function Tour() {
  const playground = usePlayground();
  const run = useMemo(() => playground.openRun(program), [playground]);
  useEffect(() => () => run.getState().reset(), [run]);
  const { phase, snapshot, ledger, failure, outcome, run: start, stop } = useStore(run);
  const busy = phase !== "idle" && phase !== "ended";
  const length = snapshot?.step ?? 0;
  const sections = useMemo(
    () => (ledger && length > 0 ? tourSections(stops, (step) => ledger.at(step), length) : []),
    [ledger, length],
  );
  const sum = (of: (section: TourSection) => number): number => sections.reduce((all, each) => all + of(each), 0);

  return (
    <Page title={entry.title} summary={entry.summary}>
      <p className={styles.act}>
        <Button look="main" onClick={busy ? stop : () => void start()}>
          {busy ? (
            <Square size={13} fill="currentColor" aria-hidden="true" />
          ) : (
            <Play size={13} fill="currentColor" aria-hidden="true" />
          )}
          {busy ? "Stop the tour" : "Run the tour"}
        </Button>
        <span className={styles.state} role="status">
          {phase === "ended"
            ? `${outcome === "done" ? "" : "Stopped. "}${plural(sections.length, "demonstration")}: ${plural(
                sum((each) => each.blocks),
                "block",
              )}, ${plural(
                sum((each) => each.crossings),
                "crossing",
              )}, ${plural(snapshot?.faults.length ?? 0, "fault")}.`
            : busy
              ? "Running…"
              : `${plural(stops.length, "demonstration")}, one program.`}
        </span>
      </p>
      {failure && <p role="alert">{failure.sentence}</p>}
      <ol className={styles.stops}>
        {stops.map((stop) => (
          <li key={stop.slug}>
            <h2>
              <a href={lessonLink(stop.slug)}>
                <span>{stop.number}</span> {stop.title}
              </a>
            </h2>
            <Result section={sections.find((section) => section.stop.slug === stop.slug)} />
          </li>
        ))}
      </ol>
    </Page>
  );
}

function Result({ section }: { readonly section: TourSection | undefined }) {
  if (!section) return null;
  const { lines, blocks, crossings, bytesCopied, faults, stop } = section;
  return (
    <>
      <pre className={styles.output} tabIndex={0} role="region" aria-label={`What ${stop.title} printed`}>
        {lines.map(({ text }) => text).join("\n")}
      </pre>
      <dl className={styles.totals}>
        <Total name="blocks" value={formatCount(blocks)} />
        <Total name="crossings" value={formatCount(crossings)} />
        <Total name="copied" value={formatBytes(bytesCopied)} />
        <Total name="faults" value={formatCount(faults)} bad={faults > 0} />
      </dl>
    </>
  );
}

const Total = ({
  name,
  value,
  bad = false,
}: {
  readonly name: string;
  readonly value: string;
  readonly bad?: boolean;
}) => (
  <div data-bad={bad}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
