import { check, expect, hasFailed, held, random } from "exercise";
import { load, run, type LoadedPlugin, type Plugin } from "answer";

const someValue = (): number => random.integer(0, 1000);

/** A plugin that adds, and whatever else it is to have. */
const adds = (amount: number, more: Partial<Plugin> = {}): Plugin => ({
  version: 2,
  process: (value) => value + amount,
  ...more,
});

/** What `load` throws, unless there was no memory. */
function expectRefused(plugin: Plugin, code: number): void {
  const error = expect(() => load(plugin), "load()").toThrow() as Error;
  if (hasFailed()) return;
  expect(error.name, "the exception's name").toBe("LoadError");
  expect(
    (error as Error & { code?: unknown }).code,
    "the exception's code",
  ).toBe(code);
}

check(
  "A value goes through the plugins in the order of loading",
  () => {
    const value = someValue();
    const amount = random.integer(1, 100);
    expect(run(value), "run() without a plugin").toBe(value);
    using _adds = load(adds(amount));
    using _doubles = load({
      version: 2,
      process: (value) => 2 * value,
    });
    expect(run(value), "run() with two").toBe(2 * (value + amount));
    expect(run(0), "run(0) with two").toBe(2 * amount);
  },
);

check(
  "start and stop are called once each, and stop comes last",
  () => {
    const heard: string[] = [];
    const amount = random.integer(1, 100);
    const plugin = load({
      version: 2,
      process: (value) => {
        heard.push("process");
        return value + amount;
      },
      start: () => heard.push("start") > 0,
      stop: () => void heard.push("stop"),
    });
    const value = someValue();
    try {
      expect(run(value), "run()").toBe(value + amount);
    } finally {
      plugin[Symbol.dispose]();
    }
    expect(run(value), "run() after it was unloaded").toBe(value);
    expect(heard, "what was called").toEqual([
      "start",
      "process",
      "stop",
    ]);
    expect(held(), "blocks held when it is unloaded").toBe(0);
  },
);

check("Of a plugin of version 1 the host calls process alone", () => {
  const heard: string[] = [];
  const plugin = load(
    adds(1, {
      version: 1,
      start: () => heard.push("start") > 0,
      stop: () => void heard.push("stop"),
    }),
  );
  const value = someValue();
  try {
    expect(run(value), "run()").toBe(value + 1);
  } finally {
    plugin[Symbol.dispose]();
  }
  expect(heard, "what was called besides").toEqual([]);
});

check("A version that the host does not know is refused", () => {
  expectRefused(adds(1, { version: random.integer(3, 99) }), -1);
  expectRefused(adds(1, { version: 0 }), -1);
  expect(held(), "blocks held").toBe(0);
  expect(run(5), "run(5)").toBe(5);
});

check("A plugin whose start fails is not loaded", () => {
  let stopped = 0;
  const stop = (): void => void (stopped += 1);
  expectRefused(adds(1, { start: () => false, stop }), -4);
  const start = (): boolean => {
    throw new TypeError(random.word(8));
  };
  expectRefused(adds(1, { start, stop }), -4);
  expect(held(), "blocks held").toBe(0);
  expect(run(5), "run(5)").toBe(5);
  expect(stopped, "calls of stop").toBe(0);
});

check("A process that fails is skipped and counted", () => {
  const results = [-1, -1000, 0.5, NaN, 2 ** 31, Infinity];
  let times = 0;
  using fails = load({
    version: 2,
    process: () => {
      const result = results[times];
      times += 1;
      if (result === undefined) throw new TypeError(random.word(8));
      return result;
    },
  });
  using works = load(adds(7));
  for (let i = 0; i <= results.length; i += 1) {
    const value = someValue();
    const what = i < results.length ? `gives ${results[i]}` : "throws";
    expect(run(value), `run() where the first ${what}`).toBe(value + 7);
    expect(fails.failures, "its failures").toBe(i + 1);
  }
  expect(works.failures, "the other's failures").toBe(0);
});

