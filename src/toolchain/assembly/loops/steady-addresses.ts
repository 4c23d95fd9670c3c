import { closesBlock, opensBlock, type Line } from "../lines.ts";
import type { InlineCheck, Turn } from "./inline-checks.ts";

/**
 * What is known of a number without running anything: it is a constant and, each times a factor, what some locals hold
 * when a turn of the loop begins; or up to `slack` more. All modulo 2³², as addresses are.
 *
 * A term is named by its local; by `=symbol` for where the linker puts something; by `?12` for what line 12 makes, if it
 * is not known.
 */
export interface Sum {
  readonly terms: ReadonlyMap<string, number>;
  readonly constant: number;
  readonly slack: number;
}

/** What a check looks at: `address` in the turn that begins, `stride` bytes more in each that follows. */
export interface SteadyAddress {
  readonly address: Sum;
  readonly stride: number;
}

/** Two sums of the same key differ by a constant only. */
export const keyOf = ({ terms }: Sum): string =>
  [...terms]
    .map(([name, factor]) => `${name}*${factor}`)
    .sort()
    .join("+");

const number = (constant: number): Sum => ({ terms: new Map(), constant, slack: 0 });
const term = (name: string, constant = 0): Sum => ({ terms: new Map([[name, 1]]), constant, slack: 0 });
const isNumber = ({ terms, slack }: Sum): boolean => terms.size === 0 && slack === 0;

/** One plus so many times the other, whose slack is 0 when that is negative. */
function plus(one: Sum, other: Sum, factor = 1): Sum {
  const terms = new Map(one.terms);
  for (const [name, by] of other.terms) terms.set(name, ((terms.get(name) ?? 0) + Math.imul(by, factor)) | 0);
  for (const [name, by] of terms) if (by === 0) terms.delete(name);
  const constant = (one.constant + Math.imul(other.constant, factor)) | 0;
  return { terms, constant, slack: one.slack + other.slack * factor };
}

const BINARY =
  /^[if](32|64)\.(add|sub|mul|div(_[su])?|rem_[su]|and|or|xor|shl|shr_[su]|rotl|rotr|eq|ne|[lg][te](_[su])?|min|max|copysign)$/;
const UNARY =
  /^[if](32|64)\.(eqz|clz|ctz|popcnt|load.*|extend.*|wrap.*|trunc.*|convert.*|demote.*|promote.*|reinterpret.*|abs|neg|ceil|floor|nearest|sqrt)$/;
const STORE = /^[if](32|64)\.store/;
const BRANCH = /^br(_if|_table)?$/;
const MADE_OF_NOTHING = /^([if](32|64)\.const|global\.get|memory\.size)$/;

/**
 * The address of each check, where all of them advance by fixed steps and the loop stores nowhere else: then what it
 * stores does not change the shadow, which instrumented code writes by itself where a variable's scope begins or ends.
 * Null for any other loop, and for one with an instruction that is not known here.
 *
 * @param turn A turn of an innermost loop that calls nothing but the reports of these checks.
 */
export function steadyAddresses({ lines, drops }: Turn, checks: readonly InlineCheck[]): SteadyAddress[] | null {
  const walk = new Walk(lines);
  const addresses: Sum[] = [];
  for (const [at, line] of lines.entries()) {
    if (at === drops[addresses.length]) addresses.push(walk.local(checks[addresses.length]!.address));
    if (!walk.pass(line, at)) return null;
  }
  const places = new Set(addresses.map(placeOf));
  if (!walk.stores.every((address) => places.has(placeOf(address)))) return null;
  const steps = walk.steps();
  const steady: SteadyAddress[] = [];
  for (const address of addresses) {
    let stride = 0;
    for (const [name, factor] of address.terms) {
      const step = name.startsWith("=") ? 0 : (steps.get(name) ?? null);
      if (step === null) return null;
      stride = (stride + Math.imul(factor, step)) | 0;
    }
    steady.push({ address, stride });
  }
  return steady;
}

const placeOf = (address: Sum): string => `${keyOf(address)} ${address.constant} ${address.slack}`;

