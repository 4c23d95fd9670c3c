import { describe, expect, it, test } from "vitest";
import { Membrane } from "./membrane.ts";

/** The checks' side, and the number by which the other side knows what it was given. */
function closedSide(given: unknown): { side: Membrane; number: number } {
  const side = new Membrane({ exchange: () => "null", isOpen: false });
  const [, number] = side.send(given) as unknown as [string, number];
  return { side, number };
}

const answerTo = (side: Membrane, request: unknown): unknown => JSON.parse(side.answer(JSON.stringify(request)));
const REFUSED = ["threw", ["e", expect.any(Number), "TypeError", expect.any(String), []]];

describe("a side that is not open, asked by whatever has got hold of the way to it", () => {
  it.each([
    ["a property", ["get", ".constructor"]],
    ["a symbol", ["get", "@iterator"]],
    ["whether there is one", ["has", ".constructor"]],
    ["the names of all", ["keys"]],
    ["a new object", ["new", []]],
    ["what there is not", ["set", ".a", 1]],
  ])("does not give %s of a function", (_what, [act, ...rest]) => {
    const { side, number } = closedSide(() => 1);
    expect(answerTo(side, [act, number, ...(rest as unknown[])])).toEqual(REFUSED);
  });

  it("calls a function that it gave, and no other", () => {
    const { side, number } = closedSide((n: number) => n + 1);
    expect(answerTo(side, ["call", number, ["u"], [2]])).toEqual(["gave", 3]);
    for (const other of [number + 1, -1, 0.5, "constructor", null]) {
      expect(answerTo(side, ["call", other, ["u"], []])).toEqual(REFUSED);
    }
  });

  it("takes a text that is no request for none, and gives no object of a class away", () => {
    const { side } = closedSide(() => 1);
    expect(JSON.parse(side.answer("{"))).toEqual([
      "threw",
      ["e", expect.any(Number), "SyntaxError", expect.any(String), []],
    ]);
    expect(() => side.send(new Map())).toThrow("and nothing else");
  });
});

test("an open side gives a property, which is what the checks ask an answer for", () => {
  const side = new Membrane({ exchange: () => "null", isOpen: true });
  const [, number] = side.send(new Map([[1, 2]])) as unknown as [string, number];
  expect(answerTo(side, ["get", number, ".size"])).toEqual(["gave", 1]);
});
