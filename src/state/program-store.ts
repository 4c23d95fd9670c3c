import { createStore, type StoreApi } from "zustand/vanilla";
import type { LessonPrograms } from "../contract/lesson.ts";
import { CRASH_NOTICE, storageNotice, type Notice } from "./notice.ts";
import type { RecordStore } from "./storage/record-store.ts";

/** One of a lesson's own programs. */
export type LessonProgram = "starter" | "solution" | { readonly mistake: string };

/** A lesson as far as programs need it. */
export interface OpenedLesson {
  /** Name of the lesson's library. */
  readonly library: string;
  readonly programs: LessonPrograms;
}

export interface ProgramState {
  /** The open lesson, or the one being opened; null before the first. */
  readonly slug: string | null;
  readonly phase: "none" | "loading" | "ready" | "failed";
  /** Null until `phase` is `ready`. */
  readonly lesson: OpenedLesson | null;
  readonly text: string;
  /** `not-kept`: the browser keeps nothing, and `notice` says so. */
  readonly saved: "saved" | "unsaved" | "not-kept";
  readonly notice: Notice | null;
  /** What `load` replaced; null when there is nothing to undo. */
  readonly undo: { readonly text: string } | null;
  /** Opens a lesson's program: what was saved, else its starter. It is never run by that. */
  open(slug: string): Promise<void>;
  setText(text: string): void;
  /** Saves now; typing saves by itself after a pause. */
  save(): void;
  /** Replaces the text by one of the lesson's own programs. */
  load(program: LessonProgram): void;
  undoLoad(): void;
  dismissNotice(): void;
}

interface Options {
  readonly records: RecordStore;
  readonly loadLesson: (slug: string) => Promise<OpenedLesson>;
}

/** Pause in typing after which the text is saved. */
export const AUTOSAVE_MS = 600;

export function createProgramStore({ records, loadLesson }: Options): StoreApi<ProgramState> {
  let pending: ReturnType<typeof setTimeout> | undefined;
  /** Whether the last attempt to keep something worked: the reader is told when that changes, not at every attempt. */
  let keeps = true;

  return createStore<ProgramState>((set, get) => {
    const change = (text: string): void => {
      set({ text, saved: "unsaved" });
      clearTimeout(pending);
      pending = setTimeout(() => get().save(), AUTOSAVE_MS);
    };

    return {
      slug: null,
      phase: "none",
      lesson: null,
      text: "",
      saved: "saved",
      notice: null,
      undo: null,

      async open(slug) {
        if (get().slug === slug && get().phase !== "failed") return;
        get().save();
        set({ slug, phase: "loading", lesson: null, text: "", saved: "saved", notice: null, undo: null });
        let lesson: OpenedLesson;
        try {
          lesson = await loadLesson(slug);
        } catch {
          if (get().slug === slug) set({ phase: "failed" });
          return;
        }
        if (get().slug !== slug || get().phase !== "loading") return;
        const { data, trouble } = records.read("program", slug);
        keeps = trouble === null || trouble.kind === "unreadable";
        const crashed = records.read("running").data?.slug === slug;
        if (crashed) records.remove("running");
        set({
          phase: "ready",
          lesson,
          text: data?.text ?? lesson.programs.starter,
          saved: keeps ? "saved" : "not-kept",
          notice: trouble ? storageNotice(trouble) : crashed ? CRASH_NOTICE : null,
        });
      },

      setText(text) {
        if (text === get().text) return;
        change(text);
      },

      save() {
        clearTimeout(pending);
        const { slug, phase, text, saved, lesson } = get();
        if (slug === null || phase !== "ready" || saved === "saved") return;
        // The starter is not kept: a better one of tomorrow then reaches a reader who changed nothing.
        const isStarter = text === lesson?.programs.starter;
        const trouble = isStarter ? records.remove("program", slug) : records.write("program", { text }, slug);
        const { notice } = get();
        if (trouble) set({ saved: "not-kept", notice: keeps ? storageNotice(trouble) : notice });
        else set({ saved: "saved", notice: notice?.kind === "not-kept" ? null : notice });
        keeps = trouble === null;
      },

      load(program) {
        const { lesson, text, undo } = get();
        if (!lesson) return;
        const wanted = textOf(lesson.programs, program);
        if (wanted === undefined || wanted === text) return;
        change(wanted);
        // One of the lesson's own programs needs no keeping aside; what the reader wrote before it does.
        set({ undo: undo !== null && isOwnProgram(lesson.programs, text) ? undo : { text } });
        get().save();
      },

      undoLoad() {
        const { undo } = get();
        if (!undo) return;
        change(undo.text);
        set({ undo: null });
        get().save();
      },

      dismissNotice: () => set({ notice: null }),
    };
  });
}

const textOf = (programs: LessonPrograms, program: LessonProgram): string | undefined =>
  typeof program === "string"
    ? programs[program]
    : programs.mistakes.find(({ name }) => name === program.mistake)?.text;

const isOwnProgram = ({ starter, solution, mistakes }: LessonPrograms, text: string): boolean =>
  [starter, solution, ...mistakes.map((mistake) => mistake.text)].includes(text);
