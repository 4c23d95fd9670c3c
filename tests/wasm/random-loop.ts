import fc from "fast-check";

/** A C function that loops over three arrays, whose names are `a`, `b` and `c`. */
export interface RandomLoop {
  /** What stands between the function's braces. */
  readonly body: string;
  /** Bytes of one element of each array. */
  readonly elementBytes: readonly number[];
}

/** C types of elements, their size, and how code gets at the number in one. */
const ELEMENTS = [
  { type: "uint8_t", bytes: 1, fields: [""] },
  { type: "int16_t", bytes: 2, fields: [""] },
  { type: "uint32_t", bytes: 4, fields: [""] },
  { type: "float", bytes: 4, fields: [""] },
  { type: "uint64_t", bytes: 8, fields: [""] },
  { type: "double", bytes: 8, fields: [""] },
  { type: "struct record", bytes: 16, fields: [".x", ".y", ".z", ".w"] },
] as const;

/** Whose second field's checks the compiler makes in another way. */
const UNEVEN = { type: "struct uneven", bytes: 5, fields: [".first", ".second"] } as const;

const PRELUDE = `
#include <stdint.h>
#pragma clang diagnostic ignored "-Weverything"

struct record { int32_t x; int16_t y; uint8_t z; double w; };
struct __attribute__((packed)) uneven { uint8_t first; uint32_t second; };

static __attribute__((noinline)) uint32_t mixed(uint32_t number) {
  __asm__ volatile("" : "+r"(number));
  return number * 2654435761u;
}
`;

const parametersOf = "uint8_t *a, uint8_t *b, uint8_t *c, int32_t n, int32_t k";

/** A header and a file of C with all these functions: `loop_0`, `loop_1` and so on. */
export function libraryText(loops: readonly RandomLoop[]): { header: string; source: string } {
  const signatures = loops.map((_, index) => `uint32_t loop_${index}(${parametersOf})`);
  return {
    header: ["#include <stdint.h>", ...signatures.map((signature) => `${signature};`), ""].join("\n"),
    source: [
      '#include "random.h"',
      PRELUDE,
      ...loops.map(({ body }, index) => `${signatures[index]!} {\n${body}}\n`),
    ].join("\n"),
  };
}

const number = fc.oneof({ weight: 4, arbitrary: fc.nat(9) }, fc.constantFrom(63, 255, 1000, 65536)).map(String);

/** An array, and which of its elements' fields: the macro `A`, and the like, takes an index. */
const element = fc.constantFrom("A", "B", "C", "AA", "BB", "CC");

const index = fc.oneof(
  { weight: 6, arbitrary: fc.constant("i") },
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 3 }).map((by) => `i + ${by}`) },
  { weight: 2, arbitrary: fc.constantFrom("n - 1 - i", "n - i", "2 * i", "(i | 1)", "(i & 3)", "k", "0") },
  { weight: 1, arbitrary: element.map((name) => `(int32_t)((uint32_t)${name}(i) % 16)`) },
);

const load = fc.tuple(element, index).map(([name, at]) => `(uint32_t)${name}(${at})`);

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 2 },
    { weight: 4, arbitrary: load },
    { weight: 2, arbitrary: fc.constantFrom("(uint32_t)i", "(uint32_t)k", "sum") },
    { weight: 1, arbitrary: number.map((text) => `${text}u`) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(tie("expression"), fc.constantFrom("+", "-", "*", "^", "&"), tie("expression"))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    },
    { weight: 1, arbitrary: tie("expression").map((text) => `(${text} >> 3)`) },
  ),
}));

const condition = fc.oneof(
  fc.tuple(expression, fc.constantFrom(1, 3, 6)).map(([text, mask]) => `(${text} & ${mask}u) == 0`),
  fc.tuple(expression, fc.constantFrom("<", ">", "!="), number).map(([text, by, limit]) => `${text} ${by} ${limit}u`),
  fc.constantFrom("i == k", "i > k", "(i & 1) == 0"),
);

const lines = (statements: readonly string[]): string => statements.map((text) => `${text}\n`).join("");

const simple = fc.oneof(
  { weight: 5, arbitrary: expression.map((text) => `sum += ${text};`) },
  { weight: 2, arbitrary: expression.map((text) => `sum = sum * 31 + ${text};`) },
  { weight: 5, arbitrary: fc.tuple(element, index, expression).map(([name, at, text]) => `${name}(${at}) = ${text};`) },
  {
    weight: 2,
    arbitrary: fc.tuple(element, index, expression).map(([name, at, text]) => `${name}(${at}) += ${text};`),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(element, index, index).map(([name, to, from]) => `${name}(${to}) = ${name}(${from});`),
  },
  { weight: 1, arbitrary: fc.constantFrom("sum += *walk++;", "sum ^= *--walk;", "*walk++ = sum;", "walk += k;") },
);

