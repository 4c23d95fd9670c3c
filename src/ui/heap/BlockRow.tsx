import { memo, useEffect, useRef } from "react";
import type { Block, CodeLocation } from "../../ledger/snapshot.ts";
import { formatAddress, formatCount } from "../parts/format.ts";
import { CLine, ProgramLine } from "../parts/links.tsx";
import { useHoverTarget } from "../parts/hover-target.ts";
import { PROGRAM, useView } from "../view.ts";
import styles from "./Heap.module.css";

interface Props {
  readonly block: Block;
  /** Bytes that fill the bar. */
  readonly largest: number;
  readonly highlighted: boolean;
}

const OWNER = { typescript: "TypeScript", c: "C", static: "nobody" } as const;
const STATE = {
  live: "live",
  borrowed: "borrowed",
  "handed-over": "handed over",
  freed: "freed",
  leaked: "leaked",
} as const;

/** From step to step most blocks stay as they are, and then the ledger gives the same object. */
export const BlockRow = memo(function BlockRow({ block, largest, highlighted }: Props) {
  const marked = useView((view) => view.block === block.id);
  const toggle = useView((view) => view.toggleBlock);
  const hoverTarget = useHoverTarget({ kind: "block", block: block.id });
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (marked) row.current?.scrollIntoView({ block: "nearest" });
  }, [marked]);

  return (
    <tr
      ref={row}
      className={styles.row}
      data-owner={block.owner}
      data-state={block.state}
      data-marked={marked}
      data-highlighted={highlighted}
      data-block={block.id}
      {...hoverTarget}
    >
      <th scope="row">
        <button type="button" className={styles.label} aria-pressed={marked} onClick={() => toggle(block.id)}>
          <span className={styles.id}>#{block.id}</span> <span className={styles.name}>{block.label}</span>
        </button>
      </th>
      <td className={styles.address}>{formatAddress(block.address)}</td>
      <td className={styles.size}>
        <span className={styles.bytes}>{formatCount(block.bytes)}</span>
        <span className={styles.track} aria-hidden="true">
          <span className={styles.bar} style={{ width: `max(3px, ${(100 * block.bytes) / largest}%)` }} />
        </span>
      </td>
      <td>
        <span className={styles.owner}>{OWNER[block.owner]}</span>
      </td>
      <td>
        <span className={styles.state}>{STATE[block.state]}</span>
        {block.keptBy !== null && block.state !== "freed" && (
          <span className={styles.kept}>kept by {block.keptBy}</span>
        )}
      </td>
      <td>{block.owner === "static" ? <None /> : <Lines location={block.allocated} />}</td>
      <td>
        <Release block={block} />
      </td>
    </tr>
  );
});

function Release({ block: { freed, release, state } }: Pick<Props, "block">) {
  if (freed) {
    return (
      <>
        <Lines location={freed} /> by <span className={styles.by}>{freed.by}</span>
      </>
    );
  }
  if (release === null) return <None />;
  return (
    <span className={styles.due}>
      {state === "leaked" ? "never" : "not yet"}, by <span className={styles.by}>{release}</span>
    </span>
  );
}

/** Both sides of one place: the line of the program, and the line of C below which it happened. */
const Lines = ({ location }: { readonly location: CodeLocation }) => (
  <>
    {location.typescript && (
      <ProgramLine file={PROGRAM} line={location.typescript.line} column={location.typescript.column} />
    )}
    {location.typescript && location.c && " "}
    {location.c && <CLine file={location.c.file} line={location.c.line} column={location.c.column} />}
    {!location.typescript && !location.c && <None />}
  </>
);

const None = () => <span className={styles.none}>none</span>;
