import { createStore, type StoreApi } from "zustand/vanilla";
import { settingsNotice, type Notice } from "./notice.ts";
import type { RecordStore } from "./storage/record-store.ts";
import type { PanelSizes, SavedSettings, Theme } from "./storage/records.ts";

export interface SettingsState extends SavedSettings {
  /** Says that kept settings could not be read, so that these are the defaults. */
  readonly notice: Notice | null;
  dismissNotice(): void;
  setTheme(theme: Theme): void;
  setSizes(group: string, sizes: PanelSizes): void;
}

export const DEFAULT_SETTINGS: SavedSettings = { theme: "system", sizes: {} };

/** Settings are kept where that works; where it does not, they hold until the page is closed. */
export function createSettingsStore(records: RecordStore): StoreApi<SettingsState> {
  const { data, trouble } = records.read("settings");
  const notice = trouble?.kind === "unreadable" ? settingsNotice(trouble.setAside) : null;

  return createStore<SettingsState>((set, get) => {
    const change = (part: Partial<SavedSettings>): void => {
      set(part);
      const { theme, sizes } = get();
      records.write("settings", { theme, sizes });
    };
    return {
      ...DEFAULT_SETTINGS,
      ...data,
      notice,
      dismissNotice: () => set({ notice: null }),
      setTheme: (theme) => change({ theme }),
      setSizes: (group, sizes) => change({ sizes: { ...get().sizes, [group]: sizes } }),
    };
  });
}
