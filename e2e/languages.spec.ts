import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { parseHTML } from "linkedom";
import { countryPermalink } from "../content/address.ts";
import { dayPatterns } from "../content/dates.ts";
import { documentAt, titleOf } from "../content/index.ts";
import { countryName, languageName } from "../content/names.ts";
import { content, inLanguage, names, translations } from "./languages.ts";
import { decodeMail, letterIn } from "./letters.ts";
import { article, everyPath, origin, pathsInLanguages, plain, statement } from "./site.ts";

for (const lang of content.languages) {
  const { t, at, country } = inLanguage(lang);

  test(`${lang}: from home by the statement and the country to a letter @plain`, async ({ page }) => {
    await page.goto(at("/"));
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await page
      .getByRole("banner")
      .getByRole("link", { name: t("nav.statement"), exact: true })
      .click();
    await expect(page).toHaveURL(at(statement));
    const document = documentAt(content, lang, statement)!;
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(titleOf(document));
    if (lang !== "en") {
      await expect(page.getByText(t("translation.signed"))).toBeVisible();
      await expect(page.getByRole("link", { name: t("translation.original") })).toHaveAttribute(
        "href",
        statement,
      );
      const corrections = page.getByRole("link", { name: t("translation.correct") });
      await expect(corrections).toHaveAttribute("href", at("/about#_corrections"));
    }
    await page
      .getByRole("banner")
      .getByRole("link", { name: t("nav.act"), exact: true })
      .click();
    await expect(page).toHaveURL(at("/act"));
    const name = countryName(country, lang);
    await page.getByRole("main").getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveURL(at(countryPermalink(country)));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("country.title", { country: name }));
    const own = page.getByRole("region", { name: t("letter.ready", { language: languageName(lang, lang) }) });
    await own.locator("summary").first().click();
    const out = own.getByRole("link", { name: t("letter.mailto") }).first();
    const mail = decodeMail((await out.getAttribute("href"))!);
    expect(mail.subject).toBe(letterIn(lang).subject);
  });

  test(`${lang}: no kind of page has a barrier that axe finds, or scrolls sideways at 320 px @script`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const [index, permalink] of kinds(country).entries()) {
      await page.goto(at(permalink));
      // Open, the menu has to fit as well.
      await page.locator("header summary").click();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, at(permalink)).toBeLessThanOrEqual(320);
      // Axe takes seconds: each language tries another part of the kinds, ALL_PAGES=1 all of them.
      if (!process.env.ALL_PAGES && (index + content.languages.indexOf(lang)) % 6 !== 0) continue;
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag22aa"])
        .analyze();
      expect
        .soft(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("; ")}`),
          at(permalink),
        )
        .toEqual([]);
    }
  });
}

/**
 * What a language rightly writes as English does. A text that is new here is either one of these or has been
 * forgotten.
 */
const shared: Record<string, string[]> = {
  cs: ["E-mail"],
  da: ["E-mail", "Feed", "Links", "Procedure"],
  de: ["Feed", "Links"],
  es: ["Interior"],
  fr: ["Articles", "Corrections", "Justice", "Source", "Sources"],
  hu: ["E-mail"],
  it: ["E-mail", "Feed", "Privacy"],
  mt: ["Feed", "Links"],
  nl: ["E-mail", "Feed", "Links", "Privacy", "Procedure"],
  pl: ["E-mail"],
  pt: ["E-mail", "Feed"],
  ro: ["E-mail"],
  sk: ["E-mail"],
};

for (const lang of translations) {
  test(`${lang}: nothing is left in English but what is the same in both @plain`, async ({ request }) => {
    const { at, country } = inLanguage(lang);
    const countries = [...content.countries.keys()].map((code) => countryName(code, lang));
    const months = dayPatterns(lang).map(wordsOf);
    const allowed = new Set(
      [...names, ...countries, ...months, ...(shared[lang] ?? [])].map((name) => name.toLowerCase()),
    );
    const same = new Set<string>();
    for (const permalink of kinds(country)) {
      const [english, own] = await Promise.all(
        [permalink, at(permalink)].map(async (path) => {
          const response = await request.get(path);
          expect(response.status(), path).toBe(200);
          const texts = textsIn(await response.text());
          expect(texts.size, path).toBeGreaterThan(10);
          return texts;
        }),
      );
      for (const text of own!) if (english!.has(text) && !allowed.has(text.toLowerCase())) same.add(text);
    }
    expect([...same]).toEqual([]);
  });
}

test("translations name one another, and every page names itself and its English original @plain", async ({
  request,
}) => {
  test.setTimeout(120_000);
  const paths = await pathsInLanguages(request);
  const alternates = new Map<string, Record<string, string>>();
  for (const path of paths) {
    const html = await (await request.get(path)).text();
    const links = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/gi)];
    alternates.set(path, Object.fromEntries(links.map(([, code, url]) => [code, new URL(url!).pathname])));
  }
  for (const [path, others] of alternates) {
    const own = /^\/([a-z]{2})(?:\/|$)/.exec(path)?.[1] ?? "en";
    expect(others[own], path).toBe(path);
    expect(others["x-default"], path).toBe(others.en);
    expect(Object.keys(others).sort(), path).toEqual([...content.languages, "x-default"].sort());
    // The English page stands for all that it names: each of them names the same.
    expect(JSON.stringify(others), path).toBe(JSON.stringify(alternates.get(others.en!)));
  }
});

test("a translation says when its original has changed since, and is shown all the same @plain", async ({
  page,
}) => {
  const { t } = inLanguage("en");
  await page.goto(`${origin("closed")}/eo/privacy`);
  await expect(page.getByText(t("translation.stale"))).toBeVisible();
  for (const path of ["/eo", "/eo/timeline"]) {
    await page.goto(origin("closed") + path);
    const note = page.getByText(t("translation.stale"));
    await expect(note).toBeVisible();
    await expect(note.locator("..").getByRole("link")).toHaveAttribute("href", "/timeline");
    await expect(page.locator("#_interim-again")).toHaveCount(0);
  }
  await page.goto(`${origin("closed")}/eo/about`);
  await expect(page.getByText(t("translation.reviewed"))).toBeVisible();
  await expect(page.getByText(t("translation.stale"))).toBeHidden();
});

test("the menu leads to the same page in every language, by its own name @plain", async ({ page }) => {
  await page.goto(article);
  const summary = page.locator("header summary");
  await expect(summary).toHaveText(inLanguage("en").t("language.choose", { language: "English" }));
  await summary.press("Enter");
  const menu = page.getByRole("navigation", { name: inLanguage("en").t("language.label") });
  const links = menu.getByRole("link");
  await expect(links).toHaveCount(content.languages.length);
  await expect(menu.locator("[aria-current]")).toHaveText("English");
  for (const lang of content.languages) {
    const link = menu.locator(`a[hreflang="${lang}"]`);
    await expect(link).toHaveText(languageName(lang, lang));
    await expect(link).toHaveAttribute("href", inLanguage(lang).at(article));
    await expect(menu.locator(`li[lang="${lang}"]`)).toHaveCount(1);
  }
  await menu.getByRole("link", { name: languageName("el", "el") }).click();
  await expect(page).toHaveURL(`/el${article}`);
});

test.describe("a browser that prefers another language @script", () => {
  test.use({ locale: "el-GR" });

  test("is offered it in a line that can be put away, and led nowhere", async ({ page, context }) => {
    await page.goto("/act/gr?a=b");
    await expect(page).toHaveURL("/act/gr?a=b");
    const { t } = inLanguage("el");
    const offer = page.getByRole("link", { name: t("language.offer") });
    await expect(offer).toBeVisible();
    await expect(offer).toHaveAttribute("href", "/el/act/gr");
    await page.getByRole("button", { name: t("language.dismiss") }).click();
    await expect(offer).toBeHidden();
    expect(await context.storageState()).toEqual({ cookies: [], origins: [] });
    await page.goto("/el/act/gr");
    await expect(page.locator("[data-language-hint]")).toBeHidden();
  });
});

for (const [locale, offered] of [
  ["en-US", null],
  ["fil", null],
  ["nb-NO", null],
  ["pt-BR", "pt"],
] as const) {
  test(`a browser in ${locale} is offered ${offered ?? "nothing"} @script`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ locale, baseURL: baseURL! });
    const page = await context.newPage();
    await page.goto("/share", { waitUntil: "networkidle" });
    const lines = page.locator("[data-language-hint] > [lang]").filter({ visible: true });
    await expect(lines).toHaveCount(offered ? 1 : 0);
    if (offered) await expect(lines).toHaveAttribute("lang", offered);
    await context.close();
  });
}

test("an unknown address is answered in every language @plain", async ({ page }) => {
  await page.goto("/de/nothing-here");
  for (const lang of translations) {
    const words = page.locator(`main details[lang="${lang}"]`);
    await words.locator("summary").click();
    await expect(words.getByRole("heading", { name: inLanguage(lang).t("notFound.title") })).toBeVisible();
    await expect(words.locator(`a[href="/${lang}"]`)).toHaveText(titleOf(documentAt(content, lang, "/")!));
  }
});

test("a folder is all that a further language takes @plain", async ({ page, request }) => {
  const base = origin("closed");
  const paths = await everyPath(request, base);
  const english = paths.filter((path) => !path.startsWith("/eo"));
  expect(paths.filter((path) => path.startsWith("/eo")).sort()).toEqual(
    english.map((path) => (path === "/" ? "/eo" : `/eo${path}`)).sort(),
  );
  await page.goto(`${base}/eo/act/de`);
  await expect(page.locator("html")).toHaveAttribute("lang", "eo");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Germanujo");
  for (const file of ["/eo/feed.xml", "/eo/feed.json", "/eo/qr.svg"])
    expect((await request.get(base + file)).status(), file).toBe(200);
  await page.goto(base);
  await expect(page.locator('link[rel="alternate"][hreflang="eo"]')).toHaveAttribute("href", /\/eo$/);
  await page.locator("header summary").click();
  await page.getByRole("link", { name: "Esperanto" }).click();
  await expect(page).toHaveURL(`${base}/eo`);
});

/** A page of each kind. */
function kinds(country: string): string[] {
  const pages = [
    "/",
    statement,
    article,
    "/blog",
    "/timeline",
    "/act",
    "/share",
    "/leaflet",
    "/about",
    "/privacy",
  ];
  return [...pages, countryPermalink(country)];
}

/** The runs of text of a page that are said to be in its own language. */
function textsIn(html: string): Set<string> {
  const { document } = parseHTML(html);
  const { lang } = document.documentElement;
  const texts = new Set<string>();
  const walk = (node: Element) => {
    if (/^(script|style|code|pre|textarea)$/i.test(node.nodeName)) return;
    const own = node.getAttribute("lang");
    if (own !== null && own !== lang) return;
    for (const child of node.childNodes) {
      if (child.nodeType === 1) walk(child as Element);
      // Addresses and what has no words say the same in every language.
      else if (
        child.nodeType === 3 &&
        !/^[^\p{L}]*$|^(https:|[\w.-]+\.[a-z]{2,}$)/u.test(child.textContent ?? "")
      )
        texts.add(wordsOf(child.textContent ?? ""));
    }
  };
  walk(document.body);
  return texts;
}

/** A text without the numbers, hosts and signs before and behind its words. */
function wordsOf(text: string): string {
  return plain(text)
    .replace(/%[dy]|\d{4}\/\d{4}\(COD\)?|[\w.-]+\.[a-z]{2,}$/g, "")
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
}
