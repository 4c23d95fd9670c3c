import type { Block, Callback } from "../../ledger/index.ts";
import { BlockLink } from "../parts/links.tsx";
import styles from "./Ownership.module.css";
import { relationWords, type Registered, type Relation } from "./relations.ts";

interface Props {
  readonly relations: readonly Relation[];
  readonly blocks: readonly Block[];
  readonly registrations: readonly Registered[];
  readonly callbacks: readonly Callback[];
}

/** The picture in words: a row for each arrow, and one for each thing that no arrow leads to. */
export function OwnershipTable({ relations, blocks, registrations, callbacks }: Props) {
  const held = new Set(relations.map(({ block }) => block.id));
  const idle = callbacks.filter(({ registrations: now }) => now.length === 0);
  return (
    <table className={styles.table} aria-label="Who holds which block">
      <thead>
        <tr>
          <th scope="col">Holder</th>
          <th scope="col">Relation</th>
          <th scope="col">Block{callbacks.length > 0 && " or function"}</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {relations.map((relation) => (
          <tr key={relation.key} data-kind={relation.kind}>
            <th scope="row">
              <code>{relation.holder}</code> {relation.side === "c" ? "in C" : "in TypeScript"}
            </th>
            <td>{relationWords(relation)}</td>
            <td>
              <BlockLink block={relation.block.id}>{nameOf(relation.block)}</BlockLink>
              {relation.offset !== 0 && ` at byte ${relation.offset}`}
            </td>
            <td>{relation.block.state}</td>
          </tr>
        ))}
        {blocks
          .filter(({ id }) => !held.has(id))
          .map((block) => (
            <tr key={`b${block.id}`}>
              <th scope="row">{block.owner === "typescript" ? "nobody" : "C alone"}</th>
              <td>{block.freed ? "held" : block.owner === "typescript" ? "points to" : "holds"}</td>
              <td>
                <BlockLink block={block.id}>{nameOf(block)}</BlockLink>
              </td>
              <td>{block.state}</td>
            </tr>
          ))}
        {registrations.map(({ key, holder, callback, broken }) => (
          <tr key={key} data-kind={broken ? "dangling" : "calls"} data-row="callback">
            <th scope="row">
              <code>{holder}</code> in C
            </th>
            <td>{broken ? "would still call" : "may call"}</td>
            <td>
              <code>{callback.label}()</code>
            </td>
            <td>{callback.closed ? "closed" : "open"}</td>
          </tr>
        ))}
        {idle.map((callback) => (
          <tr key={`f${callback.library}${callback.id}`} data-row="callback">
            <th scope="row">nothing in C</th>
            <td>may call</td>
            <td>
              <code>{callback.label}()</code>
            </td>
            <td>{callback.closed ? "closed" : "open"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const nameOf = (block: Block): string => `#${block.id} ${block.label}`;
