import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../setup.mjs";
import { exerciseJsonSchema, SCHEMA_FILE } from "./schema.ts";

it("the published schema is that of the exercises that are read: `npm run schema` writes it", async () => {
  expect(readFileSync(join(ROOT, SCHEMA_FILE), "utf8")).toBe(await exerciseJsonSchema());
});

it("says of every key what it is", async () => {
  const { properties, required } = JSON.parse(await exerciseJsonSchema()) as {
    properties: Record<string, { description?: string }>;
    required: string[];
  };
  expect(Object.entries(properties).filter(([, { description }]) => description === undefined)).toEqual([]);
  expect(required).toContain("checks");
});
