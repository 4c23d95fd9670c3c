import { useMemo, useState } from "react";
import { SAMPLE_BYTES, type Block, type Ledger, type Snapshot } from "../../ledger/index.ts";
import { plainName, preview, readText } from "../parts/decode-memory.ts";
import { Empty } from "../parts/Empty.tsx";
import { formatAddress, formatBytes, formatCount, plural } from "../parts/format.ts";
import { useHoverTarget } from "../parts/hover-target.ts";
import { useView } from "../view.ts";
import type { PanelProps } from "../workbench/panel-definition.ts";
import styles from "./Bytes.module.css";
import { Fields } from "./Fields.tsx";
import { HexDump } from "./HexDump.tsx";
import { layOut } from "./layout.ts";

/** Blocks to choose from: the last ones, where there are more than a list can hold. */
const MOST = 200;

/** Any block, byte by byte: as it was when somebody last looked. */
export default function Bytes({ ledger, snapshot }: PanelProps) {
  const marked = useView((view) => view.block);
  const mark = useView((view) => view.markBlock);
  const blocks = useMemo(
    () =>
      ledger.blocks
        .ids(snapshot.step)
        .slice(-MOST)
        .flatMap((id) => ledger.block(id, snapshot.step) ?? []),
    [ledger, snapshot.step],
  );
  const chosen = (marked !== null && ledger.block(marked, snapshot.step)) || newest(ledger, snapshot, blocks);
  if (!chosen) return <Empty>No memory yet: neither side has allocated anything that the other can see.</Empty>;
  const listed = blocks.some(({ id }) => id === chosen.id) ? blocks : [chosen, ...blocks];
  return (
    <div className={styles.panel} tabIndex={0} role="region" aria-label="Bytes, scrollable">
      <div className={styles.choices}>
        <label>
          Block{" "}
          <select aria-label="Block" value={chosen.id} onChange={(event) => mark(Number(event.target.value))}>
            {listed.map(({ id, label, state }) => (
              <option key={id} value={id}>
                #{id} {label}
                {state === "freed" || state === "leaked" ? `, ${state}` : ""}
              </option>
            ))}
          </select>
        </label>
        <span>
          {formatBytes(chosen.bytes)} at <code>{formatAddress(chosen.address)}</code>
        </span>
      </div>
      <BlockBytes key={chosen.id} ledger={ledger} snapshot={snapshot} block={chosen} />
    </div>
  );
}

/** The block whose bytes were looked at last. */
function newest(ledger: Ledger, snapshot: Snapshot, blocks: readonly Block[]): Block | null {
  let found: Block | null = null;
  let last = -1;
  for (const block of blocks) {
    const event = ledger.samples(block.id, snapshot.step)?.last.event ?? -1;
    if (event < last) continue;
    last = event;
    found = block;
  }
  return found;
}

const TEXT = "text";

interface BlockProps {
  readonly ledger: Ledger;
  readonly snapshot: Snapshot;
  readonly block: Block;
}

function BlockBytes({ ledger, snapshot, block }: BlockProps) {
  const hoverTarget = useHoverTarget({ kind: "block", block: block.id });
  const [wanted, setWanted] = useState<string | null>(null);
  const looks = ledger.samples(block.id, snapshot.step);
  if (!looks) {
    return (
      <Empty>
        Nobody has looked into this block yet. Its bytes are seen whenever it goes from one side to the other: as an
        argument, as a result, or when it comes back from a call.
      </Empty>
    );
  }
  const { last, before } = looks;
  const structs = (ledger.description(block.library)?.structs ?? []).filter(({ bytes }) => bytes <= block.bytes);
  const known = plainName(last.type ?? "");
  const offered = [...new Set([...structs.map(({ name }) => name), known, TEXT])].filter((name) => name !== "");
  const usual = known === "char" ? TEXT : structs.some(({ name }) => name === known) ? known : known || TEXT;
  const reading = wanted ?? usual;
  const struct = structs.find(({ name }) => name === reading);
  const value = reading === TEXT ? readText(last.bytes, SAMPLE_BYTES) : preview(last.bytes, reading, structs);
  const changed = new Set<number>();
  if (before) last.bytes.forEach((byte, at) => before.bytes[at] !== byte && changed.add(at));
  const padding = new Set<number>();
  if (struct) {
    for (const { name, offset, bytes } of layOut(struct, structs, 4).stretches) {
      for (let at = offset; name === null && at < offset + bytes; at += 1) padding.add(at);
    }
  }
  return (
    <div {...hoverTarget}>
      <p className={styles.when}>
        As it was at step {formatCount(last.event + 1)}
        {last.bytes.length < block.bytes && `, the first ${SAMPLE_BYTES} of its ${formatBytes(block.bytes)}`}.{" "}
        {changed.size > 0 && before && (
          <strong>
            {plural(changed.size, "byte")} changed since step {formatCount(before.event + 1)}.{" "}
          </strong>
        )}
        {block.freed && "It has been released since: this is what was there. "}
        {ledger.samplesSpentAt !== null &&
          ledger.samplesSpentAt < snapshot.step &&
          `This run looked so often that nothing is known of bytes after step ${formatCount(ledger.samplesSpentAt)}.`}
      </p>
      <div className={styles.columns}>
        <HexDump block={block} bytes={last.bytes} changed={changed} padding={padding} />
        <div className={styles.reading}>
          <label>
            Read as{" "}
            <select aria-label="Read as" value={reading} onChange={(event) => setWanted(event.target.value)}>
              {offered.map((name) => (
                <option key={name} value={name}>
                  {name === TEXT ? "text" : name}
                  {name === known ? " (C's type)" : ""}
                </option>
              ))}
            </select>
          </label>
          {struct ? (
            <Fields struct={struct} structs={structs} bytes={last.bytes} />
          ) : (
            <p className={styles.value}>
              {value === null ? (
                `Of ${reading}, the header says nothing that these bytes could be read by.`
              ) : (
                <code>{value}</code>
              )}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}
