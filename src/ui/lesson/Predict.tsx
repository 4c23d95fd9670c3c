import { Play } from "lucide-react";
import { useId, useRef, type KeyboardEvent } from "react";
import { useStore } from "zustand";
import type { TextBlock } from "../../contract/lesson.ts";
import type { LessonProgram } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { usePlayground, useProgram } from "../playground.ts";
import { PROGRAM, useView } from "../view.ts";
import styles from "./Predict.module.css";

interface Props {
  readonly lesson: string;
  readonly question: Extract<TextBlock, { kind: "predict" }>;
}

/**
 * A question inside the text. A choice brings the explanation; the program that answers it runs at a press. The choice is
 * kept with the reader's progress, so that it is still there when the text is shown again.
 */
export function Predict({ lesson, question }: Props) {
  const { progressStore } = usePlayground();
  const key = `${lesson}/${question.number}`;
  const chosen = useStore(progressStore, ({ answers }) => answers[key]);
  const id = useId();
  const choice = chosen === undefined ? undefined : question.options[chosen];
  return (
    <section className={styles.predict} aria-label={`Question ${question.number}`}>
      <p className={styles.label}>What do you expect?</p>
      <div className={styles.prose} id={id} dangerouslySetInnerHTML={{ __html: question.question }} />
      <Options
        labelledBy={id}
        options={question.options}
        chosen={choice === undefined ? null : (chosen ?? null)}
        onChoose={(option) => progressStore.getState().answer(key, option)}
      />
      <div aria-live="polite">
        {choice && (
          <div className={styles.answer}>
            <p className={styles.verdict} data-right={choice.right}>
              {choice.right ? "Yes." : "No."}
            </p>
            <div className={styles.prose} dangerouslySetInnerHTML={{ __html: question.explanation }} />
          </div>
        )}
      </div>
      <RunIt lesson={lesson} program={question.program} />
    </section>
  );
}

interface OptionsProps {
  readonly labelledBy: string;
  readonly options: Props["question"]["options"];
  readonly chosen: number | null;
  readonly onChoose: (option: number) => void;
}

/**
 * A group of radio buttons in which the arrows move and do not choose: a choice shows the answer, so it must be possible
 * to read all options first.
 */
function Options({ labelledBy, options, chosen, onChoose }: OptionsProps) {
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const press = (event: KeyboardEvent, index: number): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    buttons.current[(index + step + options.length) % options.length]?.focus();
  };
  return (
    <div className={styles.options} role="radiogroup" aria-labelledby={labelledBy}>
      {options.map(({ html, right }, index) => (
        <button
          key={index}
          ref={(button) => void (buttons.current[index] = button)}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          tabIndex={index === (chosen ?? 0) ? 0 : -1}
          className={styles.option}
          data-outcome={chosen === null ? undefined : right ? "right" : index === chosen ? "wrong" : undefined}
          onKeyDown={(event) => press(event, index)}
          onClick={() => onChoose(index)}
        >
          <span className={styles.mark} aria-hidden="true" />
          <span dangerouslySetInnerHTML={{ __html: html }} />
          {chosen !== null && right && <span className={styles.note}>this is it</span>}
        </button>
      ))}
    </div>
  );
}

function RunIt({ lesson, program }: { readonly lesson: string; readonly program: string }) {
  const { programStore, runStore } = usePlayground();
  const ready = useProgram(({ phase, slug }) => phase === "ready" && slug === lesson);
  const openFile = useView((view) => view.openFile);
  const openResult = useView((view) => view.openResult);
  const run = (): void => {
    programStore.getState().load(programNamed(program));
    openFile(PROGRAM);
    openResult("output");
    void runStore.getState().run();
  };
  return (
    <Button disabled={!ready} onClick={run}>
      <Play size={13} fill="currentColor" aria-hidden="true" />
      Run it
    </Button>
  );
}

const programNamed = (name: string): LessonProgram =>
  name === "starter" || name === "solution" ? name : { mistake: name.slice(name.indexOf("/") + 1) };
