import { Monitor, Moon, PanelLeft, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { formatLocation, HOME, type Theme } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { useSettings } from "../playground.ts";
import styles from "./Header.module.css";

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
      <a className={styles.brand} href={formatLocation(HOME)}>
        <Mark />
        FFI Playground
      </a>
      <div className={styles.actions}>
        {children}
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

const NEXT: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" };
const NAME: Readonly<Record<Theme, string>> = { system: "as the system has it", light: "light", dark: "dark" };
const ICON = { system: Monitor, light: Sun, dark: Moon };

function ThemeButton() {
  const theme = useSettings((settings) => settings.theme);
  const setTheme = useSettings((settings) => settings.setTheme);
  const Icon = ICON[theme];
  return (
    <Button
      look="quiet"
      className={styles.icon}
      aria-label={`Colours: ${NAME[theme]}. Change to ${NAME[NEXT[theme]]}`}
      title={`Colours: ${NAME[theme]}`}
      onClick={() => setTheme(NEXT[theme])}
    >
      <Icon size={17} aria-hidden="true" />
    </Button>
  );
}
