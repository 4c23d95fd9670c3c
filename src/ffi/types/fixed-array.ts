import { describe } from "./describe.ts";
import type { FieldType, FieldValue, FixedArray } from "./field-types.ts";
import { layoutOf, made, requireBytes } from "./struct-type.ts";

/**
 * Declares a field of a struct that is an array: `array("i16", 3)` for C's `int16_t samples[3]`. Its value is a
 * JavaScript array of that many elements, copied in and out with the struct.
 *
 * @example
 * import { array, struct } from "ffi";
 *
 * const Frame = struct({ tag: "u8", samples: array("i16", 3) });
 * console.log(Frame.byteLength); // 8
 * console.log(Frame.fields.map((field) => field.offset)); // [ 0, 2 ]
 *
 * @throws TypeError when the element is no type of a field, or the length no whole number from 1.
 */
export function array<const E extends FieldType>(element: E, length: number): FixedArray<FieldValue<E>[]> {
  const layout = layoutOf(element);
  if (layout === null)
    throw new TypeError(`array(element, length) takes the type of a field, got ${describe(element)}`);
  if (!Number.isInteger(length) || length < 1) {
    throw new TypeError(`array(element, length) takes a whole number of elements from 1, got ${describe(length)}`);
  }
  return made({
    kind: "array",
    element,
    length,
    byteLength: requireBytes("array(element, length)", layout.byteLength * length),
    alignment: layout.alignment,
  });
}
