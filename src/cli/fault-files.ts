import { readdirSync, readFileSync } from "node:fs";
import { FAULT_CODES, type FaultCode } from "../faults/codes.ts";
import { faultFolder, parseFaultPage, type FaultPage } from "../course/fault-page.ts";

const FOLDER = new URL("../../lessons/faults/", import.meta.url);

/** Reads a fault's page; null when it is not written yet. @throws CourseProblem when its folder is not whole */
export function readFaultPage(code: FaultCode): FaultPage | null {
  const name = faultFolder(code);
  if (!faultFolders().includes(name)) return null;
  const folder = new URL(`${name}/`, FOLDER);
  const files = new Map(readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), "utf8")]));
  return parseFaultPage(`lessons/faults/${name}`, files);
}

/** Every page there is, in the order of the codes. */
export const readFaultPages = (): FaultPage[] =>
  FAULT_CODES.map(readFaultPage).filter((page): page is FaultPage => page !== null);

/** The names of all folders below `lessons/faults/`. */
export const faultFolders = (): string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
