import type { ReactNode } from "react";
import styles from "./Empty.module.css";

/** What stands in a panel that has nothing to show yet: why, and how that changes. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className={styles.empty}>{children}</p>;
