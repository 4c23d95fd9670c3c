import axe from "axe-core";
import { expect, test } from "./playground-page.ts";

const FAULTY = `import { dlopen } from "ffi";
using strings = dlopen("strings", {
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
  set_name: { parameters: ["pointer"], result: "bool" },
});
console.log("asked", strings.symbols.set_name(null));
const message = strings.symbols.get_error_message();
strings.symbols.free_string(message);
strings.symbols.free_string(message);
console.error("twice");
`;

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of SIZES) {
    test(`axe finds nothing: ${colorScheme}, ${viewport.width} wide`, async ({ playground }) => {
      // A look at every page with axe takes its time.
      test.setTimeout(180_000);
      const { page } = playground;
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const violations = async (): Promise<string[]> => {
        if (await page.evaluate(() => !("axe" in window))) await page.evaluate(axe.source);
        // Frames hold no document of the page: programs run in them, nobody reads them.
        const { violations } = await page.evaluate(() =>
          window.axe.run(document, { iframes: false, resultTypes: ["violations"] }),
        );
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      };

      await page.goto(process.env["SITE_URL"] ?? "");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await violations(), "the opening page").toEqual([]);

      for (const hash of [
        "page/seven-problems",
        "anti-pattern/leak",
        "fault",
        "fault/FFI004",
        "glossary",
        "tour",
        "performance",
        "reference",
      ]) {
        await page.goto(`${process.env["SITE_URL"] ?? ""}#/${hash}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.getByText("Loading…")).toHaveCount(0);
        expect(await violations(), hash).toEqual([]);
      }
      await page.getByRole("button", { name: "Search the course" }).click();
      await page.getByRole("combobox").fill("free");
      await expect(page.getByRole("option").first()).toBeVisible();
      expect(await violations(), "search").toEqual([]);
      await page.keyboard.press("Escape");

      await playground.open("strings", FAULTY);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      if (viewport.width > 800) await expect(playground.editor).toBeAttached();
      expect(await violations(), "the lesson before a run").toEqual([]);

      await playground.runToEnd();
      for (const panel of ["Output", "Crossings", "Heap", "Ownership", "Bytes", "Faults"] as const) {
        await playground.show(panel);
        await expect(page.getByRole("tabpanel").last()).toBeVisible();
        expect(await violations(), panel).toEqual([]);
      }
      if (viewport.width < 800) {
        await page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Code" }).click();
        await expect(playground.editor).toBeAttached();
        expect(await violations(), "the code").toEqual([]);
      }
    });
  }
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the program can be read in forced colours: ${colorScheme}`, async ({ playground }) => {
    const { page } = playground;
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    await page.goto(`${process.env["SITE_URL"] ?? ""}#/lesson/strings`);
    const word = page.locator(".monaco-editor .view-line span span").first();
    await expect(word).toBeVisible();
    const contrast = (): Promise<number> =>
      word.evaluate((element) => {
        const luminance = (colour: string): number => {
          const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number);
          return 0.299 * red + 0.587 * green + 0.114 * blue;
        };
        const behind = element.closest(".monaco-editor")?.querySelector(".monaco-editor-background");
        // A line that is being drawn anew is asked again.
        if (!behind) return 0;
        return Math.abs(
          luminance(getComputedStyle(element).color) - luminance(getComputedStyle(behind).backgroundColor),
        );
      });
    // The editor has its own colours for a moment, before it has the page's.
    await expect.poll(contrast).toBeGreaterThan(100);
  });
}
