import { expect, test } from "@playwright/test";
import { sitemapPaths } from "./site.ts";

test("no page asks another host for anything, sets a cookie or stores anything", async ({
  page,
  request,
  context,
}) => {
  test.setTimeout(120_000);
  const foreign: string[] = [];
  page.on("request", (asked) => {
    if (new URL(asked.url()).hostname !== "localhost") foreign.push(asked.url());
  });
  for (const path of [...(await sitemapPaths(request)), "/nothing-here"]) {
    const response = await page.goto(path);
    expect(response?.headers()["set-cookie"], path).toBeUndefined();
    expect(response?.headers()["x-powered-by"], path).toBeUndefined();
    await page.mouse.wheel(0, 20_000);
    await page.waitForLoadState("networkidle");
  }
  expect(foreign).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const state = await context.storageState();
  expect(state.origins).toEqual([]);
});
