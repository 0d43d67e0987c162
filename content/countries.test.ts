import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { isStale } from "./dates.ts";
import { root } from "./files.ts";
import { readContent } from "./index.ts";
import { countryName, languageName } from "./names.ts";

const { content, faults } = readContent(root);
const countries = [...content!.countries.values()];

// https://european-union.europa.eu: the official languages of each member state among the 24 of the EU.
const official: Record<string, string> = {
  ...{ AT: "de", BE: "nl fr de", BG: "bg", HR: "hr", CY: "el", CZ: "cs", DK: "da", EE: "et", FI: "fi sv" },
  ...{ FR: "fr", DE: "de", GR: "el", HU: "hu", IE: "ga en", IT: "it", LV: "lv", LT: "lt", LU: "fr de" },
  ...{ MT: "mt en", NL: "nl", PL: "pl", PT: "pt", RO: "ro", SK: "sk", SI: "sl", ES: "es", SE: "sv" },
};

test("27 countries send 720 members, and speak their official languages", () => {
  expect(faults.filter(({ level }) => level === "error")).toEqual([]);
  expect(Object.fromEntries(countries.map(({ code, languages }) => [code, languages.join(" ")]))).toEqual(
    official,
  );
  expect(countries.reduce((sum, { members }) => sum + members, 0)).toBe(720);
});

test("all 24 languages have a name of their own, and every country has one in each", () => {
  for (const lang of content!.letters.keys()) {
    expect(languageName(lang, lang)).not.toBe(lang);
    for (const { code } of countries) expect(countryName(code, lang)).not.toBe(code);
  }
  expect(() => countryName("ZZZ", "en")).toThrow();
});

test.each(countries)(
  "every link of $code is https, with a check date and how well it is known",
  (country) => {
    for (const link of [
      country.representation,
      ...country.ministries,
      country.parliament,
      country.directory,
    ]) {
      expect(link.evidence === "unconfirmed").toBe(link.url === null);
      if (link.url) expect(new URL(link.url).protocol).toBe("https:");
      if (link.checked) expect(link.checked).toMatch(/^20\d\d(-\d\d){0,2}$/);
      expect(Object.keys(link)).toContain("checked");
    }
    const directory = new URL(country.directory.url!);
    expect(directory.host).toBe("www.europarl.europa.eu");
    expect(directory.searchParams.get("countryCode")).toBe(country.code);
  },
);

test("the directory knows Greece as GR", () => {
  expect(content!.countries.get("GR")!.directory.url).toMatch(/countryCode=GR$/);
});

test("no file names a person or an e-mail address", () => {
  for (const { code } of countries) {
    expect(readFileSync(`content/countries/${code.toLowerCase()}.yaml`, "utf8")).not.toMatch(
      /@|mailto:|\bMr\b|\bMs\b/,
    );
  }
});

test("six months make a check date stale; of a month or year the first day counts", () => {
  expect(isStale("2026-05-22", "2026-11-22")).toBe(false);
  expect(isStale("2026-05-21", "2026-11-22")).toBe(true);
  expect(isStale("2026-06", "2026-11-22")).toBe(false);
  expect(isStale("2026-05", "2026-11-22")).toBe(true);
  expect(isStale("2026", "2026-11-22")).toBe(true);
  expect(isStale(null, "2026-11-22")).toBe(true);
});

const broken: [string, string, (text: string) => string, RegExp][] = [
  [
    "a file of another name",
    "de",
    (text) => text.replace("code: DE", "code: DK"),
    /de\.yaml:1: error: code: it is “DK”/,
  ],
  ["a wrong number of seats", "de", (text) => text.replace("96", "95"), /sum to 719/],
  [
    "the directory of another country",
    "gr",
    (text) => text.replace("countryCode=GR", "countryCode=EL"),
    /gr\.yaml:\d+: error: directory\.url: it leads to the members for “EL”/,
  ],
  [
    "a language without a letter",
    "lu",
    (text) => text.replace("  - fr\n", "  - fr\n  - lb\n"),
    /lu\.yaml:2: error: languages: there is no letter in “lb”/,
  ],
  [
    "an address that is not confirmed",
    "cy",
    (text) => text.replace("url: null", "url: https://x.eu/"),
    /url must be null/,
  ],
  [
    "http",
    "at",
    (text) => text.replace("https:", "http:"),
    /at\.yaml:\d+: error: representation\.url: .*https:\/\//,
  ],
  [
    "an old check date",
    "at",
    (text) => text.replace(/checked: .*/, "checked: 2020-01-31"),
    /at\.yaml:\d+: warning: .*2020-01-31/,
  ],
];

test.each(broken)("%s is told with file and line", (_, code, change, says) => {
  expect(faultsAfter(`countries/${code}.yaml`, change)).toMatch(says);
});

test.each([
  [
    "a square bracket outside the gaps",
    (text: string) => text.replace("crime", "[crime]"),
    /letter\.yaml:\d+: error: concern: square/,
  ],
  [
    "a gap without brackets",
    (text: string) => text.replace('"[Your name]"', "Your name"),
    /error: name: .*square brackets/,
  ],
  [
    "a missing point",
    (text: string) => text.replace(/ {2}photos:\n.*\n.*\n/, ""),
    /error: points\.photos: it is missing/,
  ],
])("in a letter, %s is told with file and line", (_, change, says) => {
  expect(faultsAfter("en/letter.yaml", change)).toMatch(says);
});

test("a missing country is told", () => {
  expect(faultsAfter("countries/mt.yaml", null)).toMatch(/26 files for 27 countries/);
});

/** The faults of a copy of the content in which one file is changed, or removed. */
function faultsAfter(file: string, change: ((text: string) => string) | null): string {
  const copy = mkdtempSync(path.join(tmpdir(), "content-"));
  try {
    cpSync(root.content, copy, { recursive: true });
    const full = path.join(copy, file);
    const before = readFileSync(full, "utf8");
    if (change) {
      expect(change(before)).not.toBe(before);
      writeFileSync(full, change(before));
    } else rmSync(full);
    const { faults } = readContent({ content: copy, public: root.public });
    return faults.map((f) => `${f.file}:${f.line}: ${f.level}: ${f.what}: ${f.reason}`).join("\n");
  } finally {
    rmSync(copy, { recursive: true });
  }
}
