/* eslint-disable prefer-rest-params -- `arguments` costs nothing where it is not reached, a rest parameter is a list at every call */
import type { CallPlan } from "./call-plan.ts";
import type { ScalarCheck } from "../types/scalar.ts";

type Bindable = (...args: unknown[]) => unknown;

/**
 * A call of numbers only, of a fast build. `long` takes the calls whose arguments do not fit, and says why.
 *
 * Each of these is small enough to be put in line wherever it is called, and there nothing is left of it but the checks:
 * what it closes over is known by then. That is why an argument too many is looked for with one more parameter: asking
 * for the number of arguments would make each call set up a list of them. An `undefined` too many goes unnoticed.
 */
export function directScalarCall(
  { space, count, wasm }: CallPlan,
  { fits, result }: NonNullable<CallPlan["scalars"]>,
  long: Bindable,
): Bindable {
  const call = wasm as (...args: number[]) => number;
  const [first, second, third] = fits as [ScalarCheck, ScalarCheck, ScalarCheck];
  switch (count) {
    case 0:
      return function (more) {
        if (more !== undefined || space.closed) return long(...arguments);
        return result(call());
      };
    case 1:
      return function (a, more) {
        if (more !== undefined || space.closed || !first(a)) return long(...arguments);
        return result(call(a));
      };
    case 2:
      return function (a, b, more) {
        if (more !== undefined || space.closed || !first(a) || !second(b)) return long(...arguments);
        return result(call(a, b));
      };
    default:
      return function (a, b, c, more) {
        if (more !== undefined || space.closed || !first(a) || !second(b) || !third(c)) return long(...arguments);
        return result(call(a, b, c));
      };
  }
}
