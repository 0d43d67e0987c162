import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type Choice, readyPoints } from "../content/letter.ts";
import { wayOut } from "../content/mail.ts";
import { languageName } from "../content/names.ts";
import { caughtMail, decodeMail, letter, letterIn } from "./letters.ts";
import { sitemapPaths, t } from "./site.ts";

const own = "Ich bin Ärztin & Mutter: 100 % „Vertrauen“ + 1 Grund? #ja 💌";
const first: Choice = { recipient: "minister", points: readyPoints.minister };

test.describe("@script", () => {
  test("the form takes the place of the ready letters", async ({ page }) => {
    await page.goto("/act/de");
    await expect(text(page)).toHaveValue(letter("de", first));
    await expect(text(page)).toHaveAttribute("lang", "de");
    await expect(page.getByRole("textbox", { name: t("letter.subject"), exact: true })).toHaveValue(
      letterIn("de").subject,
    );
    await expect(page.locator("#_ready")).toBeHidden();
    await expect(page.locator("#_draft")).toBeVisible();
  });

  test("the reader's language is chosen where it is one of the country's", async ({ page }) => {
    await page.goto("/act/ie");
    await expect(page.getByLabel(t("form.language"))).toHaveValue("en");
    await expect(page.locator("#_draft")).toBeHidden();
  });

  for (const [path, lang] of [
    ["/act/gr", "el"],
    ["/act/bg", "bg"],
    ["/act/mt", "mt"],
    ["/act/be", "de"],
  ] as const) {
    test(`a whole letter in ${languageName(lang, "en")}, out by every way`, async ({ page, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const today = new Date(2026, 10, 22, 12);
      await page.clock.setFixedTime(today);
      await page.goto(path);
      await page.getByLabel(t("form.language")).selectOption(lang);
      await page.getByLabel(t("form.recipient")).selectOption("mep");
      const labels = letterIn("en").points;
      await page.getByLabel(labels.rights.label).uncheck();
      await page.getByLabel(labels.children.label).check();
      await page.getByLabel(t("form.own")).fill(own);
      await page.getByLabel(t("form.name")).fill("Zoë Ħal-Ελένη");
      await page.getByLabel(t("form.town")).fill("Кърджали");
      await page.getByLabel(t("form.to")).fill("a.b+c@example.org; d@example.org");
      const body = letter(lang, {
        recipient: "mep",
        points: ["photos", "children"],
        own,
        name: "Zoë Ħal-Ελένη",
        town: "Кърджали",
      });
      const { subject } = letterIn(lang);
      const to = ["a.b+c@example.org", "d@example.org"];
      await expect(text(page)).toHaveValue(body);

      const mail = page.getByRole("link", { name: t("letter.mailto") });
      expect(await caughtMail(page, () => mail.click())).toEqual({ to, subject, body });
      for (const way of ["gmail", "outlook"] as const) {
        const link = page.getByRole("link", { name: t(`letter.${way}`) });
        const sent = decodeMail((await link.getAttribute("href"))!);
        const tooLong = wayOut(way, { to, subject, body }).long;
        expect(sent).toEqual({ to, subject, body: tooLong ? "" : body });
        await expect(page.locator("#_long-web")).toBeVisible({ visible: tooLong });
      }
      await expect(page.locator("#_long")).toBeVisible();
      expect(
        decodeMail((await page.getByRole("link", { name: t("letter.empty") }).getAttribute("href"))!),
      ).toEqual({ to, subject, body: "" });

      await page.getByRole("button", { name: t("form.copyLetter") }).click();
      await expect(status(page)).toHaveText(t("form.copiedLetter"));
      expect(await clipboard(page)).toBe(body);
      await page.getByRole("button", { name: t("form.copySubject") }).click();
      await expect(status(page)).toHaveText(t("form.copiedSubject"));
      expect(await clipboard(page)).toBe(subject);

      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute("data-printed", "");
      });
      await page.getByRole("button", { name: t("form.print") }).click();
      await page.emulateMedia({ media: "print" });
      await expect(page.locator("html")).toHaveAttribute("data-printed", "");
      const date = new Intl.DateTimeFormat(lang, { day: "numeric", month: "long", year: "numeric" });
      const paper = await page.locator("body").innerText();
      expect(paper.replace(/\s+/g, " ").trim()).toBe(
        [date.format(today), subject, body].join(" ").replace(/\s+/g, " "),
      );
      await expect(page.locator("#_paper")).toHaveAttribute("lang", lang);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await expect(page.locator("#_paper")).toBeHidden();
    });
  }

  test("what was typed into the letter stays, whatever is chosen afterwards", async ({ page }) => {
    await page.goto("/act/be");
    await page.getByLabel(t("form.language")).selectOption("fr");
    const typed = "Mon dernier mot.";
    const body = letter("fr", first).replace(letterIn("fr").points.photos.text, "Mes photos sont à moi.");
    await text(page).fill(`${body}\n\n${typed}`);
    await page.getByRole("textbox", { name: t("letter.subject"), exact: true }).fill("Mon sujet");
    await page.getByLabel(letterIn("en").points.photos.label).uncheck();
    await page.getByLabel(letterIn("en").points.security.label).check();
    await page.getByLabel(t("form.language")).selectOption("nl");
    await page.getByLabel(t("form.recipient")).selectOption("national");
    const now = await text(page).inputValue();
    expect(now).toContain("Mes photos sont à moi.");
    expect(now).toContain(typed);
    expect(now).toContain(letterIn("nl").points.security.text);
    expect(now).toContain(letterIn("nl").salutation.national);
    await expect(page.getByRole("textbox", { name: t("letter.subject"), exact: true })).toHaveValue(
      "Mon sujet",
    );
    const mail = page.getByRole("link", { name: t("letter.mailto") });
    expect(decodeMail((await mail.getAttribute("href"))!)).toMatchObject({ subject: "Mon sujet", body: now });
  });

  test("what is missing is told once, with focus; the second time the letter goes", async ({ page }) => {
    await page.goto("/act/de");
    const mail = page.getByRole("link", { name: t("letter.mailto") });
    const alert = page.getByRole("alert").filter({ hasText: t("form.missing") });
    await expect(alert).toBeHidden();
    await mail.click();
    await expect(alert).toBeFocused();
    for (const key of ["form.missingOwn", "form.missingName", "form.missingTown"] as const) {
      await expect(alert.getByRole("link", { name: t(key) })).toBeVisible();
    }
    await alert.getByRole("link", { name: t("form.missingOwn") }).click();
    await expect(page.getByLabel(t("form.own"))).toBeFocused();
    await page.getByLabel(t("form.own")).fill(own);
    await page.getByRole("button", { name: t("form.copyLetter") }).click();
    await expect(alert).toBeFocused();
    await expect(alert.getByRole("link", { name: t("form.missingOwn") })).toBeHidden();
    const sent = await caughtMail(page, () => mail.click());
    expect(sent.body).toBe(letter("de", { ...first, own }));
    await expect(alert).toBeHidden();
  });

  test("where copying is not allowed, the text is selected and that is said", async ({ page }) => {
    await page.goto("/act/ie");
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
      document.execCommand = () => false;
    });
    await page.getByRole("button", { name: t("form.copySubject") }).click();
    await expect(status(page)).toHaveText(t("form.notCopied"));
    expect(await page.evaluate(() => String(getSelection()))).toBe(letterIn("en").subject);
  });

  test("a reload keeps what was chosen, in the address alone, and forgets what was typed", async ({
    page,
    context,
  }) => {
    await page.goto("/act/lu");
    await page.getByLabel(t("form.language")).selectOption("de");
    await page.getByLabel(t("form.recipient")).selectOption("representation");
    await page.getByLabel(letterIn("en").points.suspicion.label).check();
    await page.getByLabel(t("form.own")).fill(own);
    await page.getByLabel(t("form.name")).fill("Zoë");
    await page.getByLabel(t("form.to")).fill("a@example.org");
    const { hash } = new URL(page.url());
    expect(hash).toBe("#language=de&to=representation&points=photos.suspicion.rights");
    await page.reload();
    await expect(text(page)).toHaveValue(
      letter("de", { recipient: "representation", points: ["photos", "suspicion", "rights"] }),
    );
    await expect(page.getByLabel(t("form.name"))).toHaveValue("");
    const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    expect(stored).toEqual([0, 0, ""]);
    expect(await context.cookies()).toEqual([]);
  });

  test("an address with a made-up choice does no harm", async ({ page }) => {
    await page.goto("/act/de#language=__proto__&to=<b>&points=photos.constructor");
    await expect(text(page)).toHaveValue(letter("de", first));
  });

  test("nothing is sent while a letter is written", async ({ page }) => {
    await page.goto("/act/de", { waitUntil: "networkidle" });
    const asked: string[] = [];
    // The browser asks for the icon when it likes.
    page.on("request", (request) => request.url().includes("/icon.svg") || asked.push(request.url()));
    await page.getByLabel(t("form.own")).fill(own);
    await page.getByLabel(t("form.name")).fill("Zoë");
    await page.getByLabel(t("form.town")).fill("Bonn");
    await page.getByRole("button", { name: t("form.copyLetter") }).click();
    await expect(status(page)).not.toHaveText("");
    await page.waitForTimeout(500);
    expect(asked).toEqual([]);
  });

  test("the whole form works by keyboard alone", async ({ page }) => {
    await page.goto("/act/ie");
    await page.getByLabel(t("form.language")).focus();
    const reached: string[] = [];
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press("Tab");
      const focused = page.locator(":focus");
      reached.push(await focused.evaluate((element) => element.id || element.textContent!.trim()));
      expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe("none");
      if (reached.at(-1) === "_own") await page.keyboard.type("I am a nurse.");
      if (reached.at(-1) === "_name") await page.keyboard.type("Ada");
      if (reached.at(-1) === "_town") await page.keyboard.type("Cork");
      if (reached.at(-1) === t("form.copyLetter")) break;
    }
    expect(reached).toEqual(
      expect.arrayContaining(["_recipient", "_own", "_name", "_town", "_to", "_body", "_mailto"]),
    );
    await page.keyboard.press("Enter");
    await expect(status(page)).not.toHaveText("");
    await expect(text(page)).toHaveValue(
      letter("en", { ...first, own: "I am a nurse.", name: "Ada", town: "Cork" }),
    );
  });

  test("the script is at most 4 KB and only on the pages of countries", async ({ request }) => {
    for (const path of await sitemapPaths(request)) {
      const html = await (await request.get(path)).text();
      const scripts = [...html.matchAll(/<script[^>]* src="(\/scripts\/letter-form[^"]+)"/g)].map(
        (match) => match[1]!,
      );
      expect(scripts.length, path).toBe(/^\/act\/../.test(path) ? 1 : 0);
      if (path !== "/act/be") continue;
      const script = await request.get(scripts[0]!);
      expect(script.headers()["content-type"]).toMatch(/^text\/javascript/);
      expect(gzipSync(await script.body()).length).toBeLessThanOrEqual(4096);
    }
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`no barrier that axe finds in form or ready letters, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const withForm of [true, false]) {
        if (!withForm) await page.route("**/scripts/*", (route) => route.abort());
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await page.goto("/act/be", { waitUntil: "networkidle" });
          if (withForm) await page.getByRole("link", { name: t("letter.mailto") }).click();
          else
            await page.evaluate(() => {
              for (const box of document.querySelectorAll("details")) box.open = true;
            });
          await expect(page.locator("#_form")).toBeVisible({ visible: withForm });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("; ")}`),
          ).toEqual([]);
        }
      }
    });
  }
});

function text(page: Page) {
  return page.getByLabel(t("form.letter"), { exact: true });
}

/** The form's own; the row below the form has one for its buttons. */
function status(page: Page) {
  return page.locator("#_form").getByRole("status");
}

function clipboard(page: Page) {
  return page.evaluate(() => navigator.clipboard.readText());
}
