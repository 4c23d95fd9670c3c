import { calls, check, expect, hasFailed, random } from "exercise";
import { Monitor } from "answer";

const someName = (): string => random.word(random.integer(3, 12));
const someValue = (): number => random.integer(-1000, 1000) / 8;

check("It has its name, and counts its values and watchers", () => {
  const name = `${someName()} é`;
  using monitor = new Monitor(name);
  expect(monitor.describe(), "describe()").toBe(
    `${name}: 0 values, 0 watchers`,
  );
  using _watch = monitor.watch(() => {});
  monitor.feed(someValue());
  expect(monitor.describe(), "describe() after one feed").toBe(
    `${name}: 1 value, 1 watcher`,
  );
});

check("A name that C would cut short is refused", () => {
  const name = `${random.word(3)}\0${random.word(3)}`;
  const error = expect(() => new Monitor(name)).toThrow() as Error;
  if (hasFailed()) return;
  expect(error.name, "the exception's name").toBe("NulError");
});

check(
  "All listeners hear of each value, in the order of watching",
  () => {
    using monitor = new Monitor(someName());
    const heard: string[] = [];
    const value = someValue();
    expect(monitor.feed(value), "feed() without a listener").toBe(0);
    using _a = monitor.watch((value) => heard.push(`a ${value}`));
    using _b = monitor.watch((value) => heard.push(`b ${value}`));
    expect(monitor.feed(value), "feed() with two").toBe(2);
    expect(monitor.feed(value + 1), "feed() with two").toBe(2);
    expect(heard, "what the listeners heard").toEqual([
      `a ${value}`,
      `b ${value}`,
      `a ${value + 1}`,
      `b ${value + 1}`,
    ]);
  },
);

check(
  "A watch that has ended hears no more, however often it ends",
  () => {
    using monitor = new Monitor(someName());
    const heard: string[] = [];
    const ended = monitor.watch(() => heard.push("ended"));
    using _other = monitor.watch(() => heard.push("other"));
    ended[Symbol.dispose]();
    ended[Symbol.dispose]();
    expect(monitor.feed(someValue()), "feed() with one left").toBe(1);
    expect(heard, "who heard").toEqual(["other"]);
  },
);

check("One monitor's watches are none of another's", () => {
  using one = new Monitor(someName());
  using other = new Monitor(someName());
  const heard: string[] = [];
  const watch = one.watch(() => heard.push("one"));
  using _kept = other.watch(() => heard.push("other"));
  watch[Symbol.dispose]();
  one.feed(someValue());
  other.feed(someValue());
  using _again = one.watch(() => heard.push("one again"));
  one[Symbol.dispose]();
  other.feed(someValue());
  expect(heard, "who heard").toEqual(["other", "other"]);
});

check("There is room for eight, and again when one has ended", () => {
  using monitor = new Monitor(someName());
  const watches: Disposable[] = [];
  for (let i = 0; i < 8; i += 1) watches.push(monitor.watch(() => {}));
  const error = expect(
    () => monitor.watch(() => {}),
    "the ninth watch()",
  ).toThrow() as Error;
  if (!hasFailed()) {
    expect(error.name, "the exception's name").toBe(
      "TooManyWatchersError",
    );
  }
  watches[random.integer(0, 7)]![Symbol.dispose]();
  let heard = 0;
  monitor.watch(() => (heard += 1));
  expect(monitor.feed(someValue()), "feed() with eight").toBe(8);
  expect(heard, "values that the new one heard").toBe(1);
});

check("A closed monitor refuses everything but its end", () => {
  const monitor = new Monitor(someName());
  try {
    monitor.watch(() => {});
  } finally {
    monitor[Symbol.dispose]();
  }
  monitor[Symbol.dispose]();
  expect(() => monitor.feed(1), "feed()").toThrow("ClosedError");
  expect(() => monitor.describe(), "describe()").toThrow("ClosedError");
  expect(() => monitor.watch(() => {}), "watch()").toThrow(
    "ClosedError",
  );
  expect(calls("close_monitor"), "calls of close_monitor").toBe(1);
});

