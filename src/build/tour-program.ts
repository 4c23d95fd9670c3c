import type { LessonFolder } from "../course/lesson-folder.ts";
import { tourHeading } from "../course/tour.ts";

const IMPORT = /^import\s+\{([^}]*)\}\s+from\s+"ffi";\n/m;

/**
 * The tour: one program that runs the solution of every lesson in order, each below its heading.
 *
 * @throws Error when a solution imports in a way that is not `import { … } from "ffi"`
 */
export function tourProgram(lessons: readonly LessonFolder[]): string {
  const names = new Set<string>();
  const sections = lessons.map((lesson) => {
    const found = IMPORT.exec(lesson.solution);
    const body = lesson.solution.replace(IMPORT, "");
    if (!found || /^(import|export)\b/m.test(body)) {
      throw new Error(`the solution of ${lesson.slug} must import from "ffi" once, and export nothing`);
    }
    for (const name of found[1]?.split(",") ?? []) if (name.trim()) names.add(name.trim());
    return `await section(${JSON.stringify(tourHeading(lesson))}, async () => {\n${body.trim()}\n});`;
  });
  return `// The tour: the solution of every lesson, in order.
import { ${[...names].sort(byName).join(", ")} } from "ffi";

async function section(heading: string, demonstrate: () => Promise<void>): Promise<void> {
  console.log(heading);
  await demonstrate();
}

${sections.join("\n\n")}
`;
}

const byName = (a: string, b: string): number => (bare(a) < bare(b) ? -1 : 1);
const bare = (name: string): string => name.replace(/^type /, "").toLowerCase();
