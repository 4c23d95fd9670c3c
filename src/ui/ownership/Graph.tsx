import { memo } from "react";
import type { Block, Callback } from "../../ledger/snapshot.ts";
import { formatCount } from "../parts/format.ts";
import { useHoverTarget } from "../parts/hover-target.ts";
import { useView } from "../view.ts";
import { CallbackBox, RegistrationArrow } from "./CallbackBox.tsx";
import type { Box, GraphLayout } from "./graph-layout.ts";
import styles from "./Ownership.module.css";
import { callbackKey, relationWords, type Registered, type Relation } from "./relations.ts";

interface Props {
  readonly layout: GraphLayout;
  readonly blocks: readonly Block[];
  readonly relations: readonly Relation[];
  readonly callbacks: readonly Callback[];
  readonly registrations: readonly Registered[];
  readonly highlighted: ReadonlySet<number>;
}

/** As a part of its size: where there is less room than for that, the picture scrolls. */
const SMALLEST = 0.72;

/** Room around the picture, and above it for the names of the two sides. */
const MARGIN = { x: 14, top: 30, bottom: 14 };

/** Who holds what, drawn: values left of the boundary, memory right of it. The table below says the same in words. */
export const Graph = memo(function Graph({ layout, blocks, relations, callbacks, registrations, highlighted }: Props) {
  const { width, height, boundary, boxes } = layout;
  const left = Math.min(0, boundary - 90);
  const box = [left - MARGIN.x, -MARGIN.top, width - left + 2 * MARGIN.x, height + MARGIN.top + MARGIN.bottom];
  return (
    <svg
      className={styles.graph}
      viewBox={box.join(" ")}
      width={box[2]}
      style={{ minWidth: `${(box[2] ?? 0) * SMALLEST}px` }}
      aria-hidden="true"
    >
      <defs>
        <marker id="owner-head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 10 5 0 10Z" fill="context-stroke" />
        </marker>
        <pattern id="owner-tomb" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className={styles.tombGround} />
          <path d="M0 0V6" className={styles.tombLine} />
        </pattern>
      </defs>
      <rect className={styles.boundaryTypescript} x={boundary - 2} y={-22} width={2} height={height + 30} />
      <rect className={styles.boundaryC} x={boundary} y={-22} width={2} height={height + 30} />
      <text className={styles.sideTypescript} x={boundary - 10} y={-14} textAnchor="end">
        TypeScript
      </text>
      <text className={styles.sideC} x={boundary + 10} y={-14}>
        C
      </text>
      {relations.map((relation) => {
        const from = boxes.get(relation.key);
        const to = boxes.get(`b${relation.block.id}`);
        return from && to ? (
          <Arrow
            key={relation.key}
            relation={relation}
            from={from}
            to={to}
            highlighted={highlighted.has(relation.block.id)}
          />
        ) : null;
      })}
      {relations.map((relation) => {
        const at = boxes.get(relation.key);
        return at ? <Holder key={relation.key} relation={relation} box={at} /> : null;
      })}
      {blocks.map((block) => {
        const at = boxes.get(`b${block.id}`);
        return at ? <Memory key={block.id} block={block} box={at} highlighted={highlighted.has(block.id)} /> : null;
      })}
      {registrations.map((registered) => {
        const from = boxes.get(registered.key);
        const to = boxes.get(registered.to);
        return from && to ? (
          <RegistrationArrow key={registered.key} registered={registered} from={from} to={to} />
        ) : null;
      })}
      {callbacks.map((callback) => {
        const at = boxes.get(callbackKey(callback));
        return at ? <CallbackBox key={callbackKey(callback)} callback={callback} box={at} /> : null;
      })}
    </svg>
  );
});

function Arrow({
  relation,
  from,
  to,
  highlighted,
}: {
  readonly relation: Relation;
  readonly from: Box;
  readonly to: Box;
  readonly highlighted: boolean;
}) {
  const forward = relation.side === "typescript";
  const start = { x: forward ? from.x + from.width : from.x, y: from.y + from.height / 2 };
  const end = { x: forward ? to.x - 3 : to.x + to.width + 3, y: to.y + to.height / 2 };
  const bend = (end.x - start.x) / 2;
  const path = `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const broken = relation.kind === "dangling";
  return (
    <g
      className={styles.arrow}
      data-kind={relation.kind}
      data-side={relation.side}
      data-highlighted={highlighted}
      data-arrow={relation.key}
    >
      <path d={path} markerEnd={broken || relation.kind === "ended" ? undefined : "url(#owner-head)"} />
      {broken && (
        <path
          className={styles.cross}
          d={`M${middle.x - 6} ${middle.y - 6}l12 12M${middle.x + 6} ${middle.y - 6}l-12 12`}
        />
      )}
      <text x={middle.x} y={middle.y - (broken ? 10 : 5)} textAnchor="middle">
        {relation.kind === "owns" && relation.handedOver ? "owns now" : shortWords(relation)}
      </text>
    </g>
  );
}

/** Words for an arrow, where a relation's own are too long. */
const SHORT: Partial<Record<Relation["kind"], string>> = { dangling: "dangling", gave: "gave away", ended: "ended" };

const shortWords = (relation: Relation): string => SHORT[relation.kind] ?? relationWords(relation);

const Holder = ({ relation, box }: { readonly relation: Relation; readonly box: Box }) => (
  <g
    className={styles.holder}
    data-side={relation.side}
    data-kind={relation.kind}
    transform={`translate(${box.x} ${box.y})`}
  >
    <rect width={box.width} height={box.height} rx={box.height / 2} />
    <text x={box.width / 2} y={box.height / 2} textAnchor="middle" dominantBaseline="central">
      {relation.holder}
      {relation.offset !== 0 && ` +${relation.offset}`}
    </text>
  </g>
);

function Memory({
  block,
  box,
  highlighted,
}: {
  readonly block: Block;
  readonly box: Box;
  readonly highlighted: boolean;
}) {
  const marked = useView((view) => view.block === block.id);
  const toggle = useView((view) => view.toggleBlock);
  const hoverTarget = useHoverTarget({ kind: "block", block: block.id });
  return (
    <g
      className={styles.memory}
      data-owner={block.owner}
      data-state={block.state}
      data-marked={marked}
      data-highlighted={highlighted}
      transform={`translate(${box.x} ${box.y})`}
      onClick={() => toggle(block.id)}
      onMouseEnter={hoverTarget.onMouseEnter}
      onMouseLeave={hoverTarget.onMouseLeave}
    >
      <rect width={box.width} height={box.height} rx={4} />
      <rect className={styles.cap} width={box.width} height={5} />
      <text x={10} y={21}>
        {block.label}
      </text>
      <text className={styles.small} x={10} y={37}>
        {blockLine(block)}
      </text>
    </g>
  );
}

const STATES: Readonly<Record<Block["state"], string>> = {
  live: "live",
  borrowed: "lent",
  "handed-over": "handed over",
  freed: "freed",
  leaked: "leaked",
};

/** What stands below a block's name; the layout gives it the room it takes. */
export const blockLine = (block: Block): string =>
  `#${block.id} · ${formatCount(block.bytes)} B · ${STATES[block.state]}`;
