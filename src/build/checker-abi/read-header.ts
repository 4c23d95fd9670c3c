/** A constant of the header, or one value of an enumeration. */
export interface AbiConstant {
  readonly name: string;
  readonly comment: string;
  /** As the header writes it, without C's suffix. */
  readonly value: string;
}

export interface AbiEnum {
  readonly name: string;
  readonly comment: string;
  readonly values: readonly AbiConstant[];
}

/** A function by which a binary and its host call each other. On wasm32 all it is given and gives is an `i32`. */
export interface AbiFunction {
  readonly name: string;
  readonly comment: string;
  readonly parameters: readonly string[];
  readonly returns: boolean;
  /** Only whole programs have it, and no library. */
  readonly ofPrograms: boolean;
}

export interface AbiHeader {
  readonly enums: readonly AbiEnum[];
  readonly constants: readonly AbiConstant[];
  readonly functions: readonly AbiFunction[];
}

/** Begins what only whole programs have. */
const OF_PROGRAMS = "#ifdef FFI_FOLLOWS_VALUES";

const ENUM = /^enum (\w+) \{$/;
const VALUE = /^(\w+) = (0x[0-9a-f]+|\d+),$/;
const CONSTANT = /^#define (\w+) (0x[0-9a-f]+|\d+)u?$/;
const FUNCTION = /^(void|(?:u?int32_t|struct \w+ \*))\s*(\w+)\((.*)\);$/;
const WITHOUT_MEANING = /^$|^struct \w+;$|^#(ifndef|define) \w+_H$|^#include <\w+\.h>$|^#endif$/;

/**
 * Reads a header that consists of comments, enumerations with a number for each value, constants and prototypes. Throws
 * for any other line: what this cannot read would be missing on the other side.
 */
export function readHeader(text: string): AbiHeader {
  const enums: { name: string; comment: string; values: AbiConstant[] }[] = [];
  const constants: AbiConstant[] = [];
  const functions: AbiFunction[] = [];
  let comment: string[] = [];
  let open: AbiConstant[] | null = null;
  let ofPrograms = false;
  /** What the comments before this line say; they are used up. */
  const said = (): string => comment.splice(0).join("\n");
  for (const { line, number } of statements(text)) {
    const [, enumName] = ENUM.exec(line) ?? [];
    const [, valueName, value] = (open && VALUE.exec(line)) ?? [];
    const [, constantName, constant] = CONSTANT.exec(line) ?? [];
    const [, result, functionName, parameters] = FUNCTION.exec(line) ?? [];
    if (line.startsWith("/*")) comment = textOf(line);
    else if (enumName !== undefined) enums.push({ name: enumName, comment: said(), values: (open = []) });
    else if (open && valueName !== undefined) open.push({ name: valueName, comment: said(), value: value! });
    else if (open && line === "};") open = null;
    else if (constantName !== undefined) constants.push({ name: constantName, comment: said(), value: constant! });
    else if (functionName !== undefined) {
      const names = parameters === "void" ? [] : parameters!.split(", ").map((each) => /\w+$/.exec(each)![0]);
      functions.push({
        name: functionName,
        comment: said(),
        parameters: names,
        returns: result !== "void",
        ofPrograms,
      });
    } else if (line === OF_PROGRAMS) {
      ofPrograms = true;
      said();
    } else if (!WITHOUT_MEANING.test(line)) {
      throw new Error(`line ${number} of the header is nothing that TypeScript could be told: ${line}`);
    } else if (line.startsWith("#")) said();
  }
  return { enums, constants, functions };
}

/** The header's lines, and a comment of several lines as one. */
function* statements(text: string): Generator<{ readonly line: string; readonly number: number }> {
  let comment = "";
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    comment = comment === "" && !line.startsWith("/*") ? "" : `${comment}${line}\n`;
    if (comment === "") yield { line, number: index + 1 };
    else if (line.endsWith("*/")) {
      yield { line: comment, number: index + 1 };
      comment = "";
    }
  }
}

const textOf = (comment: string): string[] =>
  comment
    .replace(/^\/\*+|\*\/\s*$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .filter((line, index, lines) => line !== "" || (index > 0 && index < lines.length - 1));
