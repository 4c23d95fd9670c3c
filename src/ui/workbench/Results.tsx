import { Tabs } from "@base-ui/react/tabs";
import { useEffect } from "react";
import type { LessonFiles } from "../../course/catalogue.ts";
import { Output } from "../console/Output.tsx";
import { afterPaint } from "../parts/after-paint.ts";
import { Boundary } from "../parts/Boundary.tsx";
import { Empty } from "../parts/Empty.tsx";
import { formatCount } from "../parts/format.ts";
import { RESULT_TABS } from "../parts/SkipEditor.tsx";
import { RUN_KEYS } from "../parts/keys.ts";
import { useWide } from "../parts/use-wide.ts";
import { useSnapshot, usePlayground, useRun } from "../playground.ts";
import { Timeline } from "../timeline/Timeline.tsx";
import { timelineKey } from "../timeline/timeline-keys.ts";
import { useView } from "../view.ts";
import { ConditionsMenu } from "./ConditionsMenu.tsx";
import { ConditionsBanner } from "./ConditionsBanner.tsx";
import { PANELS, preloadPanels } from "./panels.ts";
import styles from "./Workbench.module.css";

const OUTPUT = "output";

/** What the run did: everything here is drawn from its ledger, in one snapshot. */
export function Results({ files }: { readonly files: LessonFiles }) {
  const result = useView((view) => view.result);
  const open = useView((view) => view.openResult);
  const run = useRun((state) => state);
  const snapshot = useSnapshot((state) => state.snapshot);
  const length = useSnapshot((state) => state.length);
  const { snapshotStore } = usePlayground();
  const { ledger, attempt } = run;
  const wide = useWide();
  useEffect(() => void afterPaint().then(preloadPanels), []);

  return (
    <Tabs.Root
      className={`${styles.pane} ${styles.results}`}
      value={result}
      onValueChange={(value) => open(String(value))}
      onKeyDown={(event) => timelineKey(event, snapshotStore.getState())}
    >
      <div className={styles.bar}>
        <Tabs.List className={styles.tabs} aria-label="What the run did" id={RESULT_TABS}>
          <Tab name={OUTPUT} label="Output" count={snapshot?.console.length ?? 0} />
          {PANELS.map(({ name, label, count, alarming }) => (
            <Tab
              key={name}
              name={name}
              label={label}
              count={snapshot && count ? count(snapshot) : 0}
              alarming={alarming === true}
            />
          ))}
        </Tabs.List>
        {!wide && (
          <div className={styles.tools}>
            <ConditionsMenu />
          </div>
        )}
      </div>
      <Boundary name="The timeline" shows={[attempt]}>
        <Timeline />
      </Boundary>
      <Boundary name="The note on run conditions" shows={[attempt]}>
        <ConditionsBanner />
      </Boundary>
      <Tabs.Panel className={styles.content} value={OUTPUT}>
        <Boundary name="The Output panel" shows={[attempt]}>
          <Output key={attempt} {...run} snapshot={snapshot} onRun={() => void run.retry()} runKeys={RUN_KEYS} />
        </Boundary>
      </Tabs.Panel>
      {PANELS.map(({ name, label, empty, Component }) => (
        <Tabs.Panel key={name} className={styles.content} value={name} tabIndex={-1}>
          {snapshot && ledger ? (
            <Boundary name={`The ${label} panel`} shows={[attempt]}>
              <Component key={attempt} ledger={ledger} length={length} snapshot={snapshot} files={files} />
            </Boundary>
          ) : (
            <Empty>{empty}</Empty>
          )}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}

interface TabProps {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly alarming?: boolean;
}

const Tab = ({ name, label, count, alarming = false }: TabProps) => (
  <Tabs.Tab className={styles.tab} value={name}>
    {label}
    {count > 0 && (
      <span className={styles.count} data-bad={alarming}>
        {formatCount(count)}
      </span>
    )}
  </Tabs.Tab>
);
