declare module "virtual:runner-source" {
  /** Address of the worker's text, one classic script. */
  const url: string;
  export default url;
}

declare module "virtual:frame-script" {
  /** The script of the frame as a policy names it: `'sha256-…'`. */
  const frameScript: string;
  export default frameScript;
}

declare module "virtual:sealed-files" {
  /** Addresses of the sealed engine's text, an ES module, and of QuickJS's binary. */
  export const engine: string;
  export const wasm: string;
}
