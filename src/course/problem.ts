/** A lesson folder that cannot be a lesson. The message names the file, because an author reads it in a build log. */
export class CourseProblem extends Error {
  override readonly name = "CourseProblem";
  readonly file: string;

  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.file = file;
  }
}
