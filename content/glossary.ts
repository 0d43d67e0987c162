import { error, type Fault, quote } from "./fault.ts";
import type { Yaml } from "./front-matter.ts";
import type { Glossary } from "./schema.ts";

/** A text in English and in another language, and where a fault of the second is told. */
export type Pair = { english: string; text: string; file: string; line: number; what: string };

/** A language's terms that English does not have, or that it lacks. */
export function checkGlossary(glossary: Glossary, english: Glossary, lang: string, yaml: Yaml): Fault[] {
  const file = `content/${lang}/glossary.yaml`;
  const missing = Object.keys(english)
    .filter((key) => !Object.hasOwn(glossary, key))
    .map((key) =>
      error(file, 1, key, "the term is missing.", `Add it, with the term for “${english[key]?.term}”.`),
    );
  const more = Object.keys(glossary)
    .filter((key) => !Object.hasOwn(english, key))
    .map((key) =>
      error(
        file,
        yaml.lineOf([key]),
        key,
        "the English glossary has no such term.",
        "Remove it, or add it there.",
      ),
    );
  const strange = Object.entries(glossary)
    .filter(([, entry]) => !contains(entry.term, entry))
    .map(([key, { term }]) =>
      error(
        file,
        yaml.lineOf([key]),
        key,
        `none of its forms matches ${quote(term)}.`,
        "Add the term to them.",
      ),
    );
  return [...missing, ...more, ...strange];
}

/** Where an English text has a term and its translation has none of the forms agreed for it. */
export function checkTerms(pairs: Pair[], glossary: Glossary, english: Glossary, lang: string): Fault[] {
  return pairs.flatMap(({ english: original, text, file, line, what }) =>
    termsIn(original, english).flatMap((key) => {
      const agreed = glossary[key];
      if (!agreed || contains(text, agreed)) return [];
      const reason = `the English text says “${english[key]?.term}”, and no form of “${agreed.term}” stands here.`;
      return [
        error(file, line, what, reason, `Use the term, or add a form to content/${lang}/glossary.yaml.`),
      ];
    }),
  );
}

const found = new WeakMap<Glossary, Map<string, string[]>>();

/** The keys of the terms that a text has. Every language asks about the same English texts. */
function termsIn(text: string, glossary: Glossary): string[] {
  const known = found.get(glossary) ?? new Map<string, string[]>();
  found.set(glossary, known);
  const keys = known.get(text) ?? Object.keys(glossary).filter((key) => contains(text, glossary[key]));
  known.set(text, keys);
  return keys;
}

/** Whether a text contains one of the forms of a term; addresses within it do not count. */
function contains(text: string, entry: Glossary[string] | undefined): boolean {
  return entry !== undefined && patternOf(entry).test(text.replace(/https:\S+/g, ""));
}

const patterns = new WeakMap<Glossary[string], RegExp>();

/** The forms of a term as a pattern: a star stands for any further letters, a space for any white space. */
function patternOf(entry: Glossary[string]): RegExp {
  const known = patterns.get(entry);
  if (known) return known;
  const forms = (entry.forms ?? [entry.term]).map((form) =>
    form
      .trim()
      .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", "\\p{L}*")
      .replace(/\s+/g, "\\s+"),
  );
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "iu");
  patterns.set(entry, pattern);
  return pattern;
}
