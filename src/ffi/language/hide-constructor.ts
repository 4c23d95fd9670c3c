/**
 * Takes the way from an object to its class away, and fixes its methods: what is static of a class, and what its
 * constructor makes of any arguments, is the runtime's own. What stands in the constructor's place has a name only: that
 * of the interface, for what prints objects. `PointerObject` is a `Pointer`.
 */
export function hideConstructor({ name, prototype }: { readonly name: string; readonly prototype: object }): void {
  const shown = name.replace(/Object$/, "");
  const inItsPlace = { [shown]: () => {} }[shown];
  Object.defineProperty(prototype, "constructor", { value: Object.freeze(inItsPlace) });
  Object.freeze(prototype);
}
