/**
 * A table to look up what a program says in: it has the names that are written here, and none that every object has, as
 * `constructor`.
 */
export function inheritsNothing<T extends object>(table: T): Readonly<T> {
  return Object.freeze(Object.setPrototypeOf(table, null) as T);
}
