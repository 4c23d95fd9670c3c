import type { ComponentProps } from "react";
import styles from "./Button.module.css";

interface Props extends ComponentProps<"button"> {
  /** `main` for the one action a place is about; `quiet` shows no frame. */
  readonly look?: "main" | "plain" | "quiet";
}

export const Button = ({ look = "plain", className, type = "button", ...rest }: Props) => (
  <button type={type} className={`${styles.button} ${styles[look]} ${className ?? ""}`} {...rest} />
);
