declare module "virtual:runner-source" {
  /** Address of the worker's text, one classic script. */
  const url: string;
  export default url;
}
