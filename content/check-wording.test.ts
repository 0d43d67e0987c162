import { expect, test } from "vitest";
import { checkWording } from "./check-wording.ts";
import { expectFaults, site } from "./testing.ts";
import { versionOf } from "./version-of.mjs";

const home = "content/de/pages/home.mdx";

function german() {
  const copy = site();
  copy.addLanguage("de");
  return copy;
}

test("a translation that says the same has no fault", () => {
  expect(checkWording(german().content())).toEqual([]);
});

test("a paragraph that is missing is told with the place where it should stand", () => {
  const copy = german();
  copy.change(home, /\n## What this is about\n/, "\n");
  expectFaults(checkWording(copy.content()), {
    file: home,
    line: copy.lineOf(home, "In 2022 the"),
    what: "text",
    reason: /here stands <p> “In 2022 .*”, and in content\/en\/pages\/home\.mdx <h2> “What this is about”/,
    remedy: /the same headings, paragraphs, lists and components/,
  });
});

test("a paragraph too many is told", () => {
  const copy = german();
  copy.append(home, "\nOne more.\n");
  expect(checkWording(copy.content()).map(({ reason }) => reason)).toEqual([
    expect.stringMatching(/here stands <p> “One more\.”, and in .* nothing more/),
  ]);
});

test("a link that leads elsewhere is told, and one to the translation's own heading is not", () => {
  const copy = german();
  const act = "content/de/pages/act.mdx";
  copy.change(act, "(#choose-your-country)", "(#ihr-land)");
  copy.change(act, "## Choose your country", "## Ihr Land");
  copy.change(act, '<EuLink to="libe">', '<EuLink to="oeil">');
  expectFaults(checkWording(copy.content()), {
    file: act,
    line: copy.lineOf(act, '<EuLink to="oeil">'),
    what: "links",
    reason: /its links lead to oeil oeil, in content\/en\/pages\/act\.mdx to libe oeil/,
    remedy: /the same links/,
  });
});

test("a term must be translated as agreed wherever English has it", () => {
  const copy = german();
  copy.change("content/de/glossary.yaml", "- end-to-end encrypt*", "- Ende-zu-Ende-Verschlüssel*");
  copy.change(
    "content/de/glossary.yaml",
    "term: end-to-end encryption",
    "term: Ende-zu-Ende-Verschlüsselung",
  );
  const before = checkWording(copy.content());
  expect(
    before.every(({ reason }) => /no form of “Ende-zu-Ende-Verschlüsselung” stands here/.test(reason)),
  ).toBe(true);
  const places = (faults: typeof before) => new Set(faults.map(({ file, what }) => `${file} ${what}`));
  expect(places(before)).toContain("content/de/pages/act.mdx text");
  const statement = "content/de/statements/joint-statement-may-2024.mdx";
  expect(places(before)).toContain(`${statement} description`);
  // In other letters and with another ending.
  copy.change(
    statement,
    "principle of end-to-end encryption",
    "principle of ENDE-ZU-ENDE-verschlüsselter text",
  );
  expect(checkWording(copy.content()).length).toBe(before.length - 1);
});

test("a term in the interface, the petition and the timeline is told with its own line", () => {
  const copy = german();
  copy.change("content/de/glossary.yaml", "- petition*", "- Bittschrift*");
  copy.change("content/de/glossary.yaml", "term: petition", "term: Bittschrift");
  const faults = copy.faults().filter(({ what }) => /^(action\.closed|title)$/.test(what));
  expect(faults.map(({ file, line }) => `${file}:${line}`).sort()).toEqual([
    `content/de/interface.json:${copy.lineOf("content/de/interface.json", '"action.closed"')}`,
    `content/de/petition.yaml:${copy.lineOf("content/de/petition.yaml", "title:")}`,
  ]);
});

test.each([
  ["trilogue:\n  term: trilogue\n", "", "trilogue", /the term is missing/],
  [
    "trilogue:\n  term: trilogue\n",
    "trilogue:\n  term: Trilog\n  forms: [Dreier]\n",
    "trilogue",
    /none of its forms matches “Trilog”/,
  ],
  ["trilogue:\n", "trilog:\n  term: Trilog\ntrilogue:\n", "trilog", /the English glossary has no such term/],
])("a glossary that has %j as %j is refused", (from, to, what, reason) => {
  const copy = german();
  copy.change("content/de/glossary.yaml", from, to);
  expect(copy.faults()).toMatchObject([{ what, reason: expect.stringMatching(reason), level: "error" }]);
});

test("an original that has changed is told only once, by its version", () => {
  const copy = german();
  const before = versionOf(copy.text("content/en/pages/about.mdx"));
  copy.change("content/en/pages/about.mdx", "Who runs this site", "Who keeps this site");
  expect(versionOf(copy.text("content/en/pages/about.mdx"))).not.toBe(before);
  expect(copy.faults().map(({ what, level }) => `${level} ${what}`)).toEqual(["warning original"]);
  expect(versionOf("a\r\nb")).toBe(versionOf("a\nb"));
});
