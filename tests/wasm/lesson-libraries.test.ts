import { beforeEach, describe, expect, test } from "vitest";
import { FaultKind, Instance, SHIPPED } from "./library.ts";

const NAMES = [
  ...["basics", "structs", "callbacks", "handles", "errors", "buffers", "events", "zerocopy", "queue"],
  ...["primes", "texts", "plugins", "monitors"],
];
const libraries = new Map<string, Instance>();

describe.each(["fast", "checked"] as const)("%s", (build) => {
  beforeEach(async () => {
    for (const name of NAMES) libraries.set(name, await Instance.load(SHIPPED, name, build));
  });
  const library = (name: string): Instance => libraries.get(name)!;
  const memory = (of: Instance, values: ArrayLike<number>): number => {
    const address = of.call("malloc", values.length);
    of.bytes.set(values, address);
    return address;
  };
  const ints = (of: Instance, values: number[]): number => memory(of, new Uint8Array(new Int32Array(values).buffer));
  const readInts = (of: Instance, address: number, count: number): number[] => [
    ...new Int32Array(of.memory.buffer, address, count),
  ];
  /** After a test no library may have been accused of anything. */
  const silent = (): void => {
    for (const each of libraries.values()) expect(each.reports).toEqual([]);
  };

  test("basics", () => {
    const basics = library("basics");
    const hash = basics.call(
      "compute_hash",
      memory(
        basics,
        [..."foobar"].map((letter) => letter.charCodeAt(0)),
      ),
      6,
    );
    expect(BigInt.asUintN(64, hash as unknown as bigint)).toBe(0x85944171f73967e8n);
    const array = ints(basics, [1, -2, 3]);
    expect(basics.call("process_array", array, 3)).toBe(0);
    expect(readInts(basics, array, 3)).toEqual([2, -4, 6]);
    const large = ints(basics, [1, 2 ** 30]);
    expect(basics.call("process_array", large, 2)).toBe(-1);
    expect(readInts(basics, large, 2)).toEqual([1, 2 ** 30]);
    silent();
  });

  test("structs", () => {
    const structs = library("structs");
    const doubles = (...values: number[]): number => memory(structs, new Uint8Array(new Float64Array(values).buffer));
    expect(structs.call("calculate_distance", doubles(1, 2), doubles(4, 6))).toBe(5);
    const rect = doubles(0, 0, 10, 5);
    const contains = (x: number, y: number): number => structs.call("rect_contains_point", rect, doubles(x, y));
    expect([contains(10, 5), contains(0, 0), contains(10.5, 1), contains(1, -1)]).toEqual([1, 1, 0, 0]);
    const gradient = structs.call(
      "create_gradient",
      memory(structs, [0, 10, 255, 1]),
      memory(structs, [255, 20, 0, 1]),
      3,
    );
    expect([...structs.bytes.subarray(gradient, gradient + 12)]).toEqual([
      0, 10, 255, 1, 128, 15, 128, 1, 255, 20, 0, 1,
    ]);
    structs.call("free_colors", gradient);
    const one = structs.call("create_gradient", memory(structs, [1, 2, 3, 4]), memory(structs, [5, 6, 7, 8]), 1);
    expect([...structs.bytes.subarray(one, one + 4)]).toEqual([1, 2, 3, 4]);
    expect(structs.call("create_gradient", memory(structs, [1, 2, 3, 4]), memory(structs, [5, 6, 7, 8]), 0)).toBe(0);
    silent();
  });

  test("callbacks: one at a time, and one that unregisters itself", () => {
    const callbacks = library("callbacks");
    const seen: number[][] = [];
    const first = callbacks.module.addFunction((value, data) => void seen.push([value!, data!]), "vii");
    const once = callbacks.module.addFunction((value) => {
      seen.push([value!]);
      callbacks.call("unregister_callback");
    }, "vii");
    const items = ints(callbacks, [7, -8]);
    callbacks.call("process_items", items, 2);
    callbacks.call("register_callback", first, 99);
    callbacks.call("process_items", items, 2);
    callbacks.call("register_callback", once, 0);
    callbacks.call("process_items", items, 2);
    expect(seen).toEqual([[7, 99], [-8, 99], [7]]);
    silent();
  });

  test("handles: a configuration is copied, a use is counted", () => {
    const handles = library("handles");
    const config = memory(handles, [1, 2, 3]);
    const handle = handles.call("create_handle", config, 3);
    handles.bytes[config] = 100;
    expect([handles.call("use_handle", handle), handles.call("use_handle", handle)]).toEqual([6, 7]);
    const empty = handles.call("create_handle", 0, 0);
    expect(handles.call("use_handle", empty)).toBe(0);
    expect([handles.call("create_handle", 0, 1), handles.call("create_handle", config, 5000)]).toEqual([0, 0]);
    expect(handles.call("use_handle", 0)).toBe(-1);
    for (const each of [handle, empty, 0]) handles.call("destroy_handle", each);
    silent();
  });

  test("errors", () => {
    const errors = library("errors");
    const run = (input: number): (number | string)[] => {
      const result = errors.call("perform_operation", input);
      const code = errors.call("get_last_error");
      return [result, errors.readText(errors.call("get_error_string", code))];
    };
    expect([run(10), run(-2), run(1001), run(7), run(0)]).toEqual([
      [5, "no error"],
      [-1, "the input is negative"],
      [-1, "the input is larger than 1000"],
      [-1, "the input is not even"],
      [0, "no error"],
    ]);
    expect(errors.call("get_error_string", 77)).toBe(0);
    silent();
  });

  test("buffers", () => {
    const buffers = library("buffers");
    const floats = memory(buffers, new Uint8Array(new Float32Array([0.5, 1.5, -4]).buffer));
    expect([buffers.call("sum_array", floats, 3), buffers.call("sum_array", floats, 0)]).toEqual([-2, 0]);
    const numbers = ints(buffers, [3, 2 ** 30, -(2 ** 31), -5]);
    buffers.call("modify_array", numbers, 4);
    expect(readInts(buffers, numbers, 4)).toEqual([6, 2 ** 31 - 1, -(2 ** 31), -10]);
    const buffer = buffers.call("allocate_buffer", 9);
    buffers.call("fill_buffer", buffer, 9, 0x1ab);
    expect([...buffers.bytes.subarray(buffer, buffer + 9)]).toEqual(new Array(9).fill(0xab));
    buffers.call("free_buffer", buffer);
    expect(buffers.call("allocate_buffer", 0)).toBe(0);
    silent();
  });

  test("events: in order, with handlers that come and go meanwhile", () => {
    const events = library("events");
    const seen: string[] = [];
    let second = 0;
    const handler = (name: string, then = (): void => undefined): number =>
      events.module.addFunction((type, data, bytes, user) => {
        seen.push(`${name} ${type} ${[...events.bytes.subarray(data!, data! + bytes!)].join("")} ${user}`);
        then();
      }, "viiii");
    const first = events.call(
      "register_event_handler",
      handler("a", () => events.call("unregister_event_handler", second)),
      5,
    );
    second = events.call("register_event_handler", handler("b"), 6);
    const third = events.call("register_event_handler", handler("c"), 7);
    events.call("trigger_event_sized", 1, memory(events, [1, 2, 3]), 3);
    events.call("trigger_event_sized", 2, 0, 0);
    events.call("unregister_event_handler", first);
    events.call("trigger_event", 3, 0);
    expect(seen).toEqual(["a 1 123 5", "c 1 123 7", "a 2  5", "c 2  7", "c 3  7"]);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(events.call("register_event_handler", 0, 0)).toBe(-1);
    const more = Array.from({ length: 16 }, () => events.call("register_event_handler", handler("d"), 0));
    expect(more.filter((id) => id > 0)).toHaveLength(15);
    expect(more.at(-1)).toBe(-2);
    if (build === "checked") expect(events.releases).toHaveLength(1);
    silent();
  });

  test("zerocopy: the bytes are shared, and move when the buffer grows", () => {
    const zerocopy = library("zerocopy");
    const buffer = zerocopy.call("create_buffer", 4);
    const data = zerocopy.call("get_buffer_data", buffer);
    zerocopy.bytes.set([0, 1, 254], data);
    expect(zerocopy.call("process_buffer", buffer)).toBe(0);
    expect([...zerocopy.bytes.subarray(data, data + 4)]).toEqual([255, 254, 1, 255]);
    expect(zerocopy.call("grow_buffer", buffer, 3)).toBe(0);
    expect(zerocopy.call("get_buffer_data", buffer)).toBe(data);
    expect(zerocopy.call("grow_buffer", buffer, 6)).toBe(1);
    const moved = zerocopy.call("get_buffer_data", buffer);
    expect(moved).not.toBe(data);
    expect([...zerocopy.bytes.subarray(moved, moved + 6)]).toEqual([255, 254, 1, 255, 0, 0]);
    expect(zerocopy.call("get_buffer_size", buffer)).toBe(6);
    zerocopy.call("destroy_buffer", buffer);
    expect(zerocopy.call("create_buffer", 0)).toBe(0);
    silent();
  });

  test("queue: messages come out as they went in, and the last ones are released with it", () => {
    const queue = library("queue");
    const text = queue.text("a text that is longer than a message has room for");
    const made = [1, 2, 3].map((number) => queue.call("create_message", number, number === 2 ? text : 0));
    const own = queue.call("create_queue");
    expect(queue.call("pop_message", own)).toBe(0);
    for (const message of made) queue.call("push_message", own, message);
    expect(queue.call("peek_message", own)).toBe(made[0]);
    expect([queue.call("pop_message", own), queue.call("pop_message", own)]).toEqual(made.slice(0, 2));
    expect(queue.bytes[made[1]! + 8 + 22]).toBe("a text that is longer than a message".charCodeAt(22));
    expect(queue.bytes[made[1]! + 8 + 23]).toBe(0);
    queue.call("push_message", own, made[0]!);
    expect(queue.call("queue_length", own)).toBe(2);
    queue.call("free_message", made[1]!);
    queue.call("destroy_queue", own);
    queue.call("destroy_queue", 0);
    if (build === "checked") expect(queue.releases).toHaveLength(4);
    silent();
  });

  test("primes: every number up to 5000 is what trial division says, and the ends of `int`", () => {
    const primes = library("primes");
    const isPrime = (number: number): boolean =>
      number > 1 &&
      !Array.from({ length: Math.floor(Math.sqrt(number)) - 1 }, (_, i) => i + 2).some((d) => number % d === 0);
    let next = 5003;
    for (let from = 5000; from >= 0; from--) {
      expect(primes.call("next_prime", from)).toBe(next);
      if (isPrime(from)) next = from;
    }
    // Beside the widest gap between two that an `int` holds, and at the last of them.
    expect([1453168141, 2147483629, 2147483646].map((from) => primes.call("next_prime", from))).toEqual([
      1453168433, 2147483647, 2147483647,
    ]);
    expect([-1, -(2 ** 31), 2 ** 31 - 1].map((from) => primes.call("next_prime", from))).toEqual([-1, -1, -1]);
    silent();
  });

  test("texts: for every room, what is written is a whole beginning, and nothing behind the room is touched", () => {
    const texts = library("texts");
    for (const text of [
      "",
      "a",
      "az{`AZ",
      "\u00e9t\u00e9",
      "\u5927\u767dx\u9ca8",
      "x\u{1f988}\u{1f988}",
      "\ufb01\u00ffz",
    ]) {
      const source = texts.text(text);
      const capitals = text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
      const needed = new TextEncoder().encode(text).length + 1;
      expect(texts.call("to_capitals", source, 0, 0)).toBe(needed);
      for (let room = 1; room <= needed + 2; room++) {
        const out = memory(texts, new Uint8Array(needed + 3).fill(0xee));
        expect(texts.call("to_capitals", source, out, room)).toBe(needed);
        const characters = [...capitals];
        while (new TextEncoder().encode(characters.join("")).length >= room) characters.pop();
        expect(texts.readText(out)).toBe(characters.join(""));
        expect([...texts.bytes.subarray(out + room, out + needed + 3)]).toEqual(
          new Array(Math.max(0, needed + 3 - room)).fill(0xee),
        );
      }
    }
    silent();
  });

  describe("plugins", () => {
    const table = (plugins: Instance, fields: number[]): number => ints(plugins, fields);
    const add = (plugins: Instance, fn: (...values: number[]) => unknown, signature: string): number =>
      plugins.module.addFunction(fn, signature);

    test("a plugin that its own `start` loads others from, unloads others from and runs", () => {
      const plugins = library("plugins");
      const log: string[] = [];
      const process = (name: string): number =>
        add(plugins, (value, data) => (log.push(`${name} ${data}`), value! + 1), "iii");
      const plain = (name: string): number => plugins.call("load_plugin", table(plugins, [2, process(name), 7, 0, 0]));
      const [first, second] = [plain("a"), plain("b")];
      let inner = 0;
      const start = add(
        plugins,
        () => {
          // Not loaded yet: neither run nor counted, and no number of it is known.
          log.push(`start ${plugins.call("run_plugins", 1)} ${plugins.call("plugin_count")}`);
          expect([3, 4].map((id) => plugins.call("unload_plugin", id))).toEqual([-5, -5]);
          plugins.call("unload_plugin", first);
          inner = plain("inner");
          return 0;
        },
        "ii",
      );
      const own = plugins.call("load_plugin", table(plugins, [2, process("own"), 8, start, 0]));
      log.push(`ran ${plugins.call("run_plugins", 10)}`);
      expect(log).toEqual(["a 7", "b 7", "start 3 2", "b 7", "own 8", "inner 7", "ran 13"]);
      expect([second, own, inner].map((id) => plugins.call("unload_plugin", id))).toEqual([0, 0, 0]);
      expect([plugins.call("plugin_count"), plugins.call("run_plugins", 5)]).toEqual([0, 5]);
      silent();
    });

    test("a `start` that fails leaves nothing; what it has loaded before it failed stays", () => {
      const plugins = library("plugins");
      const same = add(plugins, (value) => value, "iii");
      let inner = 0;
      const start = add(
        plugins,
        () => {
          inner = plugins.call("load_plugin", table(plugins, [1, same, 0]));
          return -1;
        },
        "ii",
      );
      expect(plugins.call("load_plugin", table(plugins, [2, same, 0, start, 0]))).toBe(-4);
      expect([plugins.call("plugin_count"), plugins.call("unload_plugin", inner)]).toEqual([1, 0]);
      silent();
    });

    test("unloading in the middle of nested runs waits for the outermost; `stop` may load, unload and run", () => {
      const plugins = library("plugins");
      const log: string[] = [];
      const ids: number[] = [];
      let depth = 0;
      const same = add(plugins, (value) => value, "iii");
      const stop = (name: string, then: () => void = () => undefined): number =>
        add(plugins, () => (log.push(`stop ${name}`), then()), "vi");
      const nested = add(
        plugins,
        (value) => {
          if (depth > 0) return value;
          depth++;
          expect(plugins.call("unload_plugin", ids[2]!)).toBe(1);
          plugins.call("run_plugins", 3);
          expect(plugins.call("unload_plugin", ids[0]!)).toBe(1);
          expect([ids[0]!, ids[2]!].map((id) => plugins.call("unload_plugin", id))).toEqual([-5, -5]);
          log.push(`nested run over, ${plugins.call("plugin_count")} loaded`);
          return value;
        },
        "iii",
      );
      const counting = add(plugins, (value) => (log.push("counted"), value), "iii");
      const reloads = stop("first", () => {
        ids.push(plugins.call("load_plugin", table(plugins, [2, same, 0, 0, stop("late")])));
        log.push(`${plugins.call("unload_plugin", ids[1]!)} ${plugins.call("run_plugins", 9)}`);
      });
      ids.push(plugins.call("load_plugin", table(plugins, [2, nested, 0, 0, reloads])));
      ids.push(plugins.call("load_plugin", table(plugins, [2, counting, 0, 0, stop("second")])));
      ids.push(plugins.call("load_plugin", table(plugins, [2, counting, 0, 0, stop("third")])));
      expect(plugins.call("run_plugins", 3)).toBe(3);
      expect(log).toEqual([
        // Of the nested run and of the outer one; the third plugin was on its way out.
        ...["counted", "nested run over, 1 loaded", "counted"],
        // The run in `stop` is an outermost one itself, and ends what was left to end.
        ...["stop first", "stop second", "stop third", "0 9"],
      ]);
      expect([plugins.call("plugin_count"), plugins.call("unload_plugin", ids[3]!)]).toEqual([1, 0]);
      silent();
    });
  });

  test("monitors: a feed within a feed, and a close within both", () => {
    const monitors = library("monitors");
    const seen: string[] = [];
    const [monitor, other] = ["door", "lamp"].map((name) => monitors.call("open_monitor", monitors.text(name)));
    const watch = (of: number, act: (value: number) => void): number =>
      monitors.call(
        "watch_monitor",
        of,
        monitors.module.addFunction((itself, value) => {
          expect(itself).toBe(of);
          act(value!);
        }, "vidi"),
        0,
      );
    const describeMonitor = (of: number): string => {
      const text = monitors.call("describe_monitor", of);
      const read = monitors.readText(text);
      monitors.call("free_description", text);
      return read;
    };
    watch(monitor!, (value) => {
      seen.push(`first ${value}`);
      if (value === 1) expect(monitors.call("feed_monitor", monitor!, 2)).toBe(2);
      // Closed in the inner call: the outer one still has the monitor.
      seen.push(`after ${value}`);
    });
    watch(monitor!, (value) => {
      seen.push(`second ${value}`);
      monitors.call("feed_monitor", other!, value);
      if (value === 2) monitors.call("close_monitor", monitor!);
    });
    watch(monitor!, (value) => void seen.push(`third ${value}`));
    expect([1, 1].map((id) => monitors.call("unwatch_monitor", other!, id))).toEqual([-3, -3]);
    watch(other!, (value) => void seen.push(`other ${value}`));
    expect(describeMonitor(monitor!)).toBe("door: 0 values, 3 watchers");
    expect(monitors.call("feed_monitor", monitor!, 1)).toBe(1);
    expect(seen).toEqual(["first 1", "first 2", "after 2", "second 2", "other 2", "after 1"]);
    expect(describeMonitor(other!)).toBe("lamp: 1 value, 1 watcher");
    monitors.call("close_monitor", other!);
    for (const name of ["close_monitor", "free_description"]) monitors.call(name, 0);
    if (build === "checked") expect(monitors.releases).toHaveLength(6);
    silent();
  });
});

