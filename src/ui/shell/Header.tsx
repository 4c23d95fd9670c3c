import { PanelLeft } from "lucide-react";
import type { ReactNode } from "react";
import { formatRoute, HOME } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import styles from "./Header.module.css";
import { SearchButton } from "./search/SearchButton.tsx";
import { ThemeButton } from "./ThemeButton.tsx";

interface Props {
  readonly listOpen: boolean;
  readonly onToggleList: () => void;
  readonly children?: ReactNode;
}

export function Header({ listOpen, onToggleList, children }: Props) {
  return (
    <header className={styles.header}>
      <Button
        look="quiet"
        className={styles.icon}
        aria-label="Lessons"
        aria-expanded={listOpen}
        aria-controls="course-list"
        onClick={onToggleList}
      >
        <PanelLeft size={18} aria-hidden="true" />
      </Button>
      <a className={styles.brand} href={formatRoute(HOME)}>
        <Mark />
        FFI Playground
      </a>
      <div className={styles.actions}>
        {children}
        <SearchButton />
        <ThemeButton />
      </div>
    </header>
  );
}

/** Two calls through one line: the sign of the whole thing. */
const Mark = () => (
  <svg width="26" height="22" viewBox="0 0 26 22" aria-hidden="true" className={styles.mark}>
    <path className={styles.line} d="M13 1v20" />
    <path className={styles.typescript} d="M2 7.5h17M15.5 4l4 3.5-4 3.5" />
    <path className={styles.c} d="M24 15H7M10.500 11.500l-4 3.500 4 3.500" />
  </svg>
);
