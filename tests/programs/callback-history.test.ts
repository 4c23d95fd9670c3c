import fc from "fast-check";
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";

/** What a program does next. Numbers choose among what there is at that time. */
type Act = { readonly kind: "make" | "close" | "only" | "forget" | "add" | "remove"; readonly which: number };

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom<Act["kind"]>("make", "make", "close", "only", "forget", "add", "add", "remove"),
    which: fc.nat(7),
  }),
  { minLength: 30, maxLength: 60 },
);

/** What is to be true of a callback: whether it is closed, and by which functions C has it. */
interface Expected {
  closed: boolean;
  only: boolean;
  added: number[];
}

/** `events` has a function that keeps many and names each by a number, `callbacks` one that keeps one at a time. */
const HEAD = `import { dlopen } from "ffi";
using one = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
using many = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
});
const made = [], ids = [];
const definition = { one: { parameters: ["i32", "pointer"], result: "void" }, many: { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } } as const;
const make = (which: "one" | "many") => (which === "one" ? one.callback(definition.one, () => {}) : many.callback(definition.many, () => {}));
`;

/** A program, and what each of its callbacks is after each of its acts. */
function programOf(sequence: readonly Act[]): { text: string; expected: Expected[][] } {
  const lines: string[] = [];
  const callbacks: (Expected & { readonly of: "one" | "many" })[] = [];
  const ids: { readonly id: number; readonly index: number }[] = [];
  const expected: Expected[][] = [];
  let nextId = 0;
  for (const { kind, which } of sequence) {
    const fit = callbacks.flatMap((callback, index) =>
      callback.of === (kind === "only" ? "one" : "many") && !callback.closed ? [index] : [],
    );
    const chosen = fit[which % Math.max(1, fit.length)];
    const registration = ids[which % Math.max(1, ids.length)];
    if (kind === "make") {
      const of = which % 2 === 0 ? "one" : "many";
      lines.push(`made.push(make("${of}"));`);
      callbacks.push({ of, closed: false, only: false, added: [] });
    } else if (kind === "close" && callbacks.length > 0) {
      const index = which % callbacks.length;
      lines.push(`made[${index}]![Symbol.dispose]();`);
      callbacks[index]!.closed = true;
    } else if (kind === "only" && chosen !== undefined) {
      lines.push(`one.symbols.register_callback(made[${chosen}]!.pointer, null);`);
      for (const callback of callbacks) callback.only = false;
      callbacks[chosen]!.only = true;
    } else if (kind === "forget") {
      lines.push("one.symbols.unregister_callback();");
      for (const callback of callbacks) callback.only = false;
    } else if (kind === "add" && chosen !== undefined && ids.length < 16) {
      lines.push(`ids[${nextId}] = many.symbols.register_event_handler(made[${chosen}]!.pointer, null);`);
      callbacks[chosen]!.added.push(nextId);
      ids.push({ id: nextId, index: chosen });
      nextId += 1;
    } else if (kind === "remove" && registration) {
      lines.push(`many.symbols.unregister_event_handler(ids[${registration.id}]!);`);
      const { added } = callbacks[registration.index]!;
      added.splice(added.indexOf(registration.id), 1);
      ids.splice(ids.indexOf(registration), 1);
    } else continue;
    lines.push(`console.log("${expected.length}");`);
    expected.push(callbacks.map(({ closed, only, added }) => ({ closed, only, added: [...added] })));
  }
  return { text: `${HEAD}${lines.join("\n")}\n`, expected };
}

test("what the ledger says of callbacks and registrations is what a simple model says, at every moment", async () => {
  let snapshots = 0;
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const { text, expected } = programOf(sequence);
      const outcome = await runProgram(text);
      if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
      const { ledger } = outcome;
      expect(ledger.at(ledger.length).end?.status).toBe("completed");
      for (let step = 0; step <= ledger.length; step += 1) {
        const { console: printed } = ledger.at(step);
        const callbacks = ledger.callbacks(step);
        const acted = Number(printed.at(-1)?.text ?? -1);
        // Between two lines of output one act is half done.
        if (ledger.at(Math.max(0, step - 1)).console.length === printed.length) continue;
        snapshots += 1;
        expect(
          callbacks.map(({ closed, registrations }) => ({ closed, by: registrations.map(({ by }) => by).sort() })),
        ).toEqual(
          expected[acted]!.map(({ closed, only, added }) => ({
            closed,
            by: [...added.map(() => "register_event_handler"), ...(only ? ["register_callback"] : [])].sort(),
          })),
        );
      }
    }),
    { numRuns: 12, seed: 20 },
  );
  expect(snapshots).toBeGreaterThan(200);
}, 300_000);
