import { describe, expect, it } from "vitest";
import { createLibraryLoader, LibraryLoadError } from "./library-files.ts";

const FILES = [
  "manifest.json",
  "strings.json",
  "strings.checked.mjs",
  "strings.checked.wasm",
  "arrays.json",
  "variants/strings.other.json",
];
const urls = new Map(FILES.map((file) => [file, `https://example.com/wasm/${file}`]));
const answer = (url: string): Promise<Response> => Promise.resolve(new Response(`text of ${url.split("/").at(-1)}`));

describe("a library", () => {
  it("is its description, its glue and its binary", async () => {
    const files = await createLibraryLoader(urls, answer).load("strings", "checked");
    expect({ ...files, wasm: new TextDecoder().decode(files.wasm) }).toEqual({
      name: "strings",
      description: "text of strings.json",
      glue: "text of strings.checked.mjs",
      wasm: "text of strings.checked.wasm",
    });
  });

  it("is known by its description; the manifest is none", () => {
    expect(createLibraryLoader(urls, answer).names).toEqual(["arrays", "strings"]);
  });

  it("may have variants, which are no libraries", async () => {
    const more = new Map([...urls].map(([file, url]) => [file, url]));
    for (const ending of ["checked.mjs", "checked.wasm"])
      more.set(`variants/strings.other.${ending}`, `https://x/${ending}`);
    const loader = createLibraryLoader(more, answer);
    expect(loader.names).toEqual(["arrays", "strings"]);
    expect([loader.variants("strings"), loader.variants("arrays"), loader.variants("other")]).toEqual([
      ["other"],
      [],
      [],
    ]);
    const files = await loader.load("strings", "checked", "other");
    expect(files).toMatchObject({
      name: "strings",
      variant: "other",
      description: "text of strings.other.json",
      glue: "text of checked.mjs",
    });
    expect((await loader.load("strings", "checked")).description).toBe("text of strings.json");
    await expect(loader.load("strings", "fast", "other")).rejects.toThrow(LibraryLoadError);
  });

  it("is fetched once", async () => {
    let fetched = 0;
    const loader = createLibraryLoader(urls, (url) => (fetched++, answer(url)));
    await Promise.all([loader.load("strings", "checked"), loader.load("strings", "checked")]);
    await loader.load("strings", "checked");
    expect(fetched).toBe(3);
  });
});

describe("a library that does not load", () => {
  it.each<[string, () => Promise<Response>, RegExp]>([
    [
      "unreachable",
      () => Promise.reject(new TypeError("fetch failed")),
      /“strings” did not load.*connection.*try again/,
    ],
    ["missing", () => Promise.resolve(new Response("", { status: 404 })), /“strings” did not load.*404.*Try again/],
  ])("is named, with what to do: %s", async (_what, get, sentence) => {
    const error: unknown = await createLibraryLoader(urls, get)
      .load("strings", "checked")
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(LibraryLoadError);
    expect(error).toMatchObject({ library: "strings", message: sentence });
  });

  it("is fetched again when asked for again", async () => {
    let online = false;
    const loader = createLibraryLoader(urls, (url) => (online ? answer(url) : Promise.reject(new TypeError())));
    await expect(loader.load("strings", "checked")).rejects.toThrow(LibraryLoadError);
    online = true;
    expect((await loader.load("strings", "checked")).name).toBe("strings");
  });

  it("is named when the site has no such file", async () => {
    await expect(createLibraryLoader(urls, answer).load("strings", "fast")).rejects.toThrow(/no library “strings”/);
  });
});
