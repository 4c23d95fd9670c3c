import MarkdownIt from "markdown-it";

/**
 * A Markdown parser for text by anyone: HTML in it is shown as text, and a link cannot carry a script. The linter lets
 * nothing else make a parser, so no text can come by one that takes HTML as it is; the course needs none.
 */
export const createSafeMarkdown = (): InstanceType<typeof MarkdownIt> =>
  new MarkdownIt({ html: false, linkify: false, typographer: false });
