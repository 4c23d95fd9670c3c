/** Made from `lessons/` by the build: what there is, with the texts loaded when they are wanted. */
declare module "virtual:course" {
  const course: readonly import("./catalogue.ts").CourseEntry[];
  export default course;
  export const pages: readonly import("./catalogue.ts").PageEntry[];
  export const antiPatterns: readonly import("./catalogue.ts").AntiPatternEntry[];
}

/** The pages of the faults that are written. */
declare module "virtual:faults" {
  const faults: Partial<
    Record<
      import("../faults/codes.ts").FaultCode,
      { readonly title: string; readonly load: () => Promise<import("./catalogue.ts").FaultText> }
    >
  >;
  export default faults;
}

/** The glossary's text; a heading is a term. */
declare module "virtual:glossary" {
  const glossary: import("../contract/lesson.ts").RenderedText;
  export default glossary;
}

/** The tour: one program that runs the solution of every lesson, and the lessons in its order. */
declare module "virtual:tour" {
  export const program: import("../contract/program.ts").CompiledProgram;
  export const stops: readonly import("./tour.ts").TourStop[];
}

/** Every part of every text, for search. */
declare module "virtual:search" {
  const entries: readonly import("./search-entry.ts").SearchEntry[];
  export default entries;
}

/** The program that measures what the performance page shows. */
declare module "virtual:performance" {
  const program: import("../contract/program.ts").CompiledProgram;
  export default program;
}

/** The reference of the module `"ffi"`, made from its docstrings; a heading of level 3 is an export. */
declare module "virtual:reference" {
  const reference: import("../contract/lesson.ts").RenderedText;
  export default reference;
}
