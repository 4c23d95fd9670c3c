import { createCssVariablesTheme, createHighlighter, type BundledLanguage, type Highlighter } from "shiki";

/** Colours come from the page's own variables (`--code-token-…`), so that one text serves light and dark. */
const theme = createCssVariablesTheme({ name: "boundary", variablePrefix: "--code-", fontStyle: false });

const LANGUAGES = ["typescript", "c", "rust", "shellscript", "json"] as const satisfies readonly BundledLanguage[];
const ALIASES: Readonly<Record<string, (typeof LANGUAGES)[number]>> = {
  ts: "typescript",
  h: "c",
  rs: "rust",
  sh: "shellscript",
  bash: "shellscript",
};

export type Highlight = (code: string, language: string) => string[];

/** Makes a function that colours code: it gives one string of HTML a line, without line ends, escaped. */
export async function createHighlight(): Promise<Highlight> {
  const highlighter = await createHighlighter({ themes: [theme], langs: [...LANGUAGES] });
  return (code, language) => {
    const known = LANGUAGES.find((name) => name === language) ?? ALIASES[language];
    return known ? colour(highlighter, code, known) : code.split("\n").map(escapeHtml);
  };
}

function colour(highlighter: Highlighter, code: string, lang: BundledLanguage): string[] {
  const { tokens } = highlighter.codeToTokens(code, { lang, theme: "boundary" });
  return tokens.map((line) =>
    line
      .map(({ content, color }) => {
        const plain = color === undefined || color === "var(--code-foreground)";
        return plain ? escapeHtml(content) : `<span style="color:${color}">${escapeHtml(content)}</span>`;
      })
      .join(""),
  );
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
