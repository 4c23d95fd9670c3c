import { Tabs } from "@base-ui/react/tabs";
import type { LessonFiles } from "../../course/catalogue.ts";
import { Output } from "../console/Output.tsx";
import { Crossings } from "../crossings/Crossings.tsx";
import { Faults } from "../faults/Faults.tsx";
import { Heap } from "../heap/Heap.tsx";
import { Empty } from "../parts/Empty.tsx";
import { formatCount } from "../parts/format.ts";
import { RUN_KEYS } from "../parts/keys.ts";
import { useRun } from "../playground.ts";
import { useView, type ResultTab } from "../view.ts";
import styles from "./Workbench.module.css";

/** What the run did: everything here is drawn from its ledger, at one moment. */
export function Results({ files }: { readonly files: LessonFiles }) {
  const result = useView((view) => view.result);
  const open = useView((view) => view.openResult);
  const run = useRun((state) => state);
  const program = useView((view) => view.ranText);
  const { moment, ledger } = run;
  const faults = moment?.faults.length ?? 0;

  return (
    <Tabs.Root
      className={`${styles.pane} ${styles.results}`}
      value={result}
      onValueChange={(value) => open(value as ResultTab)}
    >
      <div className={styles.bar}>
        <Tabs.List className={styles.tabs} aria-label="What the run did">
          <Tab name="output" label="Output" count={moment?.console.length ?? 0} />
          <Tab name="crossings" label="Crossings" count={moment?.crossings ?? 0} />
          <Tab name="heap" label="Heap" count={moment?.blocks.length ?? 0} />
          <Tab name="faults" label="Faults" count={faults} bad={faults > 0} />
        </Tabs.List>
      </div>
      <Tabs.Panel className={styles.content} value="output">
        <Output {...run} onRun={() => void run.retry()} runKeys={RUN_KEYS} />
      </Tabs.Panel>
      <Tabs.Panel className={styles.content} value="crossings" tabIndex={-1}>
        {moment && ledger ? (
          <Crossings ledger={ledger} moment={moment} />
        ) : (
          <NoRun what="Each call over the boundary" />
        )}
      </Tabs.Panel>
      <Tabs.Panel className={styles.content} value="heap" tabIndex={-1}>
        {moment ? <Heap moment={moment} /> : <NoRun what="Each block of memory, with its owner," />}
      </Tabs.Panel>
      <Tabs.Panel className={styles.content} value="faults" tabIndex={-1}>
        {moment ? (
          <Faults moment={moment} program={program} sources={files.programs.sources} />
        ) : (
          <NoRun what="What goes wrong, and at which line," />
        )}
      </Tabs.Panel>
    </Tabs.Root>
  );
}

interface TabProps {
  readonly name: ResultTab;
  readonly label: string;
  readonly count: number;
  readonly bad?: boolean;
}

const Tab = ({ name, label, count, bad = false }: TabProps) => (
  <Tabs.Tab className={styles.tab} value={name}>
    {label}
    {count > 0 && (
      <span className={styles.count} data-bad={bad}>
        {formatCount(count)}
      </span>
    )}
  </Tabs.Tab>
);

const NoRun = ({ what }: { readonly what: string }) => <Empty>{what} appears here when the program runs.</Empty>;
