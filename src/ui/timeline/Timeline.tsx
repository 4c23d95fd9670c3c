import { Keyboard, Pause, Play, SkipBack, SkipForward, StepBack, StepForward, TriangleAlert } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { sentenceAt, subjectOf } from "../../ledger/index.ts";
import { Button } from "../parts/Button.tsx";
import { formatCount } from "../parts/format.ts";
import { CLine, ProgramLine } from "../parts/links.tsx";
import { Prose } from "../parts/Prose.tsx";
import { useSnapshot, usePlayground, useRun } from "../playground.ts";
import { PROGRAM } from "../view.ts";
import { KeyHelp } from "./KeyHelp.tsx";
import styles from "./Timeline.module.css";
import { Track } from "./Track.tsx";

/** The snapshot that every panel shows, and the way to any other. */
export function Timeline() {
  const ledger = useRun((run) => run.ledger);
  const attempt = useRun((run) => run.attempt);
  const running = useRun((run) => run.phase === "running");
  const state = useSnapshot((snapshots) => snapshots);
  const { snapshotStore } = usePlayground();
  const [help, setHelp] = useState(false);
  const [focused, setFocused] = useState(false);
  const helpId = useId();
  const { snapshot, length, playing, following } = state;
  if (!ledger || !snapshot) return null;

  const sentence = running && following ? "Running." : sentenceAt(ledger, snapshot);
  const index = subjectOf(ledger, snapshot.step);
  const location = index < 0 || (running && following) ? null : ledger.location(index);
  const faults = ledger.faultEvents.length;
  const acts = snapshotStore.getState();
  const position = `Step ${formatCount(snapshot.step)} of ${formatCount(length)}`;

  return (
    <section className={styles.timeline} aria-label="Timeline">
      <div className={styles.controls}>
        <div className={styles.buttons}>
          <Act name="To the beginning" press="B" disabled={snapshot.step === 0} act={() => acts.goTo(0)}>
            <SkipBack size={15} aria-hidden="true" />
          </Act>
          <Act name="Step back" press="," disabled={snapshot.step === 0} act={acts.back}>
            <StepBack size={15} aria-hidden="true" />
          </Act>
          <Act name={playing ? "Pause" : "Play"} press="P" act={playing ? acts.pause : acts.play}>
            {playing ? <Pause size={15} aria-hidden="true" /> : <Play size={15} aria-hidden="true" />}
          </Act>
          <Act name="Step forward" press="." disabled={following} act={acts.forward}>
            <StepForward size={15} aria-hidden="true" />
          </Act>
          <Act name="To the end" press="E" disabled={following} act={acts.follow}>
            <SkipForward size={15} aria-hidden="true" />
          </Act>
          {faults > 0 && (
            <Act name="Next fault" press="F" className={styles.fault} act={acts.nextFault}>
              <TriangleAlert size={15} aria-hidden="true" />
            </Act>
          )}
        </div>
        <div className={styles.slider}>
          {length > 0 && <Track key={attempt} ledger={ledger} step={snapshot.step} length={length} />}
          <input
            type="range"
            min={0}
            max={length}
            step={1}
            value={snapshot.step}
            aria-label="Moment of the run"
            aria-valuetext={`${position}. ${sentence.replaceAll("`", "")}`}
            onChange={(event) => acts.goNear(Number(event.target.value))}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
          />
        </div>
        <Button
          look="quiet"
          className={styles.icon}
          aria-label="Keys"
          title="Keys"
          aria-expanded={help}
          aria-controls={helpId}
          onClick={() => setHelp(!help)}
        >
          <Keyboard size={16} aria-hidden="true" />
        </Button>
      </div>
      {help && <KeyHelp id={helpId} />}
      <p className={styles.sentence}>
        <span className={styles.position}>
          {formatCount(snapshot.step)}
          <span className={styles.of}> / {formatCount(length)}</span>
        </span>
        {/* On the slider its own value says the same; while it plays nobody could follow. */}
        <span role="status" aria-live={focused || playing || following ? "off" : "polite"}>
          <Prose text={sentence} />
        </span>
        {location?.typescript && (
          <ProgramLine file={PROGRAM} line={location.typescript.line} column={location.typescript.column} />
        )}
        {location?.c && <CLine file={location.c.file} line={location.c.line} column={location.c.column} />}
      </p>
    </section>
  );
}

interface ActProps {
  readonly name: string;
  readonly press: string;
  readonly disabled?: boolean;
  readonly className?: string | undefined;
  readonly act: () => void;
  readonly children: ReactNode;
}

/** A button whose focus stays when it has nothing left to do: a disabled one would lose it. */
const Act = ({ name, press, disabled = false, className, act, children }: ActProps) => (
  <Button
    look="quiet"
    className={`${styles.icon} ${className ?? ""}`}
    aria-label={name}
    aria-disabled={disabled}
    title={`${name} (${press})`}
    onClick={act}
  >
    {children}
  </Button>
);
