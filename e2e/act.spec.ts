import { expect, type Page, test } from "@playwright/test";
import { countryPermalink } from "../content/address.ts";
import { formatDate } from "../content/dates.ts";
import { letterLanguages, points, readyPoints, recipients } from "../content/letter.ts";
import { countryName, languageName, languageNames } from "../content/names.ts";
import { caughtMail, countries, decodeMail, letter, letterIn } from "./letters.ts";
import { sitemapPaths, t } from "./site.ts";

const named = (code: string) => countryName(code, "en");
const country = (code: string) => countries.get(code)!;

test("/act leads to every member state, in the order of their names", async ({ page, request }) => {
  await page.goto("/act");
  const links = page.getByRole("navigation", { name: t("act.countries") }).getByRole("link");
  const names = [...countries.keys()].map(named).sort(new Intl.Collator("en").compare);
  await expect(links).toHaveText(names);
  const known = await sitemapPaths(request);
  for (const code of countries.keys()) {
    const path = countryPermalink(code);
    expect(known).toContain(path);
    await expect(links.filter({ hasText: named(code) })).toHaveAttribute("href", path);
  }
});

test("/act says for which day it holds, and names its sources", async ({ page }) => {
  await page.goto("/act");
  const main = page.getByRole("main");
  await expect(main).toContainText(/As of \d+ \w+ \d{4}|last checked on/);
  for (const word of ["COREPER", "LIBE", "55 %", "65 %", "35 %", "abstention", "trilogue"]) {
    await expect(main).toContainText(word);
  }
  await expect(main.locator('a[href*="consilium.europa.eu"]').first()).toBeVisible();
});

for (const [from, to] of [
  ["/act/DE", "/act/de"],
  ["/Act/de", "/act/de"],
  ["/act/gr/", "/act/gr"],
  ["/en/act/gr", "/act/gr"],
]) {
  test(`${from} leads to ${to} for good`, async ({ request }) => {
    const response = await request.get(`${from}?a=b`, { maxRedirects: 0 });
    expect(response.status()).toBe(308);
    expect(response.headers().location).toBe(`${to}?a=b`);
  });
}

for (const [code, languages] of Object.entries({
  BE: ["nl", "fr", "de"],
  FI: ["fi", "sv"],
  IE: ["ga", "en"],
  LU: ["fr", "de"],
  MT: ["mt", "en"],
  CY: ["el"],
})) {
  test(`from /act to ${named(code)}: the right bodies and languages`, async ({ page, javaScriptEnabled }) => {
    await page.goto("/act");
    await page.getByRole("link", { name: named(code), exact: true }).click();
    await expect(page).toHaveURL(countryPermalink(code));
    const { representation, ministries, parliament, members } = country(code);
    for (const language of languages) {
      const own = countryName(code, language);
      if (own !== named(code))
        await expect(page.locator(`span[lang="${language}"]`, { hasText: own }).first()).toBeVisible();
    }
    const council = page.getByRole("region", { name: t("country.council") });
    for (const body of [representation, ...ministries]) {
      for (const [lang, name] of Object.entries(body.name)) {
        await expect(council.locator(`[lang="${lang}"]`, { hasText: name })).toBeVisible();
      }
      if (body.url) await expect(council.locator(`a[href="${body.url}"]`)).toHaveCount(1);
    }
    const european = page.getByRole("region", { name: t("country.parliament"), exact: true });
    await expect(european).toContainText(`${members} of the 720 members`);
    await expect(european.getByRole("link")).toHaveAttribute("href", new RegExp(`countryCode=${code}$`));
    await expect(page.getByRole("region", { name: t("country.national") }).getByRole("link")).toHaveAttribute(
      "href",
      parliament.url!,
    );
    const expected = [...new Set([...languages, "en"])];
    if (javaScriptEnabled) {
      const options = page.getByLabel(t("form.language")).getByRole("option");
      // They are there once the script has shown the form.
      await expect(options).toHaveCount(expected.length);
      expect(
        await options.evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value)),
      ).toEqual(expected);
    } else {
      const headings = expected.map((lang) => t("letter.ready", { language: languageName(lang, "en") }));
      await expect(page.getByRole("heading", { level: 3 }).filter({ hasText: /Letter in/ })).toHaveText(
        headings,
      );
    }
  });
}

