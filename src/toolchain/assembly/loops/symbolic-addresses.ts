import { closesBlock, isLabel, opensBlock, type Line } from "../lines.ts";

/**
 * What is known of a number without running anything: a sum of terms, each a factor times something that stays the same,
 * plus a number between `low` and `high`. All modulo 2³², as addresses are.
 *
 * A term is named by the local whose value it had at the beginning, by `=symbol` for where the linker puts something, or
 * by `?n` for what is not known.
 */
export interface Value {
  readonly terms: ReadonlyMap<string, number>;
  readonly low: number;
  readonly high: number;
}

/** Where a walk stands: before the line `index` is executed. */
export interface Place {
  readonly index: number;
  readonly line: Line;
  /** How many blocks of the body are open. */
  readonly depth: number;
  /** The operand so many below the top, and the line that left it there; null where that is not known. */
  operand(below: number): { readonly value: Value; readonly from: number } | null;
  local(name: string): Value;
}

/** Powers of two that locals are multiples of at the beginning. */
export type Alignments = ReadonlyMap<string, number>;

/** Two values of the same key differ by numbers only. */
export const keyOf = ({ terms }: Value): string =>
  [...terms]
    .map(([name, factor]) => `${name}*${factor}`)
    .sort()
    .join("+");

export const isExact = ({ low, high }: Value): boolean => low === high;

const NOTHING: ReadonlyMap<string, number> = new Map();
const constant = (number: number): Value => ({ terms: NOTHING, low: number, high: number });

function sum(one: Value, other: Value): Value {
  const terms = new Map(one.terms);
  for (const [name, factor] of other.terms) {
    const both = ((terms.get(name) ?? 0) + factor) | 0;
    if (both === 0) terms.delete(name);
    else terms.set(name, both);
  }
  return { terms, low: one.low + other.low, high: one.high + other.high };
}

function times(value: Value, factor: number): Value {
  const terms = new Map([...value.terms].map(([name, by]) => [name, Math.imul(by, factor)]));
  for (const [name, by] of terms) if (by === 0) terms.delete(name);
  return { terms, low: value.low * factor, high: value.high * factor };
}

const isNumber = (value: Value): boolean => value.terms.size === 0 && isExact(value);
const isNumberBelow = (value: Value, limit: number): boolean => isNumber(value) && value.low >= 0 && value.low < limit;

const BINARY =
  /^[if](32|64)\.(add|sub|mul|div(_[su])?|rem_[su]|and|or|xor|shl|shr_[su]|rotl|rotr|eq|ne|[lg][te](_[su])?|min|max|copysign)$/;
const UNARY =
  /^[if](32|64)\.(eqz|clz|ctz|popcnt|load.*|extend.*|wrap.*|trunc.*|convert.*|demote.*|promote.*|reinterpret.*|abs|neg|ceil|floor|nearest|sqrt)$/;
const STORE = /^[if](32|64)\.store/;

/**
 * Goes once through code without loops and calls, and tells `visit` what is known before each of its lines.
 * Returns false when it meets something that it does not know: what it has told until then counts for nothing.
 */
