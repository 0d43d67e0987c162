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
    Object.entries(english).flatMap(([key, entry]) => {
      const agreed = glossary[key];
      if (!agreed || !contains(original, entry) || contains(text, agreed)) return [];
      const reason = `the English text says “${entry.term}”, and no form of “${agreed.term}” stands here.`;
      return [
        error(file, line, what, reason, `Use the term, or add a form to content/${lang}/glossary.yaml.`),
      ];
    }),
  );
}

/** Whether a text contains one of the forms of a term; addresses within it do not count. */
function contains(text: string, { term, forms = [term] }: Glossary[string]): boolean {
  const words = text.replace(/https:\S+/g, "");
  return forms.some((form) => patternOf(form).test(words));
}

const patterns = new Map<string, RegExp>();

/** A form as a pattern: a star stands for any further letters, a space for any white space. */
function patternOf(form: string): RegExp {
  const known = patterns.get(form);
  if (known) return known;
  const source = form
    .trim()
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", "\\p{L}*")
    .replace(/\s+/g, "\\s+");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, "iu");
  patterns.set(form, pattern);
  return pattern;
}
