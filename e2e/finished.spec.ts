import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { article, sitemapPaths, statement, t } from "./site.ts";
import { folderOf, variants } from "./variants.mjs";

type Finished = { page: string; file: string; keepsRuntimeFor: string[] };

const distDir = path.join(folderOf("site"), ".next");
const { pages } = JSON.parse(readFileSync(path.join(distDir, "finished.json"), "utf8")) as {
  pages: Finished[];
};
const counting = `http://localhost:${variants.counter.port}`;

/** Pages of countries are of one kind, and so are those of languages; ALL_PAGES=1 compares every one of them. */
const sample = pages.filter(
  ({ page }) => process.env.ALL_PAGES || /^\/(en(?!\/act\/(?!be$|gr$)..)|fr$|el\/share$|_)/.test(page),
);

for (const { page: name, file } of sample) {
  test(`@script finishing ${name} takes nothing from it that a reader sees`, async ({ page }) => {
    const before = await seen(page, path.join(distDir, "unfinished", file), name);
    const after = await seen(page, path.join(distDir, file), name);
    expect(after.said).toEqual(before.said);
    expect(after.tree).toBe(before.tree);
    for (const [view, looks] of before.looks) expectSameLooks(after.looks.get(view)!, looks, view);
  });
}

test("@script pages of every kind are compared", () => {
  const kinds = [
    article,
    statement,
    "/act",
    "/act/be",
    "/act/gr",
    "/blog",
    "/share",
    "/leaflet",
    "/timeline",
  ];
  const names = kinds.map((permalink) => `/en${permalink}`);
  expect(sample.map(({ page }) => page)).toEqual(
    expect.arrayContaining(["/en", ...names, "/fr", "/el/share", "/_not-found"]),
  );
});

test("every page is finished, served from the cache and confirmed by its ETag", async ({ request }) => {
  const english = pages.filter(({ page }) => /^\/en(?:\/|$)/.test(page));
  const addresses = english.map(({ page }) => page.slice(3) || "/");
  expect(addresses).toEqual(expect.arrayContaining(await sitemapPaths(request)));
  for (const address of addresses) {
    const response = await request.get(address);
    const { etag = "", ...headers } = response.headers();
    expect(headers["x-nextjs-cache"], address).toBe("HIT");
    expect(headers["content-encoding"], address).toBe("br");
    expect(await response.text(), address).not.toMatch(/<script(?! type=)|__next_f|rel="stylesheet"/);
    const again = await request.get(address, { headers: { "If-None-Match": etag } });
    expect(again.status(), address).toBe(304);
  }
  const missing = await request.get("/nothing-here");
  expect(missing.status()).toBe(404);
  expect(await missing.text()).not.toContain("/_next/static/chunks");
});

test("@script an article asks for itself, its picture, its icon and the rules for the next page", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.resourceType()));
  await page.goto(article);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((type) => type === "script" || type === "stylesheet")).toEqual([]);
  expect(asked.filter((type) => type === "document")).toHaveLength(1);
});

test("pages name the rules for the next page, but not where data is saved", async ({ request }) => {
  const { "speculation-rules": rules = "" } = (await request.get(article)).headers();
  const file = await request.get(JSON.parse(rules));
  expect(file.headers()["content-type"]).toBe("application/speculationrules+json");
  expect((await file.json()).prefetch[0].eagerness).toBe("moderate");
  const saving = await request.get(article, { headers: { "Save-Data": "on" } });
  expect(saving.headers()["speculation-rules"]).toBeUndefined();
});

test("@script a page with a client component keeps its runtime and works; others have none", async ({
  page,
  request,
}) => {
  const served = async (address: string) => (await request.get(counting + address)).text();
  expect(await served("/timeline")).toContain("/_next/static/chunks");
  expect(await served("/")).not.toContain("/_next/static/chunks");
  expect(await served(article)).not.toContain("/_next/static/chunks");
  await page.goto(`${counting}/timeline`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const button = page.getByRole("button", { name: "Counted 0" });
  // A click before React has taken over the button is lost.
  const isTaken = () =>
    button.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps")));
  await expect.poll(isTaken).toBe(true);
  await button.click();
  await page.getByRole("button", { name: "Counted 1" }).click();
  await expect(page.getByRole("button", { name: "Counted 2" })).toBeVisible();
  await page
    .getByRole("link", { name: t("nav.blog") })
    .first()
    .click();
  await expect(page).toHaveURL(`${counting}/blog`);
});

/** What a reader gets of a page whose HTML is in a file: its text, links and head, its accessibility tree, its looks. */
async function seen(page: Page, file: string, name: string) {
  const address = name.replace(/^\/en(?=\/|$)/, "") || "/";
  await page.route(address, (route) =>
    route.fulfill({ body: readFileSync(file), contentType: "text/html; charset=utf-8" }),
  );
  // Next's runtime would add an element of its own that announces changes of the page.
  await page.route(/\.js(?:\?|$)/, (route) => route.abort());
  await page.emulateMedia({ colorScheme: "light", media: "screen" });
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  const said = await page.evaluate(() => ({
    text: document.body.innerText,
    links: [...document.querySelectorAll("a, form, img")].map((element) =>
      ["href", "rel", "action", "src", "alt", "lang"].map((key) => element.getAttribute(key)),
    ),
    anchors: [...document.querySelectorAll("[id]:not(script)")].map(({ id }) => id),
    head: [...document.head.querySelectorAll("title, meta, link, base")]
      .filter((element) => !element.matches('[rel=stylesheet], [as=script], [href*="/_next/"], [http-equiv]'))
      .map((element) => element.outerHTML),
  }));
  const tree = await page.locator("body").ariaSnapshot();
  const looks = new Map<string, string[]>();
  for (const [view, width, colorScheme, media] of [
    ["phone", 390, "light", "screen"],
    ["desktop in the dark", 1280, "dark", "screen"],
    ["print", 800, "light", "print"],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, media });
    looks.set(view, await page.evaluate(looksOfElements));
  }
  await page.unrouteAll();
  return { said, tree, looks };
}

/** Place, size and every computed property of each element and of what its style sheet puts before and after it. */
function looksOfElements() {
  const elements = [...document.querySelectorAll("html, body, body *")].filter(
    (element) => !element.matches("script, div[hidden]:not([id], [class])"),
  );
  return elements.flatMap((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [null, "::before", "::after"].flatMap((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      if (pseudo && style.content === "none") return [];
      const properties = [...style].filter((name) => !name.startsWith("--"));
      const values = properties.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
      return `${element.tagName}${pseudo ?? ""} ${x} ${y} ${width} ${height}; ${values}`;
    });
  });
}

/** Texts that a mark of React parted are measured apart, which moves what follows by up to a 32nd of a pixel. */
function expectSameLooks(after: string[], before: string[], view: string) {
  expect(after.length, view).toBe(before.length);
  const number = /-?\d+(?:\.\d+)?/g;
  for (const [index, text] of before.entries()) {
    const other = after[index]!;
    if (other === text) continue;
    const [numbers, others] = [text, other].map((one) => (one.match(number) ?? []).map(Number));
    const near = numbers!.every((value, place) => Math.abs(value - others![place]!) < 0.1);
    if (other.replace(number, "0") === text.replace(number, "0") && near) continue;
    expect(other, view).toBe(text);
  }
}