/** Goes once through a turn, line by line. */
class Walk {
  /** Where the loop stores to. */
  readonly stores: Sum[] = [];
  readonly #operands: Sum[] = [];
  readonly #locals = new Map<string, Sum>();
  /** For each open block the locals that may have been set on a part of the ways to its end; null before it is left. */
  readonly #blocks: { changed: Set<string> | null; readonly operands: number }[] = [];
  /** What the locals hold where another turn begins, for each branch that leads there. */
  readonly #ends: Map<string, Sum>[] = [];
  /** All locals that the turn mentions. */
  readonly #names: ReadonlySet<string>;

  constructor(body: readonly Line[]) {
    this.#names = new Set(body.filter(({ word }) => word.startsWith("local.")).map(({ rest }) => rest));
  }

  local(name: string): Sum {
    return this.#locals.get(name) ?? term(name);
  }

  /** By how much each local differs in the next turn; without those that differ by no fixed number. */
  steps(): Map<string, number> {
    const steps = new Map<string, number>();
    for (const name of this.#names) {
      const ends = this.#ends.map((locals) => plus(locals.get(name) ?? term(name), term(name), -1));
      const [step] = ends;
      const isSame = ends.every((end) => isNumber(end) && end.constant === step!.constant);
      if (step !== undefined && isSame) steps.set(name, step.constant);
    }
    return steps;
  }

  /** False for a line that is not known. */
  pass(line: Line, at: number): boolean {
    const { word, rest } = line;
    if (word === "" || word.startsWith(".")) return true;
    const pop = (): Sum => this.#operands.pop() ?? term(`?${at}`);
    const push = (value: Sum | null): void => void this.#operands.push(value ?? term(`?${at}`));
    if (opensBlock(word)) this.#blocks.push({ changed: null, operands: this.#operands.length });
    else if (closesBlock(word)) this.#close(at);
    else if (word === "local.get") push(this.local(rest));
    else if (word === "local.set") this.#set(rest, pop());
    else if (word === "local.tee") {
      const value = pop();
      this.#set(rest, value);
      push(value);
    } else if (word === "i32.const") push(constantOf(rest));
    else if (MADE_OF_NOTHING.test(word)) push(null);
    else if (BINARY.test(word)) {
      const right = pop();
      push(combined(word, pop(), right));
    } else if (UNARY.test(word)) {
      pop();
      push(null);
    } else if (STORE.test(word)) {
      pop();
      this.stores.push(plus(pop(), constantOf(rest.replace(/:.*/, "")) ?? term(`?${at}`)));
    } else if (/^(.*\.)?select$/.test(word)) {
      for (let operand = 0; operand < 3; operand++) pop();
      push(null);
    } else if (word === "drop" || word === "global.set") pop();
    else if (BRANCH.test(word)) {
      if (word !== "br") pop();
      this.#branch(rest);
    } else return word === "return" || word === "unreachable";
    return true;
  }

  #set(name: string, value: Sum): void {
    this.#locals.set(name, value);
    for (const { changed } of this.#blocks) changed?.add(name);
  }

  #branch(labels: string): void {
    for (const block of this.#blocks) block.changed ??= new Set();
    const again = (labels.match(/\d+/g) ?? []).some((label) => Number(label) === this.#blocks.length);
    if (again) this.#ends.push(new Map(this.#locals));
  }

  #close(at: number): void {
    const block = this.#blocks.pop();
    for (const name of block?.changed ?? []) this.#set(name, term(`?${at} ${name}`));
    this.#operands.length = Math.min(this.#operands.length, block?.operands ?? 0);
  }
}

/** A number, or a symbol's address with a number added. */
function constantOf(text: string): Sum | null {
  const [, symbol, constant] = /^([A-Za-z_.$][\w.$]*)?([+-]?\d+)?$/.exec(text) ?? [];
  if (symbol === undefined) return constant === undefined ? null : number(Number(constant) | 0);
  return term(`=${symbol}`, Number(constant ?? 0));
}

function combined(word: string, left: Sum, right: Sum): Sum | null {
  if (word === "i32.add") return plus(left, right);
  if (!isNumber(right)) return null;
  const { constant } = right;
  if (word === "i32.sub") return plus(left, right, -1);
  if (constant < 0 || constant > 65536) return null;
  if (word === "i32.shl") return constant < 16 ? plus(number(0), left, 2 ** constant) : null;
  if (word === "i32.mul") return plus(number(0), left, constant);
  // Bits that are set, unless they are already.
  return word === "i32.or" ? { ...left, slack: left.slack + constant } : null;
}