describe("without memory", () => {
  test.each([
    ["handles", "create_handle", [0, 0]],
    ["buffers", "allocate_buffer", [8]],
    ["zerocopy", "create_buffer", [8]],
    ["queue", "create_message", [1, 0]],
    ["queue", "create_queue", []],
    ["structs", "create_gradient", [0x1000010, 0x1000010, 8]],
    ["variants/handles.reuse", "create_handle", [0, 0]],
    ["variants/buffers.moves", "allocate_buffer", [8]],
    ["variants/zerocopy.moves", "create_buffer", [8]],
  ])("%s: %s returns NULL, whichever allocation fails, and leaks nothing", async (name, call, parameters) => {
    for (let nth = 1; ; nth++) {
      const library = await Instance.load(SHIPPED, name, "checked");
      library.call("ffi_fail_malloc", nth);
      if (library.call(call, ...parameters) !== 0) {
        // As many as it makes when nothing fails have failed, one after the other.
        expect(nth).toBe(library.allocations.length + 1);
        break;
      }
      expect(library.releases).toHaveLength(library.allocations.length);
      expect(library.reports).toEqual([]);
    }
  });
});

test("monitors: without memory there is no monitor and no description, and nothing leaks", async () => {
  const monitors = await Instance.load(SHIPPED, "monitors", "checked");
  const name = monitors.text("door");
  for (const nth of [1, 2]) {
    monitors.call("ffi_fail_malloc", nth);
    expect(monitors.call("open_monitor", name)).toBe(0);
  }
  expect(monitors.releases).toHaveLength(2);
  const monitor = monitors.call("open_monitor", name);
  monitors.call("ffi_fail_malloc", 1);
  expect(monitors.call("describe_monitor", monitor)).toBe(0);
  expect(monitors.readText(monitors.call("describe_monitor", monitor))).toBe("door: 0 values, 0 watchers");
  expect(monitors.reports).toEqual([]);
});

