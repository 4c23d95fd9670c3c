import ts from "typescript";
import { readFaultPages } from "../cli/fault-files.ts";
import { compileProgram } from "../compiler/index.ts";
import type { CompiledProgram } from "../contract/program.ts";
import type { FaultCode } from "../faults/codes.ts";
import type { Lesson, LessonPrograms, Mistake, RenderedText } from "../contract/lesson.ts";
import type { AntiPattern } from "../course/anti-pattern.ts";
import type { FaultText, LessonFiles, PairText } from "../course/catalogue.ts";
import type { FaultPage } from "../course/fault-page.ts";
import { programNames, type LessonFolder } from "../course/lesson-folder.ts";
import { lessonLink, pageLink } from "../state/route.ts";
import type { Highlight } from "./highlight.ts";
import { renderText } from "./markdown.ts";
import { GLOSSARY, readAntiPatterns, readCSources, readLessons, type Page } from "./read-lessons.ts";

/** The name of a lesson's folder, or of another's with a number: `02-strings`. */
export const folderName = ({ number, slug }: { readonly number: number; readonly slug: string }): string =>
  `${String(number).padStart(2, "0")}-${slug}`;

/** @throws CourseProblem when a question of the text is not whole */
export function renderLesson(folder: LessonFolder, highlight: Highlight): Lesson {
  const { number, slug, title, summary, library, markdown } = folder;
  const text = renderText(
    {
      file: `lessons/${folderName(folder)}/lesson.md`,
      markdown,
      programs: programNames(folder),
      linkTo: (heading) => lessonLink(slug, heading),
    },
    highlight,
  );
  return { number, slug, title, summary, library, text };
}

/** A lesson's programs, and coloured what is only read. */
export function lessonFiles(root: string, folder: LessonFolder, highlight: Highlight): LessonFiles {
  const { starter, solution, rust, mistakes, library } = folder;
  const sources = readCSources(root, library, `lessons/${folderName(folder)}/lesson.md`);
  const programs: LessonPrograms = { starter, solution, rust, mistakes, sources };
  const markup = { rust: highlight(rust, "rust"), sources: sources.map(({ text }) => highlight(text, "c")) };
  return { programs, markup };
}

export const renderPage = (page: Page, highlight: Highlight): RenderedText =>
  renderText(
    {
      file: `lessons/pages/${folderName(page)}.md`,
      markdown: page.markdown,
      programs: [],
      linkTo: (heading) => pageLink("page", page.slug, heading),
    },
    highlight,
  );

export const renderGlossary = (markdown: string, highlight: Highlight): RenderedText =>
  renderText({ file: GLOSSARY, markdown, programs: [], linkTo: (term) => pageLink("glossary", term) }, highlight);

export const renderAntiPattern = (pattern: AntiPattern, highlight: Highlight): PairText => ({
  text: renderText(
    {
      file: `lessons/anti-patterns/${folderName(pattern)}/page.md`,
      markdown: pattern.markdown,
      programs: [],
      linkTo: (heading) => pageLink("anti-pattern", pattern.slug, heading),
    },
    highlight,
  ),
  ...pair(pattern, highlight),
});

export const renderFault = (root: string, page: FaultPage, highlight: Highlight): FaultText => ({
  code: page.code,
  title: page.title,
  met: whereMet(root, page.code),
  text: renderText(
    {
      file: `lessons/faults/${page.code}-${page.name}/page.md`,
      markdown: page.prose,
      programs: [],
      linkTo: (heading) => pageLink("fault", page.code, heading),
    },
    highlight,
  ),
  ...pair(page, highlight),
});

export { readFaultPages };

/** @throws Error when a program of the course does not parse */
export function compiled(text: string): CompiledProgram {
  const outcome = compileProgram(ts, text);
  if (!outcome.ok) throw new Error(`line ${outcome.problems[0]?.line}: ${outcome.problems[0]?.message}`);
  return outcome.program;
}

const pair = (
  { wrong, right }: { readonly wrong: Mistake; readonly right: string },
  highlight: Highlight,
): Pick<PairText, "wrong" | "right"> => ({
  wrong: { program: compiled(wrong.text), lines: highlight(wrong.text.trimEnd(), "typescript"), mistake: wrong },
  right: { program: compiled(right), lines: highlight(right.trimEnd(), "typescript") },
});

/** Where in the course a program has this fault. */
function whereMet(root: string, code: FaultCode): FaultText["met"] {
  return [
    ...readLessons(root).flatMap(({ slug, title, mistakes }) =>
      mistakes
        .filter(({ fault }) => fault === code)
        .map((mistake) => ({ kind: "lesson" as const, slug, title, program: mistake.title })),
    ),
    ...readAntiPatterns(root)
      .filter(({ wrong }) => wrong.fault === code)
      .map(({ slug, title, wrong }) => ({ kind: "anti-pattern" as const, slug, title, program: wrong.title })),
  ];
}
