/**
 * `Symbol.dispose` for engines without `using`; the compiler has lowered the syntax already. Imported before every class
 * that has such a method: its name is read when the class is made.
 */
for (const name of ["dispose", "asyncDispose"] as const) {
  if (!(name in Symbol)) Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
}
