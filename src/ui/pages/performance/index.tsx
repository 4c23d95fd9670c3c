import { Play, Square } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import program from "virtual:performance";
import { Button } from "../../parts/Button.tsx";
import { usePlayground } from "../../playground.ts";
import { Page } from "../../shell/Page.tsx";
import { Chart } from "./Chart.tsx";
import { entry } from "./entry.ts";
import { formatNanoseconds, readFigures, type Figure } from "./figures.ts";
import { GROUPS, type Group } from "./groups.ts";
import styles from "./Performance.module.css";

/** Long enough for a machine that has other things to do. */
const TIME_LIMIT_MS = 60_000;

/** `#/performance`: the costs of the boundary, measured by a program of the playground in the reader's own browser. */
export default function Performance() {
  const playground = usePlayground();
  const run = useMemo(() => playground.openRun(program, { build: "fast", timeLimitMs: TIME_LIMIT_MS }), [playground]);
  useEffect(() => () => run.getState().reset(), [run]);
  const { phase, snapshot, failure, outcome, run: start, stop } = useStore(run);
  const busy = phase !== "idle" && phase !== "ended";
  const figures = useMemo(() => readFigures(snapshot), [snapshot]);
  return (
    <Page title={entry.title} summary={entry.summary}>
      <p className={styles.act}>
        <Button look="main" onClick={busy ? stop : () => void start()}>
          {busy ? (
            <Square size={13} fill="currentColor" aria-hidden="true" />
          ) : (
            <Play size={13} fill="currentColor" aria-hidden="true" />
          )}
          {busy ? "Stop" : phase === "ended" ? "Measure again" : "Measure"}
        </Button>
        <span role="status">
          {busy
            ? `Measuring… ${figures.length} figures so far.`
            : phase === "ended"
              ? `${outcome === "done" ? "Done" : "Stopped"}: ${figures.length} figures.`
              : "It takes a few seconds. Leave this tab in front."}
        </span>
      </p>
      {failure && <p role="alert">{failure.sentence}</p>}
      {GROUPS.map((group) => (
        <Comparison key={group.name} group={group} figures={figures.filter((figure) => figure.group === group.name)} />
      ))}
      <section className={styles.notes} aria-labelledby="how">
        <h2 id="how">How it is measured</h2>
        <p>
          A program of this playground runs in the sandbox, with the libraries as they are at <code>-O2</code>: no
          checker, and no trace of calls. Each thing is done so many times in a row that one sample lasts some
          milliseconds. Three samples warm up and are thrown away; of the next thirteen you see the median, and as a
          line the middle half. Every result goes into a sum that is printed at the end, so that nothing can be left out
          as useless.
        </p>
        <h2>What a browser hides</h2>
        <ul>
          <li>
            <b>The clock is coarse.</b> Browsers round it, to 0.1 milliseconds or more, because a fine one can be used
            to spy. That is why a sample is long.
          </li>
          <li>
            <b>The compiler learns.</b> An engine compiles code again when it has seen how it is used. A loop that does
            one thing a million times is its best case; your program is not that loop.
          </li>
          <li>
            <b>A tab in the background is slowed down,</b> and a laptop without its cable too. Compare figures of one
            run, not of two days.
          </li>
          <li>
            <b>This is WebAssembly.</b> Natively, a call from Deno, Bun or Node into C has other costs, often higher:
            the ratios inside one picture say more than the nanoseconds.
          </li>
        </ul>
      </section>
    </Page>
  );
}

function Comparison({ group, figures }: { readonly group: Group; readonly figures: readonly Figure[] }) {
  const place = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <section className={styles.group} ref={place} aria-label={group.title}>
      <h2>{group.title}</h2>
      <p>{group.text}</p>
      {figures.length > 0 && width > 0 && (
        <>
          <div className={styles.chart}>
            <Chart group={group} figures={figures} width={width} />
          </div>
          <details className={styles.details}>
            <summary>The figures</summary>
            <table>
              <caption>Time of {group.unit}</caption>
              <thead>
                <tr>
                  <th scope="col">what</th>
                  <th scope="col">median</th>
                  <th scope="col">middle half</th>
                </tr>
              </thead>
              <tbody>
                {figures.map(({ name, median, low, high }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{formatNanoseconds(median)}</td>
                    <td>
                      {formatNanoseconds(low)} to {formatNanoseconds(high)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
