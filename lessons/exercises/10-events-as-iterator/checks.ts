import { calls, check, expect, hasFailed, random } from "exercise";
import { events, trigger, type LibraryEvent } from "answer";

type Events = AsyncIterableIterator<LibraryEvent>;

/** Opens an iterator, and ends it whatever happens. */
async function withEvents(
  limit: number,
  does: (iterator: Events) => Promise<void>,
): Promise<void> {
  const iterator = events(limit);
  try {
    await does(iterator);
  } finally {
    await iterator.return!();
  }
}

/** Triggers events, and gives what has to come out. */
function triggerSome(count: number): LibraryEvent[] {
  return Array.from({ length: count }, () => {
    const type = random.integer(0, 1000);
    const data = Uint8Array.from(
      { length: random.integer(1, 20) },
      () => random.integer(0, 255),
    );
    trigger(type, data);
    return { type, data };
  });
}

type Asked = ReturnType<Events["next"]>;

/** Expects an event of what a next() gave. */
async function expectEvent(
  asked: Asked,
  { type, data }: LibraryEvent,
  what = "next()",
): Promise<void> {
  const result = await asked;
  expect(result.done ?? false, `${what}, done`).toBe(false);
  expect(result.value.type, `${what}, the type`).toBe(type);
  expect(result.value.data, `${what}, the data`).toEqual(data);
}

async function expectDone(
  asked: Asked,
  what = "next()",
): Promise<void> {
  expect((await asked).done, `${what}, done`).toBe(true);
}

check(
  "Events that were triggered before next() come out in order",
  () =>
    withEvents(5, async (iterator) => {
      const triggered = triggerSome(random.integer(3, 5));
      if (hasFailed()) return;
      for (const event of triggered) {
        await expectEvent(iterator.next(), event);
      }
    }),
);

check("An event without data comes out, too", () =>
  withEvents(1, async (iterator) => {
    const type = random.integer(0, 1000);
    const data = new Uint8Array(0);
    trigger(type, data);
    if (hasFailed()) return;
    await expectEvent(iterator.next(), { type, data });
  }),
);

check("A next() that waits gets the event that comes", () =>
  withEvents(random.integer(1, 3), async (iterator) => {
    for (let i = 0; i < 2; i += 1) {
      const asked = iterator.next();
      const [event] = triggerSome(1);
      if (hasFailed()) return;
      await expectEvent(asked, event!);
    }
  }),
);

check("Several that wait get one event each, in order", () =>
  withEvents(1, async (iterator) => {
    const asked = [iterator.next(), iterator.next(), iterator.next()];
    const triggered = triggerSome(asked.length);
    if (hasFailed()) return;
    for (const [i, event] of triggered.entries()) {
      await expectEvent(asked[i]!, event, `next() number ${i + 1}`);
    }
  }),
);

check("What came out stays as it was when others come", () =>
  withEvents(4, async (iterator) => {
    const triggered = triggerSome(1);
    if (hasFailed()) return;
    const { value } = await iterator.next();
    triggerSome(2);
    expect(value.data, "the data").toEqual(triggered[0]!.data);
  }),
);

check("Each iterator hears of every event", () =>
  withEvents(2, (one) =>
    withEvents(2, async (other) => {
      const triggered = triggerSome(2);
      if (hasFailed()) return;
      for (const event of triggered) {
        await expectEvent(one.next(), event, "next() of the first");
        await expectEvent(other.next(), event, "next() of the second");
      }
    }),
  ),
);

check("break ends it, and C calls the handler no more", async () => {
  const iterator = events(4);
  const got: number[] = [];
  let triggered: LibraryEvent[] = [];
  try {
    triggered = triggerSome(3);
    if (hasFailed()) return;
    for await (const { type } of iterator) {
      got.push(type);
      if (got.length === 2) break;
    }
    expect(
      calls("unregister_event_handler"),
      "calls of unregister_event_handler after break",
    ).toBe(1);
  } finally {
    await iterator.return!();
  }
  expect(got, "the types that for await got").toEqual(
    triggered.slice(0, 2).map(({ type }) => type),
  );
  triggerSome(1);
  await expectDone(iterator.next(), "next() after break");
});

check("return() ends a next() that waits", async () => {
  const iterator = events(1);
  const asked = [iterator.next(), iterator.next()];
  await expectDone(iterator.return!(), "return()");
  for (const each of asked)
    await expectDone(each, "next() that waited");
  triggerSome(1);
  await expectDone(iterator.next(), "next() after return()");
});

check("return() before the first next() ends it as well", async () => {
  const iterator = events(1);
  await iterator.return!();
  expect(
    calls("unregister_event_handler"),
    "calls of unregister_event_handler",
  ).toBe(1);
  await expectDone(iterator.next(), "next() after return()");
});

check("Ending it twice is ending it once", () =>
  withEvents(1, async (iterator) => {
    await iterator.return!();
    await expectDone(iterator.return!(), "the second return()");
  }),
);

check(
  "One event too many ends it: OverflowError after the kept",
  () => {
    const limit = random.integer(1, 3);
    return withEvents(limit, async (iterator) => {
      const triggered = triggerSome(limit + 1);
      if (hasFailed()) return;
      const unregistered = calls("unregister_event_handler");
      triggerSome(1);
      for (const event of triggered.slice(0, limit)) {
        await expectEvent(iterator.next(), event);
      }
      await expect(
        iterator.next(),
        "next() after the kept events",
      ).toReject("OverflowError");
      await expectDone(iterator.next(), "next() after OverflowError");
      expect(
        unregistered,
        "calls of unregister_event_handler when it had overflowed",
      ).toBe(1);
    });
  },
);

check("return() after an overflow drops what was kept", () =>
  withEvents(1, async (iterator) => {
    triggerSome(2);
    if (hasFailed()) return;
    await iterator.return!();
    await expectDone(iterator.next(), "next() after return()");
  }),
);

check("C has room for 16, and again when one has ended", async () => {
  const opened: Events[] = [];
  try {
    while (opened.length < 16) opened.push(events(1));
    const error = expect(
      () => events(1),
      "events() number 17",
    ).toThrow();
    // Where memory has ended, that may be said instead.
    if (!hasFailed()) {
      expect((error as Error).name, "the exception's name").toBe(
        "RegistrationError",
      );
    }
    const [ended] = opened.splice(random.integer(0, 15), 1);
    await ended!.return!();
    opened.push(events(1));
    const triggered = triggerSome(1);
    if (hasFailed()) return;
    await expectEvent(opened.at(-1)!.next(), triggered[0]!);
  } finally {
    for (const each of opened) await each.return!();
  }
});
