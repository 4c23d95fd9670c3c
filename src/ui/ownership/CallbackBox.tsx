import type { Callback } from "../../ledger/index.ts";
import type { Box } from "./graph-layout.ts";
import styles from "./Ownership.module.css";
import type { Registered } from "./relations.ts";

/** What stands below a callback's name; the layout gives it the room it takes. */
export const callbackLine = ({ closed }: Callback): string => (closed ? "function · closed" : "function · open");

/** A TypeScript function that C can call, on TypeScript's side of the boundary. */
export const CallbackBox = ({ callback, box }: { readonly callback: Callback; readonly box: Box }) => (
  <g
    className={styles.callback}
    data-callback={callback.id}
    data-closed={callback.closed}
    transform={`translate(${box.x} ${box.y})`}
  >
    <rect width={box.width} height={box.height} rx={4} />
    <text x={10} y={19}>
      {callback.label}()
    </text>
    <text className={styles.small} x={10} y={35}>
      {callbackLine(callback)}
    </text>
  </g>
);

/** What C remembers, on its side, and the arrow by which it would call: broken where the function is closed. */
export function RegistrationArrow({
  registered: { key, holder, broken },
  from,
  to,
}: {
  readonly registered: Registered;
  readonly from: Box;
  readonly to: Box;
}) {
  const start = { x: from.x, y: from.y + from.height / 2 };
  const end = { x: to.x + to.width + 3, y: to.y + to.height / 2 };
  const bend = (start.x - end.x) / 3;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  return (
    <>
      <g className={styles.arrow} data-kind={broken ? "dangling" : "calls"} data-side="c" data-registration={key}>
        <path
          d={`M${start.x} ${start.y}C${start.x - bend} ${start.y} ${end.x + bend} ${end.y} ${end.x} ${end.y}`}
          markerEnd={broken ? undefined : "url(#owner-head)"}
        />
        {broken && (
          <path
            className={styles.cross}
            d={`M${middle.x - 6} ${middle.y - 6}l12 12M${middle.x + 6} ${middle.y - 6}l-12 12`}
          />
        )}
        <text x={middle.x} y={middle.y - (broken ? 10 : 5)} textAnchor="middle">
          {broken ? "closed" : "may call"}
        </text>
      </g>
      <g className={styles.holder} data-side="c" transform={`translate(${from.x} ${from.y})`}>
        <rect width={from.width} height={from.height} rx={from.height / 2} />
        <text x={from.width / 2} y={from.height / 2} textAnchor="middle" dominantBaseline="central">
          {holder}
        </text>
      </g>
    </>
  );
}
