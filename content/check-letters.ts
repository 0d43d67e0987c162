import { isStale } from "./dates.ts";
import { error, type Fault, quote, warning } from "./fault.ts";
import type { Yaml } from "./front-matter.ts";
import { gaps, letterLanguages } from "./letter.ts";
import type { Country, LetterText } from "./schema.ts";

/** How many members the Parliament of 2024 to 2029 has, and of how many countries. */
const union = { countries: 27, members: 720 };

/** A country's file as read; without a value where it is broken, which has been told already. */
type CountryFile = { file: string; value?: Country; yaml?: Yaml };

/** Faults between the country files, and between them and the letters. Takes the names of all content files. */
export function checkCountries(read: CountryFile[], files: Set<string>): Fault[] {
  const sound = read.flatMap(({ file, value, yaml }) => (value && yaml ? [{ file, value, yaml }] : []));
  const faults = sound.flatMap((country) => checkCountry(country, files));
  if (read.length !== union.countries) {
    const reason = `there are ${read.length} files for ${union.countries} countries.`;
    faults.push(error("content/countries", 1, "files", reason, "Keep one file for each member state."));
  }
  const members = sound.reduce((sum, { value }) => sum + value.members, 0);
  if (sound.length === union.countries && members !== union.members) {
    const reason = `the seats of all countries sum to ${members}, and the Parliament has ${union.members}.`;
    faults.push(error("content/countries", 1, "members", reason, "Correct the country that is wrong."));
  }
  return faults;
}

function checkCountry({ file, value, yaml }: Required<CountryFile>, files: Set<string>): Fault[] {
  const faults: Fault[] = [];
  const refuse = (path: (string | number)[], reason: string, remedy: string) =>
    faults.push(error(file, yaml.lineOf(path), path.join("."), reason, remedy));
  const expected = `content/countries/${value.code.toLowerCase()}.yaml`;
  if (file !== expected) {
    refuse(["code"], `it is ${quote(value.code)}.`, `Correct it, or name the file ${expected}.`);
  }
  const directory = value.directory.url && new URL(value.directory.url).searchParams.get("countryCode");
  if (directory !== null && directory !== value.code) {
    const reason = `it leads to the members for ${quote(directory)}.`;
    refuse(["directory", "url"], reason, `End it with countryCode=${value.code}.`);
  }
  for (const lang of letterLanguages(value)) {
    if (!files.has(`${lang}/letter.yaml`)) {
      const reason = `there is no letter in ${quote(lang)}.`;
      refuse(["languages"], reason, `Write content/${lang}/letter.yaml, from the English one.`);
    }
  }
  for (const { path, checked } of linksOf(value)) {
    if (!isStale(checked)) continue;
    const reason = checked
      ? `it is ${quote(checked)}, more than six months ago.`
      : "nobody knows when the address was last seen.";
    const remedy = "Open the address, or run npm run check:links -- --update.";
    faults.push(
      warning(file, yaml.lineOf([...path, "checked"]), [...path, "checked"].join("."), reason, remedy),
    );
  }
  return faults;
}

/** The links of a country that have an address, each with its place in the file. */
export function linksOf(
  country: Country,
): { path: (string | number)[]; url: string; checked: string | null }[] {
  return [
    { path: ["representation"], link: country.representation },
    ...country.ministries.map((link, index) => ({ path: ["ministries", index], link })),
    { path: ["parliament"], link: country.parliament },
    { path: ["directory"], link: country.directory },
  ].flatMap(({ path, link: { url, checked } }) => (url === null ? [] : [{ path, url, checked }]));
}

/** Square brackets outside the three gaps: a reader could not tell what is to be filled in. */
export function checkLetter(letter: LetterText, yaml: Yaml, file: string): Fault[] {
  const faults: Fault[] = [];
  const walk = (value: unknown, path: string[]): void => {
    if (typeof value === "string") {
      if (!/[[\]]/.test(value) || (gaps as readonly string[]).includes(path.join())) return;
      const reason = "square brackets mark what the reader fills in; here there is nothing to fill.";
      faults.push(error(file, yaml.lineOf(path), path.join("."), reason, "Write it without them."));
    } else {
      for (const [key, inner] of Object.entries(value as object)) walk(inner, [...path, key]);
    }
  };
  walk(letter, []);
  return faults;
}