export function walk(body: readonly Line[], aligned: Alignments, visit: (place: Place) => void): boolean {
  const stack: { value: Value; from: number }[] = [];
  /** Null where no way leads to. */
  let locals: Locals | null = new Map();
  /** For each open block what the ways that lead to its end know of the locals, and how many operands there are below it. */
  const ends: { ways: Locals[]; operands: number }[] = [];
  let unknowns = 0;
  const unknown = (): Value => ({ terms: new Map([[`?${unknowns++}`, 1]]), low: 0, high: 0 });
  const pop = (): Value => stack.pop()?.value ?? unknown();
  for (const [index, line] of body.entries()) {
    const { word, rest } = line;
    if (word === "" || word.startsWith(".") || isLabel(line)) continue;
    if (opensBlock(word)) ends.push({ ways: [], operands: stack.length });
    else if (closesBlock(word)) {
      const { ways, operands } = ends.pop() ?? { ways: [], operands: 0 };
      locals = meet(locals === null ? ways : [...ways, locals], unknown);
      stack.length = Math.min(stack.length, operands);
    }
    if (locals === null) continue;
    const here = locals;
    const local = (name: string): Value => known(here, name);
    visit({ index, line, depth: ends.length, operand: (below) => stack.at(-1 - below) ?? null, local });
    const push = (value: Value): void => void stack.push({ value, from: index });
    if (word === "local.get") push(local(rest));
    else if (word === "local.set") here.set(rest, pop());
    else if (word === "local.tee") {
      const value = pop();
      here.set(rest, value);
      push(value);
    } else if (word === "i32.const") push(constantOf(rest) ?? unknown());
    else if (/^[if](32|64)\.const$/.test(word) || word === "global.get" || word === "memory.size") push(unknown());
    else if (BINARY.test(word)) {
      const right = pop();
      const left = pop();
      push(combined(word, left, right, aligned) ?? unknown());
    } else if (UNARY.test(word)) {
      pop();
      push(unknown());
    } else if (STORE.test(word)) {
      pop();
      pop();
    } else if (word === "select" || /^[if](32|64)\.select$/.test(word)) {
      pop();
      pop();
      pop();
      push(unknown());
    } else if (word === "drop" || word === "global.set") pop();
    else if (/^br(_if|_table)?$/.test(word)) {
      if (word !== "br") pop();
      for (const label of rest.match(/\d+/g) ?? []) ends[ends.length - 1 - Number(label)]?.ways.push(new Map(here));
      if (word !== "br_if") locals = null;
    } else if (word === "return" || word === "unreachable") locals = null;
    else if (!opensBlock(word) && !closesBlock(word)) return false;
  }
  return true;
}

type Locals = Map<string, Value>;

const known = (locals: Locals, name: string): Value =>
  locals.get(name) ?? { terms: new Map([[name, 1]]), low: 0, high: 0 };

/** What is known where several ways meet: of each local what they agree on. Null when no way leads there. */
function meet(ways: readonly Locals[], unknown: () => Value): Locals | null {
  const [first, ...others] = ways;
  if (first === undefined) return null;
  const met: Locals = new Map();
  for (const name of new Set(ways.flatMap((locals) => [...locals.keys()]))) {
    const value = known(first, name);
    const agreed = others.every((locals) => isSame(known(locals, name), value));
    met.set(name, agreed ? value : unknown());
  }
  return met;
}

const isSame = (one: Value, other: Value): boolean =>
  one.low === other.low && one.high === other.high && keyOf(one) === keyOf(other);

/** A number, or a symbol's address with a number added. */
function constantOf(text: string): Value | null {
  const [, symbol, number] = /^([A-Za-z_.$][\w.$]*)?([+-]?\d+)?$/.exec(text) ?? [];
  if (symbol === undefined) return number === undefined ? null : constant(Number(number));
  return { ...constant(Number(number ?? 0)), terms: new Map([[`=${symbol}`, 1]]) };
}

function combined(word: string, left: Value, right: Value, aligned: Alignments): Value | null {
  if (word === "i32.add") return sum(left, right);
  if (word === "i32.sub") return isNumber(right) ? sum(left, constant(-right.low)) : null;
  if (word === "i32.shl") return isNumberBelow(right, 16) ? times(left, 2 ** right.low) : null;
  if (word === "i32.mul") return isNumberBelow(right, 65536) ? times(left, right.low) : null;
  if (word !== "i32.or" || !isNumberBelow(right, 65536)) return null;
  if (isExact(left) && hasZeros(left, right.low, aligned)) return sum(left, right);
  // x | c lies between x and x + c, whatever x is.
  return { ...left, high: left.high + right.low };
}

/** Whether all bits of `mask` are 0 in the value. */
function hasZeros({ terms, low }: Value, mask: number, aligned: Alignments): boolean {
  const multiples = [...terms].map(([name, factor]) => (aligned.get(name) ?? 1) * (factor & -factor));
  return multiples.every((multiple) => Math.abs(multiple) > mask) && (low & mask) === 0;
}
