const { create, defineProperty, getOwnPropertyDescriptor, preventExtensions } = Object;

/** Look-ups after which an engine takes an object for a prototype in use. */
const LOOK_UPS = 4;

/**
 * Freezes an object from which arrays inherit, in a way that keeps their elements fast. Not by `Object.freeze`: where that
 * has frozen an object of the prototype chain, V8 stores every element through a path forty times slower. Properties that
 * are fixed one by one make of it a dictionary, until it is looked up something through an object that inherits from it.
 */
export function fixPrototype(holder: object): void {
  for (const key of Reflect.ownKeys(holder)) {
    const known = getOwnPropertyDescriptor(holder, key);
    defineProperty(holder, key, { configurable: false, ...(known && "value" in known && { writable: false }) });
  }
  preventExtensions(holder);
  for (let i = 0; i < LOOK_UPS; i += 1) Reflect.get(create(holder) as object, "no property");
}
