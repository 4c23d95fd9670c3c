import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  folderName,
  renderAntiPattern,
  renderFault,
  renderGlossary,
  renderLesson,
  renderPage,
} from "../../src/build/course-texts.ts";
import { linksOf } from "../../src/build/markdown.ts";
import { GLOSSARY, readAntiPatterns, readGlossary, readPages } from "../../src/build/read-lessons.ts";
import { ROOT } from "../../src/build/setup.mjs";
import { readFaultPages } from "../../src/cli/fault-files.ts";
import { FAULT_CODES } from "../../src/faults/codes.ts";
import type { RenderedText } from "../../src/contract/lesson.ts";
import { LINK_SCHEMES, parseCourseLink, whyBroken, type CoursePlaces } from "../../src/course/course-link.ts";
import { LESSONS } from "./lessons.ts";

/** Where a link leads does not depend on the colours of code. */
const plain = (code: string): string[] => code.split("\n");
const ids = ({ headings }: RenderedText): string[] => headings.map(({ id }) => id);

const antiPatterns = readAntiPatterns(ROOT);
const pages = readPages(ROOT);
const faultPages = readFaultPages();
const glossary = readGlossary(ROOT);

/** Pages that are more than text have a folder of their own. */
const ownPages = readdirSync(join(ROOT, "src/ui/pages"));

const PLACES: CoursePlaces = {
  lessons: new Map(LESSONS.map((lesson) => [lesson.slug, ids(renderLesson(lesson, plain).text)])),
  // A fault whose page is yet to be written has its place all the same.
  faults: new Map([
    ...FAULT_CODES.map((code): [string, string[]] => [code, []]),
    ...faultPages.map((page): [string, string[]] => [page.code, ids(renderFault(ROOT, page, plain).text)]),
  ]),
  antiPatterns: new Map(antiPatterns.map((each) => [each.slug, ids(renderAntiPattern(each, plain).text)])),
  pages: new Map([
    ...["performance", "tour", "reference"]
      .filter((name) => ownPages.includes(name))
      .map((name): [string, string[]] => [name, []]),
    ...pages.map((page): [string, string[]] => [page.slug, ids(renderPage(page, plain))]),
  ]),
  glossary: ids(renderGlossary(glossary, plain)),
};

const TEXTS = [
  ...LESSONS.map((lesson) => ({ file: `lessons/${folderName(lesson)}/lesson.md`, markdown: lesson.markdown })),
  ...antiPatterns.map((each) => ({
    file: `lessons/anti-patterns/${folderName(each)}/page.md`,
    markdown: each.markdown,
  })),
  ...pages.map((page) => ({ file: `lessons/pages/${folderName(page)}.md`, markdown: page.markdown })),
  ...faultPages.map(({ code, name, prose }) => ({ file: `lessons/faults/${code}-${name}/page.md`, markdown: prose })),
  { file: GLOSSARY, markdown: glossary },
];

describe("links between the texts of the course", () => {
  it.each(TEXTS)("of $file lead somewhere", ({ markdown }) => {
    const broken = linksOf(markdown).flatMap((href) => {
      const link = parseCourseLink(decodeURI(href));
      if (link === null)
        return /^https:\/\//.test(href)
          ? []
          : [`${href}: is neither of the web (https) nor one of ${LINK_SCHEMES.join(", ")}`];
      const why = whyBroken(link, PLACES);
      return why === null ? [] : [`${href}: ${why}`];
    });
    expect(broken).toEqual([]);
  });
});
