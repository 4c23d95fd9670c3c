import { Monitor, Moon, Sun } from "lucide-react";
import type { Theme } from "../../state/index.ts";
import { Button } from "../parts/Button.tsx";
import { useSettings } from "../playground.ts";
import styles from "./Header.module.css";

const NEXT: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" };
const NAME: Readonly<Record<Theme, string>> = { system: "as the system has it", light: "light", dark: "dark" };
const ICON = { system: Monitor, light: Sun, dark: Moon };

/** Goes round: as the system has it, light, dark. The choice is kept. */
export function ThemeButton() {
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