check("There is room for eight, and again when one is unloaded", () => {
  const plugins: LoadedPlugin[] = [];
  try {
    while (plugins.length < 8) plugins.push(load(adds(1)));
    expectRefused(adds(1), -3);
    const [unloaded] = plugins.splice(random.integer(0, 7), 1);
    unloaded![Symbol.dispose]();
    plugins.push(load(adds(10)));
    expect(run(0), "run(0)").toBe(17);
  } finally {
    for (const each of plugins) each[Symbol.dispose]();
  }
});

check("Unloading twice is unloading once; its failures stay", () => {
  let stopped = 0;
  const plugin = load({
    version: 2,
    process: () => -1,
    stop: () => void (stopped += 1),
  });
  const times = random.integer(2, 4);
  try {
    for (let i = 0; i < times; i += 1) run(i);
  } finally {
    plugin[Symbol.dispose]();
  }
  using _other = load({ version: 2, process: () => -1 });
  plugin[Symbol.dispose]();
  run(1);
  expect(stopped, "calls of stop").toBe(1);
  expect(plugin.failures, "failures").toBe(times);
});

check("A stop that throws does not keep its plugin loaded", () => {
  const throws = (): void => {
    throw new TypeError(random.word(8));
  };
  const plugin = load(adds(1, { stop: throws }));
  plugin[Symbol.dispose]();
  expect(held(), "blocks held").toBe(0);
  const later = load({
    version: 2,
    process: (value) => {
      later[Symbol.dispose]();
      return value;
    },
    stop: throws,
  });
  expect(run(3), "run(3)").toBe(3);
  expect(held(), "blocks held after run()").toBe(0);
});

check("A plugin may unload itself while it is called", () => {
  const heard: string[] = [];
  const itself = load({
    version: 2,
    process: (value) => {
      itself[Symbol.dispose]();
      heard.push("process");
      return value + 1;
    },
    stop: () => void heard.push("stop"),
  });
  const value = someValue();
  expect(run(value), "run()").toBe(value + 1);
  expect(heard, "what was called in run()").toEqual([
    "process",
    "stop",
  ]);
  expect(held(), "blocks held after run()").toBe(0);
  expect(run(value), "the next run()").toBe(value);
});

check("A plugin without a stop may do so, too", () => {
  const itself = load({
    version: random.pick([1, 2]),
    process: (value) => {
      itself[Symbol.dispose]();
      return value + 1;
    },
  });
  const value = someValue();
  expect(run(value), "run()").toBe(value + 1);
  expect(held(), "blocks held after run()").toBe(0);
});

check("A plugin may unload the next, which is called no more", () => {
  const loaded: LoadedPlugin[] = [];
  using _first = load({
    version: 2,
    process: (value) => {
      loaded[0]?.[Symbol.dispose]();
      return value + 1;
    },
  });
  let stopped = 0;
  const stop = (): void => void (stopped += 1);
  loaded.push(load(adds(100, { stop })));
  try {
    expect(run(5), "run(5)").toBe(6);
    expect(stopped, "calls of stop when run() has returned").toBe(1);
  } finally {
    loaded[0]![Symbol.dispose]();
  }
});

check("What is unloaded in a run within a run goes after both", () => {
  const heard: string[] = [];
  using _outer = load({
    version: 2,
    process: (value) => {
      if (value >= 100) return value;
      const inner = run(value + 100);
      heard.push(`inner gave ${inner}`);
      return value;
    },
  });
  const leaves = load({
    version: 2,
    process: (value) => {
      leaves[Symbol.dispose]();
      return value + 1;
    },
    stop: () => void heard.push("stop"),
  });
  try {
    expect(run(1), "the outer run(1)").toBe(1);
    expect(heard, "what happened").toEqual(["inner gave 102", "stop"]);
  } finally {
    leaves[Symbol.dispose]();
  }
});

check("A plugin may load another, which the next run calls", () => {
  const loaded: LoadedPlugin[] = [];
  try {
    let failed = false;
    loaded.push(
      load({
        version: 2,
        process: (value) => {
          try {
            if (loaded.length === 1) loaded.push(load(adds(50)));
          } catch {
            failed = true;
          }
          return value;
        },
      }),
    );
    expect(run(1), "run(1)").toBe(1);
    if (failed && hasFailed()) return;
    expect(run(1), "the next run(1)").toBe(51);
  } finally {
    for (const each of loaded) each[Symbol.dispose]();
  }
});
