import { Play } from "lucide-react";
import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { CompiledProgram } from "../../contract/program.ts";
import type { PairText, ShownProgram } from "../../course/catalogue.ts";
import type { RunState } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { usePlayground } from "../playground.ts";
import { ProgramLines } from "./ProgramLines.tsx";
import styles from "./ProgramPair.module.css";
import { RunSummary } from "./RunSummary.tsx";

/** A wrong program and the right one, side by side: each can be run here, and what came of it stands below it. */
export function ProgramPair({ pair }: { readonly pair: PairText }) {
  const wrong = useRunOf(pair.wrong.program);
  const right = useRunOf(pair.right.program);
  const runBoth = async (): Promise<void> => {
    await wrong.getState().run();
    await right.getState().run();
  };
  return (
    <section className={styles.pair} aria-label="The wrong and the right program">
      <p className={styles.both}>
        <Button look="main" onClick={() => void runBoth()}>
          <Play size={13} fill="currentColor" aria-hidden="true" />
          Run both
        </Button>
      </p>
      <div className={styles.columns}>
        <Side title="Wrong" program={pair.wrong} run={wrong} />
        <Side title="Right" program={pair.right} run={right} />
      </div>
    </section>
  );
}

/** A run that ends with the page that shows it. */
function useRunOf(program: CompiledProgram): StoreApi<RunState> {
  const playground = usePlayground();
  const run = useMemo(() => playground.openRun(program), [playground, program]);
  useEffect(() => () => run.getState().reset(), [run]);
  return run;
}

interface SideProps {
  readonly title: "Wrong" | "Right";
  readonly program: ShownProgram;
  readonly run: StoreApi<RunState>;
}

function Side({ title, program, run }: SideProps) {
  const state = useStore(run);
  const busy = state.phase !== "idle" && state.phase !== "ended";
  const faults = state.snapshot?.faults ?? [];
  const name = `The ${title.toLowerCase()} program`;
  return (
    <section className={styles.side} aria-label={name}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <Button look="quiet" onClick={busy ? state.stop : () => void state.run()}>
          {busy ? "Stop" : "Run"}
          <span className="visually-hidden"> the {title.toLowerCase()} program</span>
        </Button>
      </header>
      <ProgramLines
        label={`Text of the ${title.toLowerCase()} program`}
        lines={program.lines}
        marks={faults.flatMap(({ code, location }) =>
          location.typescript ? [{ line: location.typescript.line, code }] : [],
        )}
      />
      <RunSummary run={state} />
    </section>
  );
}
