import type { RenderedText, TextBlock } from "../../contract/lesson.ts";
import styles from "./LessonText.module.css";
import { Predict } from "./Predict.tsx";

interface Props {
  readonly text: RenderedText;
  /** The lesson whose programs the questions run. */
  readonly lesson?: string;
}

/** A text of the course: prose, and the questions in it. */
export const TextBody = ({ text, lesson }: Props) => (
  <div className={styles.body}>
    {text.blocks.map((block, index) => (
      <Block key={index} block={block} lesson={lesson} />
    ))}
  </div>
);

const Block = ({ block, lesson }: { readonly block: TextBlock; readonly lesson: string | undefined }) => {
  // Rendered at build from the project's own files.
  if (block.kind === "html") return <div className={styles.part} dangerouslySetInnerHTML={{ __html: block.html }} />;
  return lesson === undefined ? null : <Predict lesson={lesson} question={block} />;
};
