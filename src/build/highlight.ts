import { createHighlighter, type BundledLanguage, type Highlighter, type ThemeRegistration } from "shiki";

const token = (name: string, scope: string[]) => ({ scope, settings: { foreground: `var(--code-token-${name})` } });

/**
 * Colours come from the page's own variables, so that one text serves light and dark. Names keep the colour of the
 * text: the hues are few, and two of them mean the sides of the boundary.
 */
const theme: ThemeRegistration = {
  name: "boundary",
  type: "light",
  fg: "var(--code-foreground)",
  bg: "var(--code-background)",
  settings: [
    { settings: { foreground: "var(--code-foreground)", background: "var(--code-background)" } },
    token("comment", ["comment", "punctuation.definition.comment"]),
    token("string", ["string", "punctuation.definition.string", "constant.character.escape"]),
    token("constant", ["constant.numeric", "constant.language", "constant.other"]),
    token("keyword", [
      "keyword.operator.new",
      "keyword.operator.expression",
      "keyword",
      "storage",
      "variable.language",
      "entity.name.type.primitive",
      "support.type.primitive",
    ]),
    token("punctuation", ["punctuation", "meta.brace", "keyword.operator", "storage.type.function.arrow"]),
  ],
};

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