describe("what a wrong use of them is", () => {
  test("an event whose length is guessed is read past its end, once", async () => {
    const events = await Instance.load(SHIPPED, "events", "checked");
    const data = events.text("short");
    events.call("trigger_event", 1, data);
    expect(events.reports).toEqual([]);
    events.call(
      "register_event_handler",
      events.module.addFunction(() => undefined, "viiii"),
      0,
    );
    events.call("trigger_event", 1, data);
    expect(events.reports).toMatchObject([
      { kind: FaultKind.Read, address: data + 6, bytes: 64, span: { function: "trigger_event_sized" } },
    ]);
  });

  test("a handle used after its end is found inside the library", async () => {
    const handles = await Instance.load(SHIPPED, "handles", "checked");
    const handle = handles.call("create_handle", 0, 0);
    handles.call("destroy_handle", handle);
    handles.call("destroy_handle", handle);
    expect(handles.reports[0]).toMatchObject({ kind: FaultKind.Read, span: { function: "destroy_handle" } });
  });

  test("a fresh buffer is unwritten until it is filled", async () => {
    const buffers = await Instance.load(SHIPPED, "buffers", "checked");
    const buffer = buffers.call("allocate_buffer", 16);
    expect(buffers.call("ffi_uninitialised", buffer, 16)).toBe(buffer);
    buffers.call("fill_buffer", buffer, 16, 0);
    expect(buffers.call("ffi_uninitialised", buffer, 16)).toBe(0);
  });
});
