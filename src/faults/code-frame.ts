export interface FrameLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** The stretch to underline: characters before it, and its length. Null for a line that is only company. */
  readonly mark: { readonly start: number; readonly length: number } | null;
}

/** A stretch of a text; columns are 1-based, and the end is exclusive. Without columns the whole line is meant. */
export interface FrameSpan {
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** The line a report is about, with a line of company on both sides, or nothing when the text has no such line. */
export function codeFrame(lines: readonly string[], span: FrameSpan): FrameLine[] {
  const line = lines[span.line - 1];
  if (line === undefined) return [];
  return [span.line - 1, span.line, span.line + 1].flatMap((number) => {
    const content = lines[number - 1];
    if (content === undefined || (number !== span.line && content.trim() === "")) return [];
    return [{ number, text: content, mark: number === span.line ? markOf(line, span) : null }];
  });
}

function markOf(line: string, { line: at, column, endLine, endColumn }: FrameSpan): { start: number; length: number } {
  const indent = line.length - line.trimStart().length;
  const length = line.trimEnd().length;
  if (column === undefined || column < 1 || column > length)
    return { start: indent, length: Math.max(1, length - indent) };
  const start = column - 1;
  const end = endColumn !== undefined && (endLine ?? at) === at ? Math.min(endColumn - 1, length) : length;
  return { start, length: Math.max(1, end - start) };
}
