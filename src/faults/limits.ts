/** Characters (UTF-16 code units) of one text in a detail. A longer one is cut when the detail is written. */
export const MAX_TEXT_LENGTH = 2_000;

/** Characters of a whole detail as JSON, which may need six for each of a text's. */
export const MAX_DETAIL_LENGTH = 65_536;
