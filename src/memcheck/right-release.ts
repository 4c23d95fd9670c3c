import type { KnownBlock } from "./block-map.ts";

/** They make a stream, and a text that is empty at first, which the program releases with `free`. */
const TEXT_STREAMS = new Set(["open_memstream", "open_wmemstream"]);
/** Bytes of such a text: one character, which is as wide as that. */
const EMPTY_TEXT = 4;

/** What releases what the C library has made, where that is not `free`. */
const RIGHT_RELEASE = new Map([
  ...["fopen", "fdopen", "fmemopen", "tmpfile"].map((name) => [name, "fclose"] as const),
  ...[...TEXT_STREAMS].map((name) => [name, "fclose"] as const),
  ["opendir", "closedir"],
  ["regcomp", "regfree"],
  ["glob", "globfree"],
]);

/** What has to release a block that was made in a call of `made`; undefined where that is `free`. */
export function rightRelease(made: string, block: KnownBlock): string | undefined {
  return TEXT_STREAMS.has(made) && block.bytes <= EMPTY_TEXT ? undefined : RIGHT_RELEASE.get(made);
}
