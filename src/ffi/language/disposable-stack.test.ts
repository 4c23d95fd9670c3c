import { describe, expect, test } from "vitest";
import { AsyncDisposableStackObject } from "./async-disposable-stack.ts";
import { DisposableStackObject } from "./disposable-stack.ts";
import { Scoped, scopeEnd, tellScope } from "./scope.ts";
import { SuppressedErrorObject } from "./suppressed-error.ts";

/** A disposable of this module's, that remembers at which place its scope ended when it was released. */
class Resource extends Scoped {
  at = 0;
  [Symbol.dispose](): void {
    this.at = scopeEnd(this);
  }
}

const throwing = (message: string) => () => {
  throw new Error(message);
};

const kinds = [
  { name: "DisposableStack", make: () => new DisposableStackObject() },
  // What these tests put on it either kind of stack takes.
  { name: "AsyncDisposableStack", make: () => new AsyncDisposableStackObject() as unknown as DisposableStackObject },
];

async function release(stack: object): Promise<void> {
  if (stack instanceof DisposableStackObject) stack[Symbol.dispose]();
  if (stack instanceof AsyncDisposableStackObject) await stack[Symbol.asyncDispose]();
}

describe.each(kinds)("$name", ({ make }) => {
  test("releases in reverse order, once, and is disposed of then", async () => {
    const stack = make();
    const log: string[] = [];
    stack.defer(() => void log.push("deferred"));
    stack.adopt("adopted", (value) => void log.push(value));
    stack.use({ [Symbol.dispose]: () => void log.push("used") });
    expect(stack.use(null)).toBeNull();
    expect(stack.disposed).toBe(false);
    await release(stack);
    await release(stack);
    expect(log).toEqual(["used", "adopted", "deferred"]);
    expect(stack.disposed).toBe(true);
  });

  test("goes on after an error, and throws the later one with the earlier one suppressed", async () => {
    const stack = make();
    stack.defer(throwing("third"));
    stack.defer(throwing("second"));
    stack.defer(throwing("first"));
    const thrown = await release(stack).then(
      () => null,
      (error: unknown) => error as SuppressedError,
    );
    expect(thrown).toBeInstanceOf(SuppressedErrorObject);
    expect(String(thrown!.error)).toBe("Error: third");
    const earlier = thrown!.suppressed as SuppressedError;
    expect([String(earlier.error), String(earlier.suppressed)]).toEqual(["Error: second", "Error: first"]);
  });

  test("a single error is thrown as it is", async () => {
    const stack = make();
    stack.defer(throwing("only"));
    await expect(release(stack)).rejects.toThrow(/^only$/);
  });

  test("what it releases is told where its scope ends", async () => {
    const stack = make();
    const resource = stack.use(new Resource());
    tellScope(7, stack);
    await release(stack);
    expect(resource.at).toBe(7);
  });

  test("moved, it is closed, and releases at the other one's end", async () => {
    const first = make();
    const resource = first.use(new Resource());
    tellScope(7, first);
    const second = first.move() as typeof first;
    expect(first.disposed).toBe(true);
    await release(first);
    expect(resource.at).toBe(0);
    tellScope(9, second);
    await release(second);
    expect(resource.at).toBe(9);
  });

  test("closed, it takes nothing more", async () => {
    const stack = make();
    await release(stack);
    for (const act of [() => stack.use(null), () => stack.defer(() => {}), () => stack.move()]) {
      expect(act).toThrow(ReferenceError);
    }
  });

  test("refuses what it cannot release", () => {
    expect(() => make().use({} as Disposable)).toThrow(TypeError);
    expect(() => make().defer(1 as never)).toThrow("takes a function, got number");
  });

  test("a deferred function is given nothing", async () => {
    const stack = make();
    let given: unknown[] = [1];
    stack.defer((...all: unknown[]) => void (given = all));
    await release(stack);
    expect(given).toEqual([]);
  });
});

describe("AsyncDisposableStack", () => {
  test("prefers the asynchronous way, and waits for each before the next", async () => {
    const stack = new AsyncDisposableStackObject();
    const log: string[] = [];
    stack.defer(() => void log.push("after it"));
    stack.use({
      [Symbol.dispose]: () => void log.push("at once"),
      async [Symbol.asyncDispose]() {
        await Promise.resolve();
        log.push("later");
      },
    });
    await stack.disposeAsync();
    expect(log).toEqual(["later", "after it"]);
  });

  test("a rejection is an error of the release", async () => {
    const stack = new AsyncDisposableStackObject();
    stack.defer(() => Promise.reject(new Error("rejected")));
    await expect(stack.disposeAsync()).rejects.toThrow("rejected");
  });

  test("called for something else, it rejects and does not throw", async () => {
    const { disposeAsync } = AsyncDisposableStackObject.prototype;
    await expect(disposeAsync.call({} as AsyncDisposableStackObject)).rejects.toThrow(TypeError);
  });
});

test("SuppressedError is made with and without new, under its own name", () => {
  const make = SuppressedErrorObject as unknown as (error: unknown, suppressed: unknown, message: string) => Error;
  for (const error of [new SuppressedErrorObject(1, 2, "both"), make(1, 2, "both")]) {
    expect(error).toBeInstanceOf(SuppressedErrorObject);
    expect(String(error)).toBe("SuppressedError: both");
    expect(error).toMatchObject({ error: 1, suppressed: 2 });
    expect(error.constructor).toBe(SuppressedErrorObject);
  }
});
