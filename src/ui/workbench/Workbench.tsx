import { useEffect } from "react";
import { Panel } from "react-resizable-panels";
import type { CourseEntry } from "../../course/catalogue.ts";
import { Button } from "../parts/Button.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Divider, SizedGroup } from "../parts/SizedGroup.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useWide } from "../parts/use-wide.ts";
import { useProgram } from "../playground.ts";
import { useView } from "../view.ts";
import { Files } from "./Files.tsx";
import { Results } from "./Results.tsx";
import styles from "./Workbench.module.css";

/** Where the program is written, run and looked into. On a narrow screen it shows the half that is asked for. */
export default function Workbench({ entry }: { readonly entry: CourseEntry }) {
  const wide = useWide();
  const phase = useProgram((program) => program.phase);
  const open = useProgram((program) => program.open);
  const files = useLoaded(`programs ${entry.slug}`, entry.loadPrograms);
  const narrow = useView((view) => view.narrow);
  const forget = useView((view) => view.forget);
  useEffect(() => forget(), [entry, forget]);

  const retry = files.state === "failed" ? files.retry : phase === "failed" ? () => void open(entry.slug) : null;
  if (retry) {
    return (
      <div className={styles.failed} role="alert">
        <p>The programs of this lesson did not load. Check the connection to this site, then try again.</p>
        <Button onClick={retry}>Try again</Button>
      </div>
    );
  }
  if (files.state !== "loaded" || phase !== "ready") return <Empty>Loading the lesson's programs…</Empty>;

  if (!wide) return narrow === "code" ? <Files entry={entry} files={files.value} /> : <Results files={files.value} />;
  return (
    <SizedGroup id="workbench" orientation="vertical" className={styles.workbench}>
      <Panel id="files" defaultSize="52%" minSize="18%">
        <Files entry={entry} files={files.value} />
      </Panel>
      <Divider label="Height of the editor" />
      <Panel id="results" minSize="15%">
        <Results files={files.value} />
      </Panel>
    </SizedGroup>
  );
}
