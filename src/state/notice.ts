import type { StorageTrouble } from "./storage/record-store.ts";

/** Something the reader should know, in one or two sentences, until it is dismissed. */
export interface Notice {
  /** `not-kept` goes by itself once keeping works again. */
  readonly kind: "not-kept" | "unreadable" | "crash";
  readonly sentence: string;
}

const SENTENCES = {
  blocked:
    "This browser lets the page keep nothing, so your program will be gone when the page is closed. Copy it out to keep it.",
  full: "This browser's storage is full, so your latest changes are not saved. Copy your program out to keep it.",
};

/** What a reader is told when a program could not be kept or read. */
export function storageNotice(trouble: StorageTrouble): Notice {
  const sentence =
    trouble.kind === "unreadable"
      ? `Your saved program could not be read, so this is the starter. What was saved is set aside in this browser's storage, as “${trouble.setAside}”.`
      : SENTENCES[trouble.kind];
  return { kind: trouble.kind === "unreadable" ? "unreadable" : "not-kept", sentence };
}

/** What a reader is told when the settings could not be read. */
export const settingsNotice = (setAside: string): Notice => ({
  kind: "unreadable",
  sentence: `Your settings could not be read, so these are the defaults. What was saved is set aside in this browser's storage, as “${setAside}”.`,
});

export const CRASH_NOTICE: Notice = {
  kind: "crash",
  sentence:
    "The page went down while your program ran. The program is as you left it; it does not run until you press Run.",
};
