import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { article, origin, statement } from "./site.ts";

// Tags do not include one another; 2.2 adds one rule of its own.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const templates = [
  "/",
  article,
  statement,
  "/blog",
  "/timeline",
  "/act",
  "/share",
  "/leaflet",
  "/privacy",
  "/nothing-here",
];

test.describe("@script", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [320, 1280]) {
      test(`no barrier that axe finds, ${colorScheme}, ${width} px`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        for (const path of [...templates, `${origin("paused")}/blog`]) {
          await page.goto(path);
          const { violations, passes } = await analyse(page);
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("; ")}`),
            path,
          ).toEqual([]);
          expect(passes.length, "rules ran").toBeGreaterThan(20);
        }
      });
    }
  }

  test("a page broken on purpose is found out", async ({ page }) => {
    await page.goto(article);
    await page.evaluate(() => {
      document.documentElement.removeAttribute("lang");
      document.querySelector("article img")?.removeAttribute("alt");
      document.querySelector<HTMLElement>("article p")!.style.color = "#ccc";
      document.querySelector("h1")?.replaceWith("no heading");
    });
    const found = (await analyse(page)).violations.map(({ id }) => id);
    expect(found).toEqual(
      expect.arrayContaining(["html-has-lang", "image-alt", "color-contrast", "page-has-heading-one"]),
    );
  });
});

function analyse(page: Page) {
  return new AxeBuilder({ page }).withTags(tags).analyze();
}
