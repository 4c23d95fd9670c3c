/** The code that stands inside the seal before the program, as one script. Made by `build/sealed-engine.mjs`. */
declare module "virtual:sealed-guest" {
  const text: string;
  export default text;
}

/** The code that stands in the realm of an exercise's checks before them, as one script. Made by `build/sealed-engine.mjs`. */
declare module "virtual:sealed-checks" {
  const text: string;
  export default text;
}
