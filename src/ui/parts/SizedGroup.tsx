import type { ComponentProps } from "react";
import { Group, Separator } from "react-resizable-panels";
import { useSettings } from "../playground.ts";
import styles from "./SizedGroup.module.css";

interface Props extends ComponentProps<typeof Group> {
  /** Name under which the sizes are kept. */
  readonly id: string;
}

/** Panels whose sizes the reader sets, and finds again at the next visit. */
export function SizedGroup({ id, ...rest }: Props) {
  const kept = useSettings((settings) => settings.sizes[id]);
  const setSizes = useSettings((settings) => settings.setSizes);
  return (
    <Group
      id={id}
      {...(kept === undefined ? {} : { defaultLayout: kept })}
      onLayoutChanged={(layout) => setSizes(id, layout)}
      {...rest}
    />
  );
}

export const Divider = ({ label }: { readonly label: string }) => (
  <Separator className={styles.divider ?? ""} aria-label={label} />
);