check("A watch may end after its monitor", () => {
  const monitor = new Monitor(someName());
  let watch: Disposable;
  try {
    watch = monitor.watch(() => {});
  } finally {
    monitor[Symbol.dispose]();
  }
  watch[Symbol.dispose]();
  // Its memory may be another monitor's by now, with such a watch.
  using other = new Monitor(someName());
  using _watch = other.watch(() => {});
  watch[Symbol.dispose]();
  expect(other.feed(someValue()), "feed() of another monitor").toBe(1);
});

check("A listener may end itself and others", () => {
  using monitor = new Monitor(someName());
  const heard: string[] = [];
  const a = monitor.watch(() => {
    heard.push("a");
    a[Symbol.dispose]();
    b[Symbol.dispose]();
  });
  const b = monitor.watch(() => heard.push("b"));
  using _c = monitor.watch(() => heard.push("c"));
  expect(monitor.feed(someValue()), "feed()").toBe(2);
  expect(monitor.feed(someValue()), "feed() after that").toBe(1);
  expect(heard, "who heard").toEqual(["a", "c", "c"]);
});

check(
  "A listener may watch; the new one hears of the next value",
  () => {
    using monitor = new Monitor(someName());
    const heard: number[] = [];
    const watch = monitor.watch(() => {
      watch[Symbol.dispose]();
      monitor.watch((value) => heard.push(value));
    });
    const value = someValue();
    monitor.feed(value);
    monitor.feed(value + 1);
    expect(heard, "what the new one heard").toEqual([value + 1]);
  },
);

check("A listener may close its monitor", () => {
  const monitor = new Monitor(someName());
  const heard: string[] = [];
  try {
    monitor.watch(() => {
      heard.push("first");
      monitor[Symbol.dispose]();
      expect(() => monitor.feed(1), "feed() in it").toThrow(
        "ClosedError",
      );
    });
    monitor.watch(() => heard.push("second"));
    expect(monitor.feed(someValue()), "feed()").toBe(1);
  } finally {
    monitor[Symbol.dispose]();
  }
  expect(heard, "who heard").toEqual(["first"]);
  expect(() => monitor.feed(1), "feed() after it").toThrow(
    "ClosedError",
  );
});

check(
  "What a listener throws comes out of feed(), after the others",
  () => {
    using monitor = new Monitor(someName());
    const [first, second] = [random.word(8), random.word(9)];
    const heard: string[] = [];
    const bad = monitor.watch(() => {
      heard.push("bad");
      throw new TypeError(first);
    });
    using _worse = monitor.watch(() => {
      throw new SyntaxError(second);
    });
    using _good = monitor.watch(() => heard.push("good"));
    expect(() => monitor.feed(someValue()), "feed()").toThrow(
      "TypeError",
      first,
    );
    expect(heard, "who heard").toEqual(["bad", "good"]);
    bad[Symbol.dispose]();
    expect(
      () => monitor.feed(someValue()),
      "feed() without it",
    ).toThrow("SyntaxError", second);
  },
);

check("Each feed() throws what was thrown in it", () => {
  using monitor = new Monitor(someName());
  const message = random.word(8);
  let depth = 0;
  let caught = "";
  using _before = monitor.watch(() => {
    if (depth === 0) throw new TypeError(message);
  });
  using _within = monitor.watch(() => {
    if (depth > 0) return;
    depth += 1;
    try {
      caught = `feed() gave ${monitor.feed(0)}`;
    } finally {
      depth -= 1;
    }
  });
  expect(() => monitor.feed(1), "the outer feed()").toThrow(
    "TypeError",
    message,
  );
  expect(caught, "the inner one").toBe("feed() gave 2");
});
