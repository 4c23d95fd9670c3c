import { Copier, type Registry } from "./copier.ts";
import { keyOf, keyText, type Kind, type Reply, type Request, type Wire } from "./wire.ts";

type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** Sends a request to the other realm and gives its reply, both as text. */
export type Exchange = (request: string) => string;

export interface MembraneOptions {
  readonly exchange: Exchange;
  /**
   * Whether the other side may look into objects of this one. Where it may not, it can call a function that it was given, and
   * wait for a promise: no property of either leads it further.
   */
  readonly isOpen: boolean;
}

/**
 * One side of the wall between two realms. What crosses is data, copied, or a number for a function, a promise or an object that
 * stays where it is; so neither realm ever holds an object of the other's, nor anything that one leads to.
 */
export class Membrane implements Registry {
  readonly #exchange: Exchange;
  readonly #isOpen: boolean;
  readonly #copier = new Copier(this);
  /** What the other side has numbers of. */
  readonly #mine: object[] = [];
  readonly #numbers = new Map<object, number>();
  /** What stands here for the other side's, by its number. */
  readonly #theirs = new Map<number, object>();
  readonly #standIns = new WeakMap<object, number>();
  /** Texts, numbers and so on that the other side has thrown: nothing about them says where they come from. */
  readonly #thrownValues = new Set<unknown>();

  constructor({ exchange, isOpen }: MembraneOptions) {
    this.#exchange = exchange;
    this.#isOpen = isOpen;
  }

  /** Whether the other side may get a number for an object that is neither a function, nor a promise, nor an error. */
  get sharesObjects(): boolean {
    return this.#isOpen;
  }

  /** The other side's number of what stands here for something of its own; undefined for what is this side's. */
  numberOfTheirs(value: object): number | undefined {
    return this.#standIns.get(value);
  }

