import type MarkdownIt from "markdown-it";

/**
 * Gives each cell of a table its column's heading as `data-label`, but for the first of a row, which names the row: where
 * a narrow page makes a list of each row, the style sheet shows the label before the cell.
 */
export function labelCells(parser: InstanceType<typeof MarkdownIt>): void {
  parser.core.ruler.push("label_cells", ({ tokens }) => {
    let headings: string[] = [];
    let column = 0;
    for (const [index, token] of tokens.entries()) {
      if (token.type === "table_open") headings = [];
      else if (token.type === "tr_open") column = 0;
      else if (token.type === "th_open") headings.push(tokens[index + 1]?.content.replaceAll("`", "") ?? "");
      else if (token.type === "td_open") {
        const heading = headings[column];
        if (column > 0 && heading) token.attrSet("data-label", heading);
        column += 1;
      }
    }
  });
}
