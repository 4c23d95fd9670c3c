import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import {
  compiled,
  folderName,
  lessonFiles,
  readFaultPages,
  renderAntiPattern,
  renderFault,
  renderGlossary,
  renderLesson,
  renderPage,
} from "./course-texts.ts";
import { createHighlight, type Highlight } from "./highlight.ts";
import { GLOSSARY, readAntiPatterns, readGlossary, readLessons, readPages } from "./read-lessons.ts";
import { lessonLink, pageLink } from "../state/route.ts";
import { searchEntries } from "./search-entries.ts";
import { tourProgram } from "./tour-program.ts";

/** A module that the build makes. */
interface Made {
  readonly code: string;
  /** Files and folders it is made from, relative to the project's folder; the development server watches them. */
  readonly from: readonly string[];
}

type Make = (root: string, highlight: Highlight, name: string) => Made;

/**
 * The course's modules. `virtual:course` says what there is (small, loaded at once); each text and each lesson's programs
 * are modules of their own, `virtual:lesson/strings`, loaded when they are wanted.
 */
const MODULES: Readonly<Record<string, Make>> = {
  course: (root) => ({
    code: [
      `export default ${list(readLessons(root), ["number", "slug", "title", "summary", "library"], {
        loadLesson: "lesson",
        loadPrograms: "lesson-programs",
      })};`,
      `export const pages = ${list(readPages(root), ["slug", "title", "summary"], { load: "page" })};`,
      `export const antiPatterns = ${list(readAntiPatterns(root), ["slug", "title", "summary"], { load: "anti-pattern" })};`,
    ].join("\n"),
    from: ["lessons"],
  }),
  lesson: (root, highlight, name) => {
    const folder = find(readLessons(root), name);
    return value(renderLesson(folder, highlight), [`lessons/${folderName(folder)}`]);
  },
  "lesson-programs": (root, highlight, name) => {
    const folder = find(readLessons(root), name);
    return value(lessonFiles(root, folder, highlight), [
      `lessons/${folderName(folder)}`,
      `c-sources/${folder.library}`,
    ]);
  },
  page: (root, highlight, name) => value(renderPage(find(readPages(root), name), highlight), ["lessons/pages"]),
  "anti-pattern": (root, highlight, name) =>
    value(renderAntiPattern(find(readAntiPatterns(root), name), highlight), ["lessons/anti-patterns"]),
  faults: () => ({
    code: `export default {${readFaultPages()
      .map(({ code, title }) => `${code}: { title: ${JSON.stringify(title)}, load: ${load("fault", code)} }`)
      .join(",\n")}};`,
    from: ["lessons/faults"],
  }),
  fault: (root, highlight, name) => {
    const pages = readFaultPages().map((page) => ({ ...page, slug: page.code as string }));
    return value(renderFault(root, find(pages, name), highlight), ["lessons/faults"]);
  },
  search: (root, highlight) => {
    const entries = [
      ...readLessons(root).flatMap((folder) =>
        searchEntries(folder.title, renderLesson(folder, highlight).text, (id) => lessonLink(folder.slug, id)),
      ),
      ...readAntiPatterns(root).flatMap((each) =>
        searchEntries(each.title, renderAntiPattern(each, highlight).text, below("anti-pattern", each.slug)),
      ),
      ...readPages(root).flatMap((page) =>
        searchEntries(page.title, renderPage(page, highlight), below("page", page.slug)),
      ),
      ...readFaultPages().flatMap((page) =>
        searchEntries(
          `${page.code} ${page.name}: ${page.title}`,
          renderFault(root, page, highlight).text,
          below("fault", page.code),
        ),
      ),
      ...searchEntries("Glossary", renderGlossary(readGlossary(root), highlight), below("glossary")),
    ];
    return value(entries, ["lessons"]);
  },
  tour: (root) => {
    const lessons = readLessons(root);
    return {
      code: [
        `export const program = ${JSON.stringify(compiled(tourProgram(lessons)))};`,
        `export const stops = ${JSON.stringify(lessons.map(({ number, slug, title }) => ({ number, slug, title })))};`,
      ].join("\n"),
      from: ["lessons"],
    };
  },
  performance: (root) => value(compiled(readFileSync(join(root, MEASURE), "utf8")), [MEASURE]),
  glossary: (root, highlight) => value(renderGlossary(readGlossary(root), highlight), [GLOSSARY]),
};

/** The program that measures what the performance page shows. */
const MEASURE = "lessons/performance/measure.ts";

const PREFIX = "virtual:";

/** Makes the course's modules from `lessons/`. */
export function lessons(): Plugin {
  let root = process.cwd();
  let highlight: Promise<Highlight> | null = null;
  return {
    name: "ffi-playground:lessons",
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id.startsWith(PREFIX) && makeOf(id) ? `\0${id}` : null),
    async load(resolved) {
      const id = resolved.startsWith(`\0${PREFIX}`) ? resolved.slice(1) : null;
      const make = id === null ? undefined : makeOf(id);
      if (id === null || !make) return null;
      highlight ??= createHighlight();
      const { code, from } = make(root, await highlight, nameIn(id));
      for (const path of from) for (const file of filesAt(join(root, path))) this.addWatchFile(file);
      return code;
    },
  };
}

const makeOf = (id: string): Make | undefined => MODULES[id.slice(PREFIX.length).split("/")[0] ?? ""];
const nameIn = (id: string): string => id.slice(PREFIX.length).split("/")[1] ?? "";

function find<T extends { readonly slug: string }>(all: readonly T[], name: string): T {
  const found = all.find(({ slug }) => slug === name);
  if (!found) throw new Error(`lessons/: there is no ${name}`);
  return found;
}

function filesAt(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The address of a page, or of a heading on it. */
const below =
  (name: string, ...path: string[]) =>
  (id: string | null): string =>
    pageLink(name, ...path, ...(id === null ? [] : [id]));

/** An array of what `entries` hold under `keys`, and of functions that load the rest of each. */
function list<T extends { readonly slug: string }>(
  entries: readonly T[],
  keys: readonly (keyof T)[],
  loaders: Readonly<Record<string, string>>,
): string {
  const objects = entries.map((entry) => {
    const fields = Object.fromEntries(keys.map((key) => [key, entry[key]]));
    const functions = Object.entries(loaders).map(([name, module]) => `${name}: ${load(module, entry.slug)}`);
    return `{ ...${JSON.stringify(fields)}, ${functions.join(", ")} }`;
  });
  return `[${objects.join(",\n")}]`;
}

const load = (module: string, name: string): string =>
  `() => import(${JSON.stringify(`${PREFIX}${module}/${name}`)}).then((module) => module.default)`;

const value = (data: unknown, from: readonly string[]): Made => ({
  code: `export default ${JSON.stringify(data)};`,
  from,
});