  numberOf(value: object): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const number = this.#mine.push(value) - 1;
    this.#numbers.set(value, number);
    return number;
  }

  ownAt(number: unknown): object {
    const value = typeof number === "number" ? this.#mine[number] : undefined;
    if (value === undefined) throw new TypeError("there is no such object");
    return value;
  }

  /** What stands for something of the other side's: the same one each time. */
  standInOf(number: number, make: () => object): object {
    const known = this.#theirs.get(number);
    if (known) return known;
    const made = make();
    this.#theirs.set(number, made);
    this.#standIns.set(made, number);
    return made;
  }

  standIn(number: number, kind: Kind): object {
    return this.standInOf(number, () => {
      if (kind === "promise") return this.#promise(number);
      return kind === "function" ? this.#function(number) : new Proxy({}, this.#traps(number));
    });
  }

  /** An object that the other side shall know by this text. */
  share(value: object, kind: Kind): string {
    return JSON.stringify(["mine", this.numberOf(value), kind] satisfies Wire);
  }

  send(value: unknown): Wire {
    return this.#copier.send(value);
  }

  receive(wire: Wire): unknown {
    return this.#copier.receive(wire);
  }

  /** Does what the other side asks, and gives the reply. Throws nothing. */
  answer(request: string): string {
    let reply: Reply;
    try {
      reply = ["gave", this.#perform(JSON.parse(request) as Request)];
    } catch (error) {
      reply = ["threw", this.#sendError(error)];
    }
    return JSON.stringify(reply);
  }

  #sendError(error: unknown): Wire {
    try {
      return this.send(error);
    } catch (second) {
      return ["e", this.numberOf(second as object), "TypeError", "it threw something that cannot be read", []];
    }
  }

  #perform(request: Request): Wire {
    const [act, number] = request;
    const target = this.ownAt(number);
    if (act === "call") {
      if (typeof target !== "function") throw new TypeError("it is no function");
      const [, , self, args] = request;
      return this.send(
        Reflect.apply(
          target as Callable,
          this.receive(self),
          args.map((arg) => this.receive(arg)),
        ),
      );
    }
    if (act === "then") {
      if (!(target instanceof Promise)) throw new TypeError("it is no promise");
      const settle = this.receive(request[2]) as Callable;
      void Reflect.apply(PROMISE_THEN, target, [
        (value: unknown) => settle(true, value),
        (error: unknown) => settle(false, error),
      ]);
      return ["u"];
    }
    if (!this.#isOpen) throw new TypeError("what the checks give can be called, and nothing else");
    switch (act) {
      case "get":
        return this.send(Reflect.get(target, keyOf(request[2]), target));
      case "has":
        return Reflect.has(target, keyOf(request[2]));
      case "keys":
        return ["a", Reflect.ownKeys(target).flatMap((key) => (typeof key === "string" ? [["s", key] as const] : []))];
      case "new":
        return this.send(
          Reflect.construct(
            target as never,
            request[2].map((arg) => this.receive(arg)),
          ),
        );
      default:
        throw new TypeError("there is no such request");
    }
  }

  #ask(request: Request): unknown {
    const reply = JSON.parse(this.#exchange(JSON.stringify(request))) as Reply;
    const value = this.receive(reply[1]);
    if (reply[0] === "threw") throw this.#noteThrown(value);
    return value;
  }

  /** Whether it is an exception of the other side's. */
  isThrownThere(error: unknown): boolean {
    return this.#thrownValues.has(error) || (isObject(error) && this.numberOfTheirs(error) !== undefined);
  }

  #noteThrown(error: unknown): unknown {
    if (!isObject(error)) this.#thrownValues.add(error);
    return error;
  }

  #promise(number: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const settle = (isFulfilled: unknown, value: unknown): void =>
        isFulfilled === true ? resolve(value) : reject(this.#noteThrown(value));
      this.#ask(["then", number, this.send(settle)]);
    });
  }

  /** A function of the other side's. What may be looked into is looked into there. */
  #function(number: number): object {
    const call = (self: unknown, args: readonly unknown[]): unknown =>
      this.#ask(["call", number, this.#sendSelf(self), args.map((arg) => this.send(arg))]);
    if (this.#isOpen) {
      return function (this: unknown, ...args: unknown[]): unknown {
        return call(undefined, args);
      };
    }
    return new Proxy(function () {}, {
      ...this.#traps(number),
      apply: (_target, self, args: unknown[]) => call(self, args),
      construct: (_target, args: unknown[]) => this.#ask(["new", number, args.map((arg) => this.send(arg))]) as object,
      // A function's own `prototype` has to be among them, and is none of the other side's.
      ownKeys: (target) => Reflect.ownKeys(target),
      getOwnPropertyDescriptor: (target, key) => Reflect.getOwnPropertyDescriptor(target, key),
    });
  }

  /** `this` where it is the other side's own object; else it has none. */
  #sendSelf(self: unknown): Wire {
    const number = isObject(self) ? this.#standIns.get(self) : undefined;
    return number === undefined ? ["u"] : ["yours", number];
  }

  #traps(number: number): ProxyHandler<object> {
    const get = (key: string | symbol): unknown => {
      const text = keyText(key);
      return text === null ? undefined : this.#ask(["get", number, text]);
    };
    return {
      get: (_target, key) => get(key),
      has: (_target, key) => {
        const text = keyText(key);
        return text !== null && this.#ask(["has", number, text]) === true;
      },
      ownKeys: () => this.#ask(["keys", number]) as string[],
      getOwnPropertyDescriptor: (_target, key) => {
        const keys = this.#ask(["keys", number]) as string[];
        if (typeof key !== "string" || !keys.includes(key)) return undefined;
        return { value: get(key), writable: false, enumerable: true, configurable: true };
      },
      set: () => {
        throw new TypeError("the checks cannot write into an object of the answer's");
      },
      defineProperty: () => false,
      deleteProperty: () => false,
      setPrototypeOf: () => false,
      preventExtensions: () => false,
    };
  }
}

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null) || typeof value === "function";

/** As it is before the program runs. */
const { then: PROMISE_THEN } = Promise.prototype;
