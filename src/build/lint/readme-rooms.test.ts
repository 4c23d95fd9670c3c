import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../setup.mjs";
import { ROOMS } from "./rooms.mjs";

/** The rows of the README's table of rooms: a room, and what it may import. */
function rowsOfReadme(): (readonly [room: string, mayImport: string])[] {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const rows = readme.matchAll(/^\| `([a-z]+)` +\|[^|]*\| *([^|]*?) *\|$/gm);
  return [...rows].map(([, room, mayImport]) => [room!, mayImport!] as const);
}

const list = (rooms: readonly string[]): string => rooms.map((room) => `\`${room}\``).join(" ");

/** A room's arrows, as the README writes them. */
function arrowsOf({ imports, types = [] }: (typeof ROOMS)[string]): string {
  const parts = [list(imports), types.length === 0 ? "" : `types of ${list(types)}`];
  return parts.filter((part) => part !== "").join(", ") || "nothing";
}

it("README.md shows the rooms and the arrows that the linter holds", () => {
  const held = Object.entries(ROOMS).map(([name, room]) => [name, arrowsOf(room)] as const);
  expect(rowsOfReadme()).toEqual(held);
});
