export declare const opaquePointer: unique symbol;

/**
 * A place in a library's memory. Opaque: it has no number to add to and no members to read; `PointerView` reads the
 * memory, `offset` moves along it, `address` gives the number. It remembers its library and its block, so that a use
 * after the block was released is found even when the address has been given to another block.
 *
 * A pointer owns nothing. Pointers to the same place of the same block are the same object, so `===` compares them.
 *
 * @example
 * import { dlopen, offset } from "ffi";
 *
 * using strings = dlopen("strings", {});
 * using memory = strings.alloc(8);
 * const half = offset(memory.pointer, 4);
 * console.log(half === offset(memory.pointer, 4), half === memory.pointer); // true false
 */
export interface Pointer {
  readonly [opaquePointer]: "Pointer";
}
