/**
 * One run of an async function, or the module itself: what goes on while others wait, and waits while others go on.
 */
export class Task {
  /** The task that started it. */
  readonly #parent: Task | null;
  /**
   * How often it has done something by which it could have let another task in, or waited for one. Between two equal
   * numbers it did neither: a lock that it held, it held all the while. NaN once that can no longer be known.
   */
  synchronisations = 0;

  /** It has not waited yet: it is still inside the call that started it. */
  #isInside = true;

  constructor(parent: Task | null) {
    this.#parent = parent;
  }

  /** What a task does, it may do for those that wait for it. */
  synchronise(): void {
    this.synchronisations += 1;
    for (let task = this.#parent; task !== null; task = task.#parent) task.synchronisations += 1;
  }

  /** Lets others go on. Returns the task that goes on at once, when it is the one inside whose call this one began. */
  giveWay(): Task | null {
    const next = this.#isInside ? this.#parent : null;
    this.#isInside = false;
    return next;
  }

  becomeOpaque(): void {
    this.synchronisations = Number.NaN;
  }

  /** Whether `other` started this task, or started what did. */
  isWithin(other: Task): boolean {
    if (this === other) return true;
    let task = this.#parent;
    while (task !== null && task !== other) task = task.#parent;
    return task !== null;
  }
}