const leaving = fc
  .tuple(condition, fc.constantFrom("continue;", "break;", "return sum;"))
  .map(([when, how]) => `if (${when}) ${how}`);

/** A variable of the turn's own, looked at beyond its end or after its scope. */
const ownVariable = fc
  .tuple(
    expression,
    expression,
    fc.constantFrom("", "sum += *kept;", "sum += kept[1];", "*kept = sum; sum += kept[3];"),
  )
  .map(
    ([to, from, after]) =>
      `{\nuint32_t *kept;\n{\nuint32_t own[4] = {1, 2, 3, sum};\nown[0] = sum;\nown[(${to}) & 7] = sum;\n` +
      `sum += own[(${from}) & 7];\nkept = own;\n__asm__ volatile("" : "+r"(kept));\n}\n${after}\n}`,
  );

const { statements } = fc.letrec<{ statement: string; statements: string }>((tie) => ({
  statements: fc.array(tie("statement"), { minLength: 1, maxLength: 3 }).map(lines),
  statement: fc.oneof(
    { maxDepth: 2 },
    { weight: 12, arbitrary: simple },
    { weight: 2, arbitrary: leaving },
    { weight: 1, arbitrary: ownVariable },
    { weight: 1, arbitrary: fc.constant("sum = mixed(sum);") },
    { weight: 2, arbitrary: fc.tuple(condition, tie("statements")).map(([when, then]) => `if (${when}) {\n${then}}`) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(condition, tie("statements"), tie("statements"))
        .map(([when, then, otherwise]) => `if (${when}) {\n${then}} else {\n${otherwise}}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(expression, fc.constantFrom("break;", "continue;", ""), tie("statements"), tie("statements"))
        .map(
          ([what, end, first, last]) =>
            `switch (${what} % 5) {\ncase 0:\n${first}${end}\ncase 1: case 3:\n${last}break;\ndefault:\nsum++;\n}`,
        ),
    },
    {
      weight: 1,
      arbitrary: tie("statements").map(
        (inner) => `for (int32_t from = i, i = from; i < from + (k & 3); i++) {\n${inner}}`,
      ),
    },
  ),
}));

const step = fc.constantFrom(1, 1, 1, 2, 3);
const loop = fc.oneof(
  { weight: 5, arbitrary: statements.map((body) => `for (int32_t i = 0; i < n; i++) {\n${body}}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom("0", "-2", "k"), step, statements)
      .map(([from, by, body]) => `for (int32_t i = ${from}; i < n; i += ${by}) {\n${body}}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(step, statements)
      .map(([by, body]) => `for (int32_t i = n - 1; i >= 0; i -= ${by}) {\n${body}}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(condition, statements)
      .map(([when, body]) => `for (int32_t i = 0; i < n && (${when}); i++) {\n${body}}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(condition, statements)
      .map(([when, body]) => `int32_t i = 0;\ndo {\n${body}} while (++i < n && (${when}));`),
  },
);

/** The macros for one array: two ways to get at its elements. */
const array = (name: string) =>
  fc
    .oneof({ weight: 20, arbitrary: fc.constantFrom(...ELEMENTS) }, fc.constant(UNEVEN))
    .chain(({ type, bytes, fields }) =>
      fc.tuple(fc.constantFrom(...fields), fc.constantFrom(...fields)).map(([one, other]) => ({
        bytes,
        macros: [
          `#undef ${name.toUpperCase()}`,
          `#undef ${name.toUpperCase().repeat(2)}`,
          `#define ${name.toUpperCase()}(index) ((${type} *)${name})[index]${one}`,
          `#define ${name.toUpperCase().repeat(2)}(index) ((${type} *)${name})[index]${other}`,
        ],
      })),
    );

export const randomLoop: fc.Arbitrary<RandomLoop> = fc
  .tuple(array("a"), array("b"), array("c"), fc.constantFrom("uint8_t", "uint16_t", "uint32_t"), loop)
  .map(([a, b, c, walked, text]) => ({
    elementBytes: [a.bytes, b.bytes, c.bytes],
    body: lines([
      ...[a, b, c].flatMap(({ macros }) => macros),
      `uint32_t sum = (uint32_t)k;\n${walked} *walk = (${walked} *)c;`,
      text,
      "return sum;",
    ]),
  }));
