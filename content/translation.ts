import { defaultLanguage } from "./address.ts";
import { error, type Fault, quote, warning } from "./fault.ts";
import type { Document } from "./model.ts";

/** Whether the English document has changed since a translation was made or last brought up to date. */
export function isOutdated(translation: Pick<Document, "original">, original: Pick<Document, "version">) {
  return translation.original !== original.version;
}

const fields = ["translation", "original", "translated"] as const;

/** What translations do not say of themselves, and which of them are older than their English original. */
export function checkTranslations(documents: Document[]): Fault[] {
  const english = new Map(
    documents.filter(({ lang }) => lang === defaultLanguage).map((item) => [item.permalink, item]),
  );
  return documents.flatMap((document) => {
    const original = document.lang === defaultLanguage ? undefined : english.get(document.permalink);
    const refuse = (field: string, reason: string, remedy: string, level = error) =>
      level(document.file, document.permalinkLine, field, reason, remedy);
    if (!original) {
      return fields
        .filter((field) => document[field] !== undefined)
        .map((field) =>
          refuse(field, "there is no English document that this one translates.", "Remove the line."),
        );
    }
    const missing = fields.filter((field) => document[field] === undefined);
    const lines = {
      translation: "translation: draft",
      original: `original: "${original.version}"`,
      translated: "translated: 2026-01-31, with the day of the translation",
    };
    if (missing.length > 0) {
      return missing.map((field) =>
        refuse(
          field,
          `it is missing, and ${original.file} is translated here.`,
          `Add a line ${lines[field]}`,
        ),
      );
    }
    if (!isOutdated(document, original)) return [];
    const reason = `it follows version ${quote(document.original)} of ${original.file}, which has changed since.`;
    const remedy = `Compare the two, and then write ${lines.original} and the day as translated.`;
    return [refuse("original", reason, remedy, warning)];
  });
}
