import type { Plugin } from "vite";
import { pageLink } from "../../state/route.ts";
import { createHighlight } from "../highlight.ts";
import { renderText } from "../markdown.ts";
import { makeReference, REFERENCE } from "./reference.ts";

const MODULE = "virtual:reference";

/** `virtual:reference`: the reference of the module `"ffi"`, ready to be shown, made from the docstrings. */
export function reference(): Plugin {
  let root = process.cwd();
  return {
    name: "ffi-playground:reference",
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null;
      const { markdown, sources } = makeReference(root);
      for (const source of sources) this.addWatchFile(source);
      // The page has a title of its own.
      const text = linkFaults(markdown.replace(/^# .*\n+/, ""));
      const linkTo = (heading: string) => pageLink("reference", heading);
      const rendered = renderText({ file: REFERENCE, markdown: text, programs: [], linkTo }, await createHighlight());
      return `export default ${JSON.stringify(rendered)};`;
    },
  };
}

/** A fault that is named in prose leads to its page. */
const linkFaults = (markdown: string): string =>
  markdown
    .split(/^(```[^]*?^```)$/m)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/\bFFI\d{3}\b/g, (code) => `[${code}](fault:${code})`),
    )
    .join("");
