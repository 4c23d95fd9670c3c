import { memo, useEffect, useRef } from "react";
import type { Block, Where } from "../../ledger/moment.ts";
import { formatAddress, formatCount } from "../parts/format.ts";
import { CLine, ProgramLine } from "../parts/links.tsx";
import { useTouch } from "../parts/touchable.ts";
import { PROGRAM, useView } from "../view.ts";
import { sameBlock } from "./same-block.ts";
import styles from "./Heap.module.css";

interface Props {
  readonly block: Block;
  /** Bytes that fill the bar. */
  readonly largest: number;
  readonly lit: boolean;
}

const OWNER = { typescript: "TypeScript", c: "C", static: "nobody" } as const;
const STATE = {
  live: "live",
  borrowed: "borrowed",
  "handed-over": "handed over",
  freed: "freed",
  leaked: "leaked",
} as const;

export const BlockRow = memo(Row, (a, b) => a.largest === b.largest && a.lit === b.lit && sameBlock(a.block, b.block));

function Row({ block, largest, lit }: Props) {
  const marked = useView((view) => view.block === block.id);
  const toggle = useView((view) => view.toggleBlock);
  const touch = useTouch({ kind: "block", block: block.id });
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
      data-lit={lit}
      data-block={block.id}
      {...touch}
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
      <td>{block.owner === "static" ? <None /> : <Lines where={block.allocated} />}</td>
      <td>
        <Release block={block} />
      </td>
    </tr>
  );
}

function Release({ block: { freed, release, state } }: Pick<Props, "block">) {
  if (freed) {
    return (
      <>
        <Lines where={freed} /> by <span className={styles.by}>{freed.by}</span>
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
const Lines = ({ where }: { readonly where: Where }) => (
  <>
    {where.typescript && <ProgramLine file={PROGRAM} line={where.typescript.line} column={where.typescript.column} />}
    {where.typescript && where.c && " "}
    {where.c && <CLine file={where.c.file} line={where.c.line} column={where.c.column} />}
    {!where.typescript && !where.c && <None />}
  </>
);

const None = () => <span className={styles.none}>none</span>;
