import { intlLocale } from "./locale.ts";

/** The day of the build, in UTC; SITE_TODAY sets another one, for tests and repeatable builds. */
export function today(): string {
  return process.env.SITE_TODAY || new Date().toISOString().slice(0, 10);
}

/** Whether a claim that may be trusted up to and including `reviewBy` is past that day. */
export function isOverdue(reviewBy: string, day = today()): boolean {
  return day > reviewBy;
}

/**
 * Whether something known for a day, month or year was known more than six months before `day`, or nobody
 * knows when. Of a month or year the first day counts, so that nothing passes for fresher than it is.
 */
export function isStale(known: string | null, day = today()): boolean {
  if (known === null) return true;
  const limit = new Date(known);
  limit.setUTCMonth(limit.getUTCMonth() + 6);
  return day > limit.toISOString().slice(0, 10);
}

/** A day ("2024-06-01"), month ("2024-06") or year in the words of a language: "1 June 2024", "June 2024". */
export function formatDate(date: string, lang: string): string {
  return dateFormat(lang, {
    ...(date.length > 7 && { day: "numeric" }),
    ...(date.length > 4 && { month: "long" }),
    year: "numeric",
  }).format(new Date(date));
}

/** How a day is written in each month of the year, with %d and %y for day and year: "%d June %y". */
export function dayPatterns(lang: string): string[] {
  const format = dateFormat(lang, { day: "numeric", month: "long", year: "numeric" });
  return Array.from({ length: 12 }, (_, month) =>
    format
      .formatToParts(new Date(Date.UTC(2000, month, 1)))
      .map(({ type, value }) => (type === "day" ? "%d" : type === "year" ? "%y" : value))
      .join(""),
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each use: a format costs a hundred times what it takes to use one. */
function dateFormat(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${Object.keys(options).join()}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(intlLocale(lang), { ...options, timeZone: "UTC" });
  formats.set(key, made);
  return made;
}

/** A date as feeds and meta tags want it, with time and zone; days begin at midnight UTC. */
export function isoDateTime(date: string): string {
  return new Date(date).toISOString();
}
