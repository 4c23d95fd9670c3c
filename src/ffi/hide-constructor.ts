/**
 * Takes the way from an object to its class away, and fixes its methods: what is static of a class, and what its
 * constructor makes of any arguments, is the runtime's own. What stands in the constructor's place has its name only.
 */
export function hideConstructor({ name, prototype }: { readonly name: string; readonly prototype: object }): void {
  const inItsPlace = { [name]: () => {} }[name];
  Object.defineProperty(prototype, "constructor", { value: Object.freeze(inItsPlace) });
  Object.freeze(prototype);
}
