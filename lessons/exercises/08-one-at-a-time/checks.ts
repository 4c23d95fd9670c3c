import { check, expect, held, random } from "exercise";
import { SharedHandle } from "answer";

const makeConfig = (): Uint8Array =>
  Uint8Array.from({ length: random.integer(2, 6) }, () =>
    random.integer(1, 255),
  );

const sumOf = (config: Uint8Array): number =>
  config.reduce((sum, byte) => sum + byte, 0);

/** So many whole numbers, from this one on. */
const following = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i);

/** Waits for a few turns of the promises. */
async function pause(turns: number): Promise<void> {
  for (let i = 0; i < turns; i += 1) await Promise.resolve();
}

/** Several uses at once; what each gave has to be without a gap. */
async function useAtOnce(count: number): Promise<void> {
  const config = makeConfig();
  const sum = sumOf(config);
  await using shared = new SharedHandle(config);
  const all = await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const times = random.integer(2, 3);
      const values = await shared.use(times, () => pause(1 + (i % 3)));
      return { times, values };
    }),
  );
  for (const { times, values } of all)
    expect(values, "the values of one use").toEqual(
      following(values[0]!, times),
    );
  const together = all.flatMap(({ values }) => values);
  together.sort((one, other) => one - other);
  expect(together, "the values of all uses").toEqual(
    following(sum, together.length),
  );
}

check("A use gives and reports each value", async () => {
  const config = makeConfig();
  const times = random.integer(2, 5);
  await using shared = new SharedHandle(config);
  const reported: number[] = [];
  const values = await shared.use(times, async (value) => {
    await pause(2);
    reported.push(value);
  });
  const expected = following(sumOf(config), times);
  expect(values, "what use gave").toEqual(expected);
  expect(reported, "what was reported").toEqual(expected);
});

check("Of two uses at once each has the handle for itself", () =>
  useAtOnce(2),
);

check("Of many uses at once each has the handle for itself", () =>
  useAtOnce(5),
);

check("A use that fails lets the others in", async () => {
  const config = makeConfig();
  const sum = sumOf(config);
  await using shared = new SharedHandle(config);
  const thrown = new Error(random.word(8));
  const fail = (): never => {
    throw thrown;
  };
  const rejects = async (): Promise<never> => {
    await pause(2);
    throw thrown;
  };
  const failed = [fail, rejects].map((report) =>
    expect(shared.use(3, report), "the use that fails").toReject(
      "Error",
      thrown.message,
    ),
  );
  const values = await shared.use(2, () => pause(1));
  await Promise.all(failed);
  expect(values[1], "the second value").toBe(values[0]! + 1);
  const next = await shared.use(1, () => {});
  expect(next, "the value of the last use").toEqual([sum + 4]);
});

check("Time goes on while a use waits for its turn", async () => {
  const config = makeConfig();
  const sum = sumOf(config);
  await using shared = new SharedHandle(config);
  const sleep = (): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, 5));
  const all = await Promise.all([
    shared.use(2, sleep),
    shared.use(2, sleep),
  ]);
  all.sort(([one], [other]) => one! - other!);
  expect(all, "the values of both").toEqual([
    following(sum, 2),
    following(sum + 2, 2),
  ]);
});

check("Disposing waits for the use at work and no other", async () => {
  const config = makeConfig();
  const sum = sumOf(config);
  const shared = new SharedHandle(config);
  let begun = (): void => {};
  let goOn = (): void => {};
  const hasBegun = new Promise<void>((resolve) => (begun = resolve));
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
  const atWork = shared.use(2, () => {
    begun();
    return mayGoOn;
  });
  await hasBegun;
  const turnedAway = [1, 2].map((times) =>
    expect(
      shared.use(times, () => {}),
      "a use that waits",
    ).toReject("HandleClosed"),
  );
  await pause(3);
  let isClosed = false;
  const closing = shared[Symbol.asyncDispose]().then(() => {
    isClosed = true;
  });
  await pause(10);
  expect(isClosed, "disposed while a use is at work").toBe(false);
  goOn();
  expect(await atWork, "the values of the use at work").toEqual(
    following(sum, 2),
  );
  await Promise.all(turnedAway);
  await closing;
  expect(held(), "blocks that are held after disposing").toBe(0);
});

check("After disposing nothing is used or destroyed", async () => {
  const shared = new SharedHandle(makeConfig());
  await Promise.all([
    shared[Symbol.asyncDispose](),
    shared[Symbol.asyncDispose](),
  ]);
  await shared[Symbol.asyncDispose]();
  await expect(
    shared.use(1, () => {}),
    "use after disposing",
  ).toReject("HandleClosed");
});

check("A configuration that the library refuses is refused", () => {
  expect(
    () => new SharedHandle(new Uint8Array(4097)),
    "new SharedHandle(4,097 bytes)",
  ).toThrow("RangeError");
});
