import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { tracking } from "../content/schema.ts";
import { sitemapPaths } from "./site.ts";

test("no page asks another host for anything, stores anything, or breaks its own content policy", async ({
  page,
  request,
  context,
  javaScriptEnabled,
}) => {
  test.setTimeout(180_000);
  const foreign: string[] = [];
  const violations: string[] = [];
  page.on("request", (asked) => {
    if (new URL(asked.url()).hostname !== "localhost") foreign.push(asked.url());
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) violations.push(`${page.url()}: ${message.text()}`);
  });
  let used = 0;
  for (const path of [...(await sitemapPaths(request)), "/nothing-here"]) {
    const response = await page.goto(path);
    expect(response?.headers()["set-cookie"], path).toBeUndefined();
    await page.mouse.wheel(0, 20_000);
    // The countries' pages have the same controls; one with several languages stands for the others.
    if (process.env.ALL_PAGES || !path.startsWith("/act/") || path === "/act/be")
      used += await useEveryControl(page);
    await page.waitForLoadState(javaScriptEnabled ? "networkidle" : "load");
  }
  expect(used).toBeGreaterThan(10);
  expect(foreign).toEqual([]);
  expect(violations).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const state = await context.storageState();
  expect(state.origins).toEqual([]);
});

/** Opens, fills, chooses and presses whatever a page offers; gives how many controls it found. */
async function useEveryControl(page: Page): Promise<number> {
  const controls = await page.locator("summary, input, select, textarea, button").all();
  for (const control of controls) {
    if (!(await control.isVisible()) || !(await control.isEnabled())) continue;
    const { name, type } = await control.evaluate((element) => ({
      name: element.localName,
      type: element.getAttribute("type"),
    }));
    if (name === "select") await control.selectOption({ index: 1 });
    else if (name === "textarea" || (name === "input" && !/^(?:radio|checkbox)$/.test(type ?? ""))) {
      if (await control.isEditable()) await control.fill("Anna");
    } else await control.click();
  }
  return controls.length;
}

test("links to other sites are https, tell nobody where their reader comes from, and lead to listed hosts alone", async ({
  request,
}) => {
  const hosts = new Set(readFileSync("content/hosts.txt", "utf8").split("\n"));
  let found = 0;
  for (const path of [...(await sitemapPaths(request)), "/nothing-here"]) {
    const html = await (await request.get(path)).text();
    for (const [tag] of html.matchAll(/<a\b[^>]*>/g)) {
      const href = /\bhref="([^"]*)"/.exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "";
      if (!/^[a-z]+:/i.test(href) || /^(?:mailto|sms):/.test(href)) continue;
      const url = new URL(href);
      if (url.hostname === "localhost") continue;
      found += 1;
      expect(url.protocol, `${path}: ${href}`).toBe("https:");
      expect(hosts.has(url.hostname), `${path}: ${href}`).toBe(true);
      expect(
        [...url.searchParams.keys()].filter((name) => tracking.test(name)),
        href,
      ).toEqual([]);
      expect(/\brel="([^"]*)"/.exec(tag)?.[1]?.split(" "), `${path}: ${tag}`).toEqual(
        expect.arrayContaining(["noopener", "noreferrer"]),
      );
    }
  }
  expect(found).toBeGreaterThan(300);
});
