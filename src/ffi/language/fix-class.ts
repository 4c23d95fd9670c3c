/**
 * Fixes a class that programs are given as it is: its methods, its statics, and the class it extends. The runtime makes
 * objects of it too, and a parent of a program's own would be run by that.
 */
export function fixClass(fixed: { readonly prototype: object }): void {
  Object.freeze(fixed.prototype);
  Object.freeze(fixed);
}
