import { readFileSync } from "node:fs";
import { expect, type Locator, test } from "@playwright/test";
import { article, plain, statement } from "./site.ts";

/** The texts as their authors published them. */
const articleSeed = readFileSync("e2e/seeds/article.md", "utf8");
const statementSeed = readFileSync("e2e/seeds/statement-and-petition.txt", "utf8");

test("the article is published to the letter", async ({ page }) => {
  await page.goto(article);
  const shown = await blocks(page.getByRole("article"));
  const body = articleSeed.split(/^---$/m)[2]!;
  const wanted = body
    .split(/\n+/)
    .map((line) => plain(line.replace(/^#+ /, "").replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")))
    .filter(Boolean);
  expect(wanted.length).toBeGreaterThan(10);
  // The title, then every paragraph and heading in the order of the seed, nothing in between.
  expect(shown.slice(0, 1)).toEqual(wanted.slice(0, 1));
  expect(shown.slice(1)).toEqual(wanted.slice(1));
});

test("the article's links lead where its authors meant them to", async ({ page }) => {
  await page.goto(article);
  const wanted = [...articleSeed.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, text, href]) => ({
    text,
    href,
  }));
  expect(wanted.length).toBe(5);
  const shown = await page
    .getByRole("article")
    .locator("p a")
    .evaluateAll((links) =>
      links.map((link) => ({ text: link.textContent, href: link.getAttribute("href") })),
    );
  expect(shown.slice(0, wanted.length)).toEqual(wanted);
});

test("the statement and the appeal are published to the letter, with one slip corrected", async ({
  page,
}) => {
  expect(statementSeed).toContain("\nTChild sexual abuse");
  await page.goto(statement);
  const shown = (await blocks(page.getByRole("article"))).map((text) => text.replace(/^- /, ""));
  const wanted = statementSeed
    .replace("\nTChild sexual abuse", "\nChild sexual abuse")
    .split("\n")
    .map((line) => plain(line.replace(/^- /, "")))
    .filter(Boolean);
  expect(wanted.length).toBe(9);
  for (const text of wanted) {
    expect(
      shown.filter((block) => block === text),
      `“${text.slice(0, 60)}…” once`,
    ).toHaveLength(1);
  }
  // The statement's own paragraphs stand together and in their order, and so does the appeal.
  expect(follow(shown, wanted.slice(6))).toBe(true);
  expect(follow(shown, wanted.slice(0, 5))).toBe(true);
});

test("the petition's address in the appeal is a link", async ({ page }) => {
  await page.goto(statement);
  const address = /https:\/\/actionnetwork\S+/.exec(statementSeed)![0];
  await expect(page.getByRole("link", { name: address, exact: true })).toHaveAttribute("href", address);
});

/** The headings, paragraphs and list items of a text, without what the site adds around it. */
async function blocks(text: Locator): Promise<string[]> {
  const all = await text
    .locator("h1, h2, h3, p, li")
    .evaluateAll((elements) =>
      elements
        .filter((element) => !element.closest("aside, time, section, nav") && !element.querySelector("time"))
        .map((element) => element.textContent ?? ""),
    );
  const sourceNote = await text.locator(":scope > p").allTextContents();
  return all.filter((block) => !sourceNote.includes(block)).map(plain);
}

function follow(all: string[], part: string[]): boolean {
  const start = all.indexOf(part[0]!);
  return part.every((text, index) => all[start + index] === text);
}
