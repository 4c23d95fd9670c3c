import type { CStruct } from "../../contract/description.ts";
import { readScalar, typeName } from "../parts/decode-memory.ts";
import { formatBytes } from "../parts/format.ts";
import styles from "./Bytes.module.css";
import { layOut, type Layout } from "./layout.ts";

interface Props {
  readonly struct: CStruct;
  readonly structs: readonly CStruct[];
  readonly bytes: Uint8Array;
}

/** A block as the struct it is: each field with its value and its place, here and on a host of 64 bits. */
export function Fields({ struct, structs, bytes }: Props) {
  const here = layOut(struct, structs, 4);
  const there = layOut(struct, structs, 8);
  const elsewhere = new Map(
    there.stretches.flatMap((stretch) => (stretch.name === null ? [] : [[stretch.name, stretch]])),
  );
  return (
    <div>
      <table className={styles.fields} aria-label={`${struct.name}, its fields and padding`}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Value</th>
            <th scope="col">32 bits</th>
            <th scope="col">64 bits</th>
          </tr>
        </thead>
        <tbody>
          {here.stretches.map(({ name, type, offset, bytes: size }) => {
            const wide = name === null ? undefined : elsewhere.get(name);
            return (
              <tr key={offset} data-padding={name === null}>
                <th scope="row">{name ?? "padding"}</th>
                <td>{type ? typeName(type) : ""}</td>
                <td>{type ? (readScalar(bytes, offset, type) ?? "not kept") : "whatever was there"}</td>
                <td>
                  +{offset}, {size} B
                </td>
                <td data-differs={wide !== undefined && (wide.offset !== offset || wide.bytes !== size)}>
                  {wide ? `+${wide.offset}, ${wide.bytes} B` : ""}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Ruler title="Here, 32 bits" layout={here} />
      <Ruler title="A 64-bit host" layout={there} />
    </div>
  );
}

/** A struct as a ruler: fields as wide as they are large, padding hatched. */
const Ruler = ({ title, layout }: { readonly title: string; readonly layout: Layout }) => (
  <figure className={styles.ruler}>
    <figcaption>
      {title}: {formatBytes(layout.bytes)}
    </figcaption>
    <div aria-hidden="true">
      {layout.stretches.map(({ name, offset, bytes }) => (
        <span key={offset} style={{ flexGrow: bytes, flexBasis: 0 }} data-padding={name === null}>
          {name ?? ""}
        </span>
      ))}
    </div>
  </figure>
);
