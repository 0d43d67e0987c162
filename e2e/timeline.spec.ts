import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import { formatDate } from "../content/dates.ts";
import type { Timeline, TimelineText } from "../content/schema.ts";
import { plain, t } from "./site.ts";

const timeline = parse(readFileSync("content/timeline.yaml", "utf8")) as Timeline;
const words = parse(readFileSync("content/en/timeline.yaml", "utf8")) as TimelineText;

for (const procedure of ["permanent", "interim"] as const) {
  test(`the ${procedure} file shows its own events, dated, sourced and weighed`, async ({ page }) => {
    await page.goto("/timeline");
    const events = timeline.events.filter((event) => event.procedure === procedure);
    const list = page.getByRole("region", { name: t(`timeline.${procedure}`) });
    await expect(list.getByRole("listitem")).toHaveCount(events.length);
    for (const event of events) {
      const item = list.locator(`#_${event.id}`);
      await expect(item.locator("time")).toHaveAttribute("datetime", event.date);
      await expect(item.locator("time")).toHaveText(formatDate(event.date, "en"));
      expect(plain((await item.textContent())!)).toContain(plain(words[event.id]!.text));
      await expect(item).toContainText(t(`timeline.${event.confidence}`));
      const sources = await item
        .getByRole("link")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
      expect(sources).toEqual(event.sources);
    }
  });
}

test("the two files are not mixed", async ({ page }) => {
  await page.goto("/timeline");
  const permanent = page.getByRole("region", { name: t("timeline.permanent") });
  await expect(permanent).not.toContainText("2025/0429");
  await expect(page.getByRole("region", { name: t("timeline.interim") })).not.toContainText("2022/0155");
});

test("the timeline says for which day it holds and when it is to be checked again", async ({ page }) => {
  await page.goto("/timeline");
  await expect(page.getByRole("main")).toContainText(formatDate(timeline.asOf, "en"));
  await expect(page.getByRole("main")).toContainText(formatDate(timeline.reviewBy, "en"));
});
