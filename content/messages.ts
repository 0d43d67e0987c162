import { IntlMessageFormat } from "intl-messageformat";
import type english from "./en/interface.json";
import { error, type Fault } from "./fault.ts";
import { intlLocale } from "./locale.ts";
import { typeset } from "./typography.ts";

/** The interface texts of one language, in ICU message syntax, by key. */
export type Messages = Record<string, string>;

type Tree = ReturnType<IntlMessageFormat["getAst"]>;

export type MessageKey = keyof typeof english;

/** Gives the text for a key, its placeholders filled; throws where a placeholder is left without a value. */
export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

/** A translator for one language. Messages are plain text; markup stays in components. */
export function translator(messages: Messages, lang: string): Translate {
  return (key, values) => {
    const message = messages[key];
    if (message === undefined) throw new Error(`content/${lang}/interface.json has no text for “${key}”.`);
    return String(formatOf(message, lang).format(values));
  };
}

const formats = new Map<string, IntlMessageFormat>();

/** Each message is parsed once: every page uses the same few dozen. */
function formatOf(message: string, lang: string): IntlMessageFormat {
  const key = `${lang} ${message}`;
  const format =
    formats.get(key) ??
    new IntlMessageFormat(typeset(message, lang), intlLocale(lang), undefined, { ignoreTag: true });
  formats.set(key, format);
  return format;
}

/**
 * Compares a language's messages with the English ones: keys, syntax and the names of placeholders.
 * `lineOf` tells where the text of a key stands in its file.
 */
export function checkMessages(
  messages: Messages,
  english: Messages,
  lang: string,
  lineOf: (path: string[]) => number,
): Fault[] {
  const file = `content/${lang}/interface.json`;
  const faults: Fault[] = [];
  for (const key of Object.keys(english)) {
    if (!Object.hasOwn(messages, key)) {
      faults.push(
        error(file, 1, key, "the text is missing.", `Add "${key}" with the translation of: ${english[key]}`),
      );
    }
  }
  for (const [key, message] of Object.entries(messages)) {
    const line = lineOf([key]);
    const original = Object.hasOwn(english, key) ? english[key] : undefined;
    if (original === undefined) {
      faults.push(
        error(file, line, key, "the English texts have no such key.", "Remove it, or correct its name."),
      );
      continue;
    }
    const tree = parsed(message, lang);
    if (typeof tree === "string") {
      faults.push(
        error(
          file,
          line,
          key,
          `it cannot be read as a message: ${tree}.`,
          "Compare its braces with the English text.",
        ),
      );
    } else if (lang !== "en") {
      const wrong = pluralFault(tree, lang);
      if (wrong) faults.push(error(file, line, key, wrong.reason, wrong.remedy));
      const names = placeholders(tree);
      const wanted = placeholdersIn(english, key);
      if (wanted && wanted.join() !== names.join()) {
        const reason = `it has the placeholders ${names.join(", ") || "(none)"}, the English text ${wanted.join(", ") || "(none)"}.`;
        faults.push(error(file, line, key, reason, "Use the same names in braces."));
      }
    }
  }
  return faults;
}

/** What is wrong with the forms of a plural: each that the language tells apart must be there, and no other. */
function pluralFault(tree: Tree, lang: string): { reason: string; remedy: string } | undefined {
  const forms = pluralForms(tree);
  if (forms.length === 0) return undefined;
  const wanted = new Set<string>(new Intl.PluralRules(lang).resolvedOptions().pluralCategories);
  for (const given of forms) {
    const missing = [...wanted].filter((form) => !given.includes(form));
    // =0 and the like name a number, which any language has.
    const more = given.filter((form) => !wanted.has(form) && !form.startsWith("="));
    if (missing.length === 0 && more.length === 0) continue;
    const reason = `its plural has the forms ${given.join(", ")}; this language has ${[...wanted].join(", ")}.`;
    return { reason, remedy: "Give each form of the language a text of its own." };
  }
  return undefined;
}

/** The names of the forms of each plural in a parsed message. */
function pluralForms(value: unknown): string[][] {
  if (Array.isArray(value)) return value.flatMap(pluralForms);
  if (value === null || typeof value !== "object" || !("options" in value)) return [];
  const { type, options } = value as { type: number; options: Record<string, { value: unknown }> };
  const inner = Object.values(options).flatMap((option) => pluralForms(option.value));
  // In the parsed message, 6 is a plural and 5 a choice between words.
  return type === 6 ? [Object.keys(options), ...inner] : inner;
}

const known = new WeakMap<Messages, Map<string, string[] | undefined>>();

/** The placeholders of an English text; undefined where it cannot be read. Every language asks for the same ones. */
function placeholdersIn(english: Messages, key: string): string[] | undefined {
  const all = known.get(english) ?? new Map<string, string[] | undefined>();
  known.set(english, all);
  if (!all.has(key)) {
    const tree = parsed(english[key] ?? "", "en");
    all.set(key, typeof tree === "string" ? undefined : placeholders(tree));
  }
  return all.get(key);
}

/** The names of the placeholders in a parsed message, in the order of the alphabet. */
function placeholders(tree: Tree): string[] {
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (value && typeof value === "object") {
      const { type, value: name, options } = value as { type?: number; value?: unknown; options?: object };
      // In the parsed message, 0 is plain text and 7 the # of a plural; everything else names a placeholder.
      if (type !== undefined && type !== 0 && type !== 7 && typeof name === "string") names.add(name);
      if (options) for (const option of Object.values(options)) walk((option as { value: unknown }).value);
    }
  };
  walk(tree);
  return [...names].sort();
}

/** A message as a tree, or what is wrong with it. */
function parsed(message: string, lang: string): Tree | string {
  try {
    return new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).getAst();
  } catch (problem) {
    return (problem as Error).message.split("\n", 1)[0] ?? "";
  }
}
