import { position } from "./host.ts";

/** An `await` of the program that could go on. */
interface Waiting {
  /** The host's number of the task; 0 for what belongs to none. */
  readonly task: number;
  /** Where it waited. */
  readonly span: number;
  readonly go: () => void;
}

let isOrdered = false;
const waiting: Waiting[] = [];
const { then } = Promise.prototype;
const resolved = Promise.resolve.bind(Promise);

/** From here on the host decides which `await` goes on, where more than one could. */
export const orderTurns = (): void => void (isOrdered = true);

/** What an `await` waits for: the value, and where the host decides, its turn. */
export function inTurn<T>(task: number | null, value: T): T | Promise<unknown> {
  if (!isOrdered) return value;
  const { span } = position;
  return new Promise((resolve, reject) => {
    const wait = (go: () => void): void => void waiting.push({ task: task ?? 0, span, go });
    void Reflect.apply(then, resolved(value), [
      (result: unknown) => wait(() => resolve(result)),
      (error: unknown) => wait(() => reject(error)),
    ]);
  });
}

/** The task and the place of each that could go on, one after the other: pairs of numbers, as JSON. */
export const waitingTurns = (): string => JSON.stringify(waiting.map(({ task, span }) => [task, span]));

/** Lets one go on. */
export function takeTurn(index: number): void {
  const [next] = waiting.splice(index, 1);
  next?.go();
}
