import type { Command } from "commander";
import { distance } from "fastest-levenshtein";
import { FAULT_CODES, FAULTS, type FaultCode } from "../faults/codes.ts";
import { faultMarkdown } from "../course/fault-page.ts";
import { EXIT, refuse } from "./exit.ts";
import { readFaultPage } from "./fault-files.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import { print } from "./terminal.ts";

export function addExplainCommand(program: Command): void {
  program
    .command("explain")
    .argument("<fault>", "a fault's code or name, such as FFI004 or use-after-free")
    .description("print a fault's page: what it means, a program that has it, and the repair")
    .action((fault: string) => {
      process.exitCode = explain(fault);
    });
}

function explain(asked: string): number {
  const code = FAULT_CODES.find((each) => spellings(each).includes(asked.toLowerCase()));
  if (code === undefined) {
    const nearest = nearestFault(asked);
    return refuse(`There is no fault "${asked}"; did you mean ${nearest} (${FAULTS[nearest].name})?`);
  }
  const page = readFaultPage(code);
  if (page === null) return refuse(`${code} (${FAULTS[code].name}) has no page yet: ${FAULTS[code].title}.`);
  print(plainMarkdown(faultMarkdown(page)));
  return EXIT.clean;
}

/** What a fault can be asked for by, in small letters. */
const spellings = (code: FaultCode): string[] => [code.toLowerCase(), FAULTS[code].name.toLowerCase()];

/** The fault with a spelling that holds what was asked, or else takes the fewest changes; the first of several. */
export function nearestFault(asked: string): FaultCode {
  const wanted = asked.toLowerCase();
  const changes = (code: FaultCode) =>
    Math.min(...spellings(code).map((each) => (each.includes(wanted) ? 0 : distance(wanted, each))));
  return FAULT_CODES.reduce((best, code) => (changes(code) < changes(best) ? code : best));
}
