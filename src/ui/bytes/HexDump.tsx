import type { Block } from "../../ledger/snapshot.ts";
import { useWide } from "../parts/use-wide.ts";
import styles from "./Bytes.module.css";

interface Props {
  readonly block: Block;
  readonly bytes: Uint8Array;
  /** Offsets of bytes that are not what they were at the look before. */
  readonly changed: ReadonlySet<number>;
  /** Offsets of padding. */
  readonly padding: ReadonlySet<number>;
}

/** Bytes in hexadecimal and as text, sixteen a row, or eight where there is less room. */
export function HexDump({ block, bytes, changed, padding }: Props) {
  const width = useWide() ? 16 : 8;
  const rows = Array.from({ length: Math.ceil(bytes.length / width) }, (_, row) => row * width);
  const offsets = (start: number): number[] =>
    Array.from({ length: Math.min(width, bytes.length - start) }, (_, i) => start + i);
  return (
    <table className={styles.dump} aria-label={`Bytes of block ${block.id} ${block.label}`}>
      <thead>
        <tr>
          <th scope="col">Offset</th>
          <th scope="col">Hexadecimal</th>
          <th scope="col">Text</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((start) => (
          <tr key={start}>
            <th scope="row">+{start}</th>
            <td>
              {offsets(start).map((at) => (
                <span key={at} className={styles.byte} data-changed={changed.has(at)} data-padding={padding.has(at)}>
                  {(bytes[at] ?? 0).toString(16).padStart(2, "0")}
                </span>
              ))}
            </td>
            <td className={styles.text}>
              {offsets(start).map((at) => (
                <span key={at} data-nul={bytes[at] === 0}>
                  {printable(bytes[at] ?? 0)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A NUL as C writes it, a printable character of ASCII as it is, everything else as a dot. */
const printable = (byte: number): string =>
  byte === 0 ? "\\0" : byte >= 32 && byte < 127 ? String.fromCharCode(byte) : "·";
