import type { SyntaxProblem } from "../../src/contract/program.ts";
import type { RunReport } from "../../src/contract/run.ts";

/** What has to come of an attack in one engine: all of it, or a reason why that engine cannot know. */
export type Expectation =
  | { readonly kind: "known"; readonly outcomes: readonly Outcome[] }
  | { readonly kind: "not known"; readonly because: string };

export type Outcome =
  /** The program does not compile. `text` is a part of the sentence that says why: `line 3: a program can …`. */
  | { readonly kind: "refused"; readonly text: string }
  | { readonly kind: "fault"; readonly code: string; readonly line: number }
  /** The program ends with this error, which the report has by this name. */
  | { readonly kind: "throws"; readonly name: string; readonly line: number }
  /** A line that is printed, whole; twice where it is listed twice. */
  | { readonly kind: "prints"; readonly text: string };

/** What came of a run, in either engine. */
export type AttackRun =
  | { readonly kind: "refused"; readonly problems: readonly SyntaxProblem[] }
  | { readonly kind: "ran"; readonly report: Pick<RunReport, "status" | "console" | "faults" | "error"> };

const LINES = /^\/\/ Open: (.+)\.\n\/\/ Sealed: (.+)\.\n/;
const OUTCOME =
  /^(?:refused (?<refused>"(?:[^"\\]|\\.)+")|(?<code>FFI\d{3}) at line (?<at>\d+)|throws (?<name>\w+) at line (?<from>\d+)|prints (?<prints>"(?:[^"\\]|\\.)*"))(?:, |$)/;
const UNKNOWN = /^not known, because (.+)$/;

/**
 * Reads the first two lines of an attack.
 * @throws Error when they are not as they have to be.
 */
export function readExpectations(text: string): { readonly open: Expectation; readonly sealed: Expectation } {
  const [, open, sealed] = LINES.exec(text) ?? [];
  if (open === undefined || sealed === undefined) {
    throw new Error('an attack begins with the lines "// Open: … ." and "// Sealed: … ."');
  }
  const because = UNKNOWN.exec(open)?.[1];
  return {
    open: because === undefined ? { kind: "known", outcomes: readOutcomes(open) } : { kind: "not known", because },
    sealed: { kind: "known", outcomes: readOutcomes(sealed) },
  };
}

function readOutcomes(list: string): Outcome[] {
  const outcomes: Outcome[] = [];
  let rest = list;
  do {
    const found = OUTCOME.exec(rest);
    if (!found) throw new Error(`no outcome begins at: ${rest}`);
    outcomes.push(readOutcome(found.groups as Groups));
    rest = rest.slice(found[0].length);
    if (rest === "" && found[0].endsWith(", ")) throw new Error(`an outcome is missing at the end of: ${list}`);
  } while (rest !== "");
  if (outcomes.length > 1 && outcomes.some(({ kind }) => kind === "refused")) {
    throw new Error(`a program that is refused does nothing else: ${list}`);
  }
  return outcomes;
}

type Groups = Readonly<Record<"refused" | "code" | "at" | "name" | "from" | "prints", string | undefined>>;

function readOutcome({ refused, code, at, name, from, prints }: Groups): Outcome {
  if (refused !== undefined) return { kind: "refused", text: JSON.parse(refused) as string };
  if (code !== undefined) return { kind: "fault", code, line: Number(at) };
  if (name !== undefined) return { kind: "throws", name, line: Number(from) };
  return { kind: "prints", text: JSON.parse(prints!) as string };
}

/**
 * What a run did otherwise than expected, a sentence each; none when it did all of it and nothing else. A fault that is
 * not listed is one, and so is an end by an error or a limit that is not listed. A fault may end the program as the
 * error `FfiFault` or `Utf8Error` of the same code.
 */
export function differences(expected: readonly Outcome[], run: AttackRun): string[] {
  if (run.kind === "refused") return refusalDifferences(expected, run.problems);
  const { status, console: lines, faults, error } = run.report;
  const wrong: string[] = [];
  for (const outcome of expected) {
    if (outcome.kind === "refused") wrong.push(`it compiled, and had to be refused: ${outcome.text}`);
  }
  const printed = lines.map(({ text }) => text);
  const texts = expected.flatMap((one) => (one.kind === "prints" ? [one.text] : []));
  for (const text of without(texts, printed)) {
    wrong.push(`it did not print ${JSON.stringify(text)}, but ${JSON.stringify(printed)}`);
  }
  const wanted = expected.flatMap((one) => (one.kind === "fault" ? [`${one.code} at line ${one.line}`] : []));
  const found = faults.map(({ code, typescript }) => `${code} at line ${typescript?.line ?? "?"}`);
  for (const fault of without(wanted, found)) wrong.push(`it had no ${fault}`);
  for (const fault of without(found, wanted)) wrong.push(`it had ${fault}, which is not expected`);

  const ends = expected.flatMap((one) => (one.kind === "throws" ? [`${one.name} at line ${one.line}`] : []));
  const end = error && `${error.name} at line ${error.line ?? "?"}`;
  if (status !== "completed" && status !== "threw") wrong.push(`it ended as "${status}"`);
  if (end === null) wrong.push(...ends.map((missing) => `it did not throw ${missing}`));
  else if (ends.length > 0 ? !ends.includes(end) : !isFault(error!, wanted))
    wrong.push(`it threw ${end}: ${error!.message}`);
  return wrong;
}

function refusalDifferences(expected: readonly Outcome[], problems: readonly SyntaxProblem[]): string[] {
  const said = problems.map(({ line, message }) => `line ${line}: ${message}`);
  const isSaid = expected.some((one) => one.kind === "refused" && said.some((sentence) => sentence.includes(one.text)));
  return isSaid ? [] : [`it was refused: ${said.join("; ")}`];
}

/** Whether a fault that is expected has ended the program. */
const isFault = ({ name, message }: { name: string; message: string }, wanted: readonly string[]): boolean =>
  (name === "FfiFault" && wanted.some((fault) => message.startsWith(`${fault.slice(0, 6)}: `))) ||
  (name === "Utf8Error" && wanted.some((fault) => fault.startsWith("FFI011 ")));

/** What of `all` is left when each of `others` takes one away. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const rest = [...all];
  for (const other of others) {
    const index = rest.indexOf(other);
    if (index !== -1) rest.splice(index, 1);
  }
  return rest;
}
