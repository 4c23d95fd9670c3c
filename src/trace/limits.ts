/**
 * How much a run may send to the page. A right program stays far below; the bounds exist so that a hostile one can
 * neither fill the page's memory nor keep it busy with one message.
 */

/** Events of a whole trace. */
export const MAX_EVENTS = 8_000_000;
/** Bytes of a whole trace: every buffer behind its columns and values, and two for each character of its strings. */
export const MAX_BYTES = 512 * 1024 * 1024;
/** Events of one batch. */
export const MAX_BATCH_EVENTS = 1_048_576;
/** Bytes of one batch, counted as for the whole trace. */
export const MAX_BATCH_BYTES = 128 * 1024 * 1024;
/** New strings of one batch. */
export const MAX_BATCH_STRINGS = 1_048_576;
/** Characters (UTF-16 code units) of one string. */
export const MAX_STRING_LENGTH = 4 * 1024 * 1024;
/** Arguments of one call, and fields of one struct. */
export const MAX_LIST_LENGTH = 256;
/** Structs in structs. */
export const MAX_VALUE_DEPTH = 16;
/** Calls and callbacks inside each other at one moment. */
export const MAX_OPEN_CROSSINGS = 65_536;
/** Characters kept of a worker's sentence about why it failed. */
export const MAX_REASON_LENGTH = 500;
/** Bytes of all that a run prints: two for each character (UTF-16 code unit), and `CONSOLE_LINE_BYTES` for each line. */
export const MAX_CONSOLE_BYTES = 8 * 1024 * 1024;
/** What a line of the console costs besides its characters, in bytes: its event, and its place in a report. */
export const CONSOLE_LINE_BYTES = 32;
