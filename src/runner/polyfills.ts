/** `Symbol.dispose` for engines without `using`; the compiler has lowered the syntax already. */
export function installDisposeSymbols(): void {
  for (const name of ["dispose", "asyncDispose"] as const) {
    if (name in Symbol) continue;
    Object.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
  }
}
