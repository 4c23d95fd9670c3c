import type { FaultDetail, ProgramError } from "./format.ts";

const ACTS = ["read", "write", "free", "call", "declare", "end"] as const;

/** Reads a fault's detail; whatever is missing or of another type becomes its empty value. */
export function parseFaultDetail(text: string): FaultDetail {
  const found = parseObject(text);
  const act = ACTS.find((candidate) => candidate === found["act"]) ?? "call";
  return {
    act,
    library: number(found["library"]),
    address: number(found["address"]),
    bytes: number(found["bytes"]),
    offset: number(found["offset"]),
    function: textOrNull(found["function"]),
    expected: textOrNull(found["expected"]),
    actual: textOrNull(found["actual"]),
  };
}

export function parseProgramError(text: string): ProgramError | null {
  if (text === "") return null;
  const found = parseObject(text);
  const line = found["line"];
  return {
    name: textOrNull(found["name"]) ?? "Error",
    message: textOrNull(found["message"]) ?? "",
    line: typeof line === "number" && Number.isInteger(line) && line > 0 ? line : null,
  };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const number = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : 0);
const textOrNull = (value: unknown) => (typeof value === "string" ? value : null);
