import { expect, test } from "@playwright/test";
import { formatDate } from "../content/dates.ts";
import { article, callToAction, origin, petition, statement, t } from "./site.ts";
import { confirmed } from "./variants.mjs";

const date = formatDate(confirmed.asOf, "en");
const closed = formatDate("2024-09-30", "en");
const pages = ["/", article, statement];

for (const path of pages) {
  test.describe(`on ${path}`, () => {
    test("while open and confirmed, signing comes first", async ({ page }) => {
      await page.goto(origin("fresh") + path);
      const action = callToAction(page);
      await expect(action).toContainText(t("action.confirmed", { date }));
      const links = action.getByRole("link");
      await expect(links.first()).toHaveText(new RegExp(`^${t("action.sign")}`));
      await expect(links.first()).toHaveAttribute("href", petition.url);
      await expect(links.first()).toContainText(t("action.external"));
      await expect(action).toContainText("United States");
      await expect(action.getByRole("link", { name: t("action.write") })).toHaveAttribute("href", "/act");
    });

    test("once the date of review has passed, the page says so and writing comes first", async ({ page }) => {
      await page.goto(origin("production") + path);
      const action = callToAction(page);
      await expect(action).toContainText(t("action.overdue", { date }));
      await expect(action.getByRole("link").first()).toHaveText(t("action.write"));
      await expect(action.getByRole("link", { name: t("action.petition") })).toHaveAttribute(
        "href",
        petition.url,
      );
      await expect(action.getByRole("link", { name: new RegExp(`^${t("action.sign")}`) })).toHaveCount(0);
    });

    for (const [variant, sentences] of Object.entries({
      paused: [t("action.pausedOverdue", { date }), "Ask your representatives while you wait."],
      closed: [
        t("action.closed", { date: closed }),
        "It was handed over in Brussels.",
        "Write a letter now.",
      ],
      won: [t("action.won", { date: closed }), "The proposal was withdrawn.", "Thank those who listened."],
    })) {
      test(`when ${variant}, nobody is asked to sign`, async ({ page }) => {
        await page.goto(origin(variant as "paused") + path);
        const action = callToAction(page);
        for (const sentence of sentences) await expect(action).toContainText(sentence);
        await expect(action.getByRole("link").first()).toHaveText(t("action.write"));
        await expect(action.locator(`a[href="${petition.url}"]`)).toHaveCount(0);
        await expect(action.getByText(t("action.sign"))).toHaveCount(0);
      });
    }
  });
}

test("the petition is described as one on the text of May 2024", async ({ page }) => {
  await page.goto("/");
  await expect(callToAction(page)).toContainText("May 2024");
});
