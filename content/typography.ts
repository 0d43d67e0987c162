/** What the typography of each language keeps together that a line could otherwise end between. */

const space = "\u00a0";
const narrow = "\u202f";

type Rule = [pattern: RegExp, replacement: string];

// A number and its sign, in every language that puts a space between them.
const number: Rule[] = [[/(\d) (?=%)/g, `$1${space}`]];

// A line does not end with a preposition or conjunction of one letter.
const single = (letters: string): Rule => [
  new RegExp(`(?<![\\p{L}\\p{N}])([${letters}]) (?=[\\p{L}\\p{N}])`, "giu"),
  `$1${space}`,
];

const rules: Record<string, Rule[]> = {
  // Imprimerie nationale: a narrow space before ; ! ?, a full one before : and within « ».
  fr: [
    [/[ \u00a0\u202f]?([;!?])(?=[\s\u00a0»)”]|$)/g, `${narrow}$1`],
    [/ :(?=\s|$)/g, `${space}:`],
    [/« /g, `«${space}`],
    [/ »/g, `${space}»`],
  ],
  cs: [single("kosuvzai")],
  pl: [single("aiouwz")],
  sk: [single("kosuvzai")],
};

/** A text of a language with the spaces that may not break; takes plain text and gives it. */
export function typeset(text: string, lang: string): string {
  return [...number, ...(rules[lang] ?? [])].reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  );
}

/** The same for every text in a piece of data. */
export function typesetAll<T>(data: T, lang: string): T {
  if (typeof data === "string") return typeset(data, lang) as T;
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typesetAll(value, lang)])) as T;
}
