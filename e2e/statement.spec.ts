import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { parse } from "yaml";
import type { Signatories } from "../content/schema.ts";
import { callToAction, statement, t } from "./site.ts";

test("the statement shows its date, its source and the organisations that make it", async ({ page }) => {
  const response = await page.goto(statement);
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("article").locator('time[datetime="2024-05-28"]')).toHaveText("28 May 2024");
  const { organisations } = parse(readFileSync("content/signatories.yaml", "utf8")) as Signatories;
  const list = page.getByRole("region", { name: t("statement.signedBy") });
  for (const { name, url } of organisations) {
    await expect(list.getByRole("link", { name, exact: true })).toHaveAttribute("href", url);
  }
  await expect(list.getByRole("listitem")).toHaveCount(organisations.length);
  await expect(
    page.getByRole("link", { name: t("article.source", { host: "www.globalencryption.org" }) }),
  ).toBeVisible();
  await expect(callToAction(page)).toHaveCount(1);
});

test("every organisation that the statement names is in the list", async ({ page }) => {
  const { organisations } = parse(readFileSync("content/signatories.yaml", "utf8")) as Signatories;
  await page.goto(statement);
  const named = page.getByText("Join the Steering");
  for (const { name } of organisations) await expect(named).toContainText(name);
});

test("/statement leads to the current statement", async ({ request }) => {
  const response = await request.get("/statement?from=poster", { maxRedirects: 0 });
  expect(response.status()).toBe(307);
  expect(response.headers().location).toBe(`${statement}?from=poster`);
});
