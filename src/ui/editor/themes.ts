import type * as Monaco from "monaco-editor/editor/editor.api";

/** The page's colours by name, as they are now, because Monaco wants numbers. */
function readColours(): (variable: string) => string {
  const probe = document.createElement("span");
  // Where the system forces its colours, every colour would be read as the system's one for text.
  probe.style.forcedColorAdjust = "none";
  return (variable) => {
    probe.style.color = `var(--${variable})`;
    document.body.append(probe);
    const colour = toHex(getComputedStyle(probe).color);
    probe.remove();
    return colour;
  };
}

const toHex = (colour: string): string =>
  `#${(colour.match(/[\d.]+/g) ?? [])
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, "0"))
    .join("")}`;

export const themeName = (scheme: "light" | "dark"): string => `boundary-${scheme}`;

/** Makes Monaco look like the page, which has to be in that scheme already. */
export function applyTheme(monaco: typeof Monaco, scheme: "light" | "dark"): void {
  const colour = readColours();
  const token = (name: string, variable: string, fontStyle = "") => ({
    token: name,
    foreground: colour(variable).slice(1),
    fontStyle,
  });
  monaco.editor.defineTheme(themeName(scheme), {
    base: scheme === "light" ? "vs" : "vs-dark",
    inherit: true,
    rules: [
      token("", "ink"),
      token("keyword", "code-token-keyword"),
      token("string", "code-token-string"),
      token("string.escape", "code-token-constant"),
      token("number", "code-token-constant"),
      token("regexp", "code-token-string"),
      token("comment", "code-token-comment"),
      token("type", "ink"),
      token("identifier", "ink"),
      token("delimiter", "code-token-punctuation"),
    ],
    colors: {
      "editor.background": colour("paper"),
      "editor.foreground": colour("ink"),
      "editorLineNumber.foreground": colour("ink-3"),
      "editorLineNumber.activeForeground": colour("ts"),
      "editor.lineHighlightBackground": colour("surface"),
      "editor.lineHighlightBorder": "#00000000",
      "editorCursor.foreground": colour("ink"),
      "editorIndentGuide.background1": colour("rule"),
      "editorIndentGuide.activeBackground1": colour("rule-strong"),
      "editorWidget.background": colour("raised"),
      "editorWidget.border": colour("rule"),
      "editorHoverWidget.background": colour("raised"),
      "editorHoverWidget.border": colour("rule"),
      "editorSuggestWidget.background": colour("raised"),
      "editorSuggestWidget.border": colour("rule"),
      "editorSuggestWidget.selectedBackground": colour("hover"),
      "editorSuggestWidget.selectedForeground": colour("ink"),
      "editorSuggestWidget.selectedIconForeground": colour("ink"),
      "editorSuggestWidget.focusHighlightForeground": colour("ts"),
      "editorSuggestWidget.highlightForeground": colour("ts"),
      "quickInput.background": colour("raised"),
      "quickInputList.focusBackground": colour("hover"),
      "quickInputList.focusForeground": colour("ink"),
      "list.focusBackground": colour("hover"),
      "list.focusForeground": colour("ink"),
      "list.highlightForeground": colour("ts"),
      "textLink.foreground": colour("ts"),
      "editorError.foreground": colour("fault"),
      // Brackets in many colours would be taken for the hues of the two sides.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((depth) => [
          `editorBracketHighlight.foreground${depth}`,
          colour("code-token-punctuation"),
        ]),
      ),
      "editor.wordHighlightBackground": colour("hover"),
      "editor.wordHighlightStrongBackground": colour("hover"),
      "editor.wordHighlightTextBackground": colour("hover"),
      "editorBracketMatch.background": colour("hover"),
      "editorBracketMatch.border": colour("rule-strong"),
      "scrollbarSlider.background": `${colour("rule-strong")}40`,
      "scrollbarSlider.hoverBackground": `${colour("rule-strong")}80`,
      "scrollbarSlider.activeBackground": `${colour("rule-strong")}a0`,
      focusBorder: colour("ts"),
    },
  });
  monaco.editor.setTheme(themeName(scheme));
}