test("each address says how it is known and since when; an old one stands out", async ({ page }) => {
  await page.goto("/act/be");
  const council = page.getByRole("region", { name: t("country.council") });
  const [interior, justice] = country("BE").ministries;
  const item = (url: string) =>
    council.getByRole("listitem").filter({ has: page.locator(`a[href="${url}"]`) });
  expect(interior!.checked).toBeTruthy();
  await expect(item(interior!.url!)).toContainText(
    t("link.seen", { date: formatDate(interior!.checked!, "en") }),
  );
  await expect(item(justice!.url!)).toContainText(t("link.undated"));
  await expect(item(justice!.url!)).toContainText(t("link.stale"));
  await page.goto("/act/cy");
  await expect(council.getByRole("listitem").filter({ hasText: t("link.unknown") })).toContainText(
    country("CY").representation.english,
  );
  await expect(council.getByText(t("link.unknown"))).toHaveCount(1);
});

test("a country's page has a title, a description and a way back of its own", async ({ page }) => {
  await page.goto("/act/be");
  await expect(page).toHaveTitle(new RegExp(`^${t("country.title", { country: "Belgium" })}`));
  const languages = languageNames(letterLanguages(country("BE")), "en");
  await expect(page.locator('meta[name="description"]')).toHaveAttribute(
    "content",
    t("country.description", { country: "Belgium", languages }),
  );
  await page
    .getByRole("navigation", { name: t("country.path") })
    .getByRole("link")
    .click();
  await expect(page).toHaveURL("/act");
});

test("no page names a person's address, and no letter leads to one", async ({ request }) => {
  for (const code of countries.keys()) {
    const html = await (await request.get(countryPermalink(code))).text();
    expect(html.match(/mailto:[^?"\\]+/g), code).toBeNull();
  }
});

// Runs once, with scripts switched off, whatever the project.
test.describe("@script without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const [code, lang] of [
    ["GR", "el"],
    ["BG", "bg"],
    ["MT", "mt"],
    ["BE", "fr"],
    ["FI", "sv"],
  ] as const) {
    test(`every letter of ${named(code)} in ${languageName(lang, "en")} gets out whole`, async ({ page }) => {
      await page.goto(countryPermalink(code));
      const section = page.getByRole("region", {
        name: t("letter.ready", { language: languageName(lang, "en") }),
      });
      const { subject } = letterIn(lang);
      await expect(section).toContainText(t("letter.draft"));
      for (const recipient of recipients) {
        const box = await open(page, section, t(`letter.${recipient}`));
        const body = letter(lang, { recipient, points: readyPoints[recipient] });
        const area = box.getByRole("textbox", {
          name: t("letter.label", {
            recipient: t(`letter.${recipient}`),
            language: languageName(lang, "en"),
          }),
        });
        await expect(area).toHaveValue(body);
        await expect(area).toHaveAttribute("lang", lang);
        await expect(area).toBeEditable();
        await expect(box.getByRole("textbox", { name: t("letter.subject") })).toHaveValue(subject);
        const link = box.getByRole("link", { name: t("letter.mailto") });
        expect(await caughtMail(page, () => link.click())).toEqual({ to: [], subject, body });
        for (const way of ["gmail", "outlook"] as const) {
          const web = box.getByRole("link", { name: t(`letter.${way}`) });
          const href = (await web.getAttribute("href"))!;
          const mail = decodeMail(href);
          expect(mail.subject).toBe(subject);
          expect(mail.body === body || (lang === "el" || lang === "bg" ? mail.body === "" : false)).toBe(
            true,
          );
          if (mail.body === "") await expect(box).toContainText(t("letter.longWeb"));
          await expect(web).toHaveAttribute("rel", "noopener noreferrer");
        }
        if ((await link.getAttribute("href"))!.length > 2000)
          await expect(box).toContainText(t("letter.long"));
      }
      await open(page, section, t("letter.points", { language: languageName(lang, "en") }));
      for (const point of points)
        await expect(section.locator(`ul[lang="${lang}"]`)).toContainText(letterIn(lang).points[point].text);
    });
  }

  test("a draft leads to where corrections go", async ({ page }) => {
    await page.goto("/act/de");
    await page
      .getByRole("link", { name: t("letter.correct") })
      .first()
      .click();
    await expect(page).toHaveURL("/about#_corrections");
    await expect(page.locator("#_corrections")).toBeVisible();
  });

  test("nothing that needs JavaScript is shown", async ({ page }) => {
    await page.goto("/act/de");
    for (const button of await page.getByRole("button").all()) await expect(button).toBeHidden();
    await expect(page.getByLabel(t("form.own"))).toBeHidden();
  });

  async function open(page: Page, section: ReturnType<Page["locator"]>, summary: string) {
    const box = section.locator("details").filter({ has: page.getByText(summary, { exact: true }) });
    await box.locator("summary").click();
    return box;
  }
});
