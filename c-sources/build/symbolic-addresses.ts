import { closesBlock, isLabel, opensBlock, type Line } from "./assembly-lines.ts";

/**
 * What is known of an address without running anything: a sum of unknowns, the same for each name, plus a number between
 * `low` and `high`. All modulo 2³², as addresses are.
 */
export interface Address {
  /** The unknowns and their factors, in one spelling: two addresses with the same base differ by numbers only. */
  readonly base: string;
  readonly low: number;
  readonly high: number;
}

interface Value {
  readonly terms: ReadonlyMap<number, number>;
  readonly low: number;
  readonly high: number;
}

const constant = (number: number): Value => ({ terms: new Map(), low: number, high: number });

function sum(one: Value, other: Value): Value {
  const terms = new Map(one.terms);
  for (const [unknown, factor] of other.terms) terms.set(unknown, ((terms.get(unknown) ?? 0) + factor) | 0);
  return { terms, low: one.low + other.low, high: one.high + other.high };
}

function times(value: Value, factor: number): Value {
  const terms = new Map([...value.terms].map(([unknown, by]) => [unknown, Math.imul(by, factor)]));
  return { terms, low: value.low * factor, high: value.high * factor };
}

const isNumber = ({ terms, low, high }: Value): boolean => terms.size === 0 && low === high;

const BINARY =
  /^[if](32|64)\.(add|sub|mul|div(_[su])?|rem_[su]|and|or|xor|shl|shr_[su]|rotl|rotr|eq|ne|[lg][te](_[su])?|min|max|copysign)$/;
const UNARY =
  /^[if](32|64)\.(eqz|clz|ctz|popcnt|load.*|extend.*|wrap.*|trunc.*|convert.*|demote.*|promote.*|reinterpret.*|abs|neg|ceil|floor|nearest|sqrt)$/;
const STORE = /^[if](32|64)\.store/;

/**
 * Goes once through code without loops and calls, and says what is known of the addresses at the lines `at`, where each
 * is on top of the stack after the line. Null when there is something in the code that it does not know.
 */
export function addressesIn(body: readonly Line[], at: ReadonlySet<number>): Map<number, Address> | null {
  const found = new Map<number, Address>();
  const stack: Value[] = [];
  const locals = new Map<string, Value>();
  /** For each open block: the locals that were set in it. After it they may be either. */
  const changed: Set<string>[] = [];
  let unknowns = 0;
  const unknown = (): Value => ({ terms: new Map([[unknowns++, 1]]), low: 0, high: 0 });
  const pop = (): Value => stack.pop() ?? unknown();
  const get = (name: string): Value => {
    const known = locals.get(name) ?? unknown();
    locals.set(name, known);
    return known;
  };
  const set = (name: string, value: Value): void => {
    locals.set(name, value);
    for (const names of changed) names.add(name);
  };
  for (const [index, line] of body.entries()) {
    const { word, rest } = line;
    if (word === "" || word.startsWith(".") || isLabel(line)) continue;
    if (word === "local.get") stack.push(get(rest));
    else if (word === "local.set") set(rest, pop());
    else if (word === "local.tee") set(rest, stack.at(-1) ?? unknown());
    else if (word === "i32.const") stack.push(/^-?\d+$/.test(rest) ? constant(Number(rest)) : unknown());
    else if (/^[if](32|64)\.const$/.test(word) || word === "global.get" || word === "memory.size")
      stack.push(unknown());
    else if (BINARY.test(word)) {
      const right = pop();
      const left = pop();
      stack.push(combined(word, left, right) ?? unknown());
    } else if (UNARY.test(word)) {
      pop();
      stack.push(unknown());
    } else if (STORE.test(word)) {
      pop();
      pop();
    } else if (word === "select" || /^[if](32|64)\.select$/.test(word)) {
      pop();
      pop();
      pop();
      stack.push(unknown());
    } else if (word === "drop" || word === "global.set" || word === "br_if" || word === "br_table") pop();
    else if (opensBlock(word)) changed.push(new Set());
    else if (closesBlock(word)) {
      for (const name of changed.pop() ?? []) locals.set(name, unknown());
    } else if (word !== "br" && word !== "return" && word !== "unreachable") return null;
    const top = stack.at(-1);
    if (at.has(index) && top !== undefined) found.set(index, spelt(top));
  }
  return found;
}

function combined(word: string, left: Value, right: Value): Value | null {
  if (word === "i32.add") return sum(left, right);
  if (word === "i32.sub") return isNumber(right) ? sum(left, constant(-right.low)) : null;
  if (word === "i32.shl") {
    return isNumber(right) && right.low >= 0 && right.low < 16 ? times(left, 2 ** right.low) : null;
  }
  // x | c lies between x and x + c, whatever x is.
  if (word === "i32.or" && isNumber(right) && right.low >= 0 && right.low < 65536) {
    return { ...left, high: left.high + right.low };
  }
  return null;
}

function spelt({ terms, low, high }: Value): Address {
  const parts = [...terms].filter(([, factor]) => factor !== 0).sort(([one], [other]) => one - other);
  return { base: parts.map(([unknown, factor]) => `${unknown}*${factor}`).join("+"), low, high };
}
