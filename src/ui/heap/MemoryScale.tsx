import { useMemo } from "react";
import { memoryMap, type Ledger, type MemoryMap, type Stretch } from "../../ledger/index.ts";
import { formatAddress, formatBytes } from "../parts/format.ts";
import { useHighlighted } from "../parts/highlight.ts";
import { useView } from "../view.ts";
import type { BlockGroup } from "./group-blocks.ts";
import styles from "./MemoryStrip.module.css";

interface Props {
  readonly ledger: Ledger;
  readonly step: number;
  readonly group: BlockGroup;
  readonly named: boolean;
}

/** Pieces that the heap is drawn in: one drawing for each kind of piece, however many blocks there are. */
const COLUMNS = 480;
const HEIGHT = 34;
/** Released memory is drawn lower: what is allocated stands out by more than its colour. */
const TOP: Readonly<Record<Exclude<Stretch, "nothing">, number>> = { typescript: 0, c: 0, freed: 20 };

/** The whole heap of a run with very many blocks, to scale: where memory is allocated, and where some was. */
export function MemoryScale({ ledger, step, group: { library, blocks }, named }: Props) {
  const highlighted = useHighlighted().blocks;
  const marked = useView((view) => view.block);
  const map = useMemo(() => memoryMap(ledger, library, step, COLUMNS), [ledger, library, step]);
  if (!map) return null;
  const at = (address: number): number => ((address - map.from) * COLUMNS) / (map.to - map.from);
  return (
    <div className={styles.scale} aria-hidden="true">
      <svg viewBox={`0 0 ${COLUMNS} ${HEIGHT}`} preserveAspectRatio="none">
        {(["freed", "c", "typescript"] as const).map((stretch) => (
          <path key={stretch} data-stretch={stretch} d={pathOf(map, stretch)} />
        ))}
        {blocks
          .filter(({ id }) => id === marked || highlighted.has(id))
          .map(({ id, address, bytes }) => (
            <rect
              key={id}
              className={styles.mark}
              x={at(address)}
              y={14}
              width={Math.max(2, at(address + bytes) - at(address))}
              height={6}
            />
          ))}
      </svg>
      <div className={styles.ends}>
        <code>{formatAddress(map.from)}</code>
        <span>
          {named && `${library}: `}
          {formatBytes(map.to - map.from)} to scale; tall is allocated, low was released
        </span>
        <code>{formatAddress(map.to)}</code>
      </div>
    </div>
  );
}

/** One rectangle for each run of equal pieces. */
function pathOf({ stretches }: MemoryMap, kind: Exclude<Stretch, "nothing">): string {
  let path = "";
  for (let from = 0; from < COLUMNS; from += 1) {
    if (stretches[from] !== kind) continue;
    let to = from + 1;
    while (stretches[to] === kind) to += 1;
    path += `M${from} ${TOP[kind]}H${to}V${HEIGHT}H${from}Z`;
    from = to;
  }
  return path;
}
