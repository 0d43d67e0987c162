/** The day of the build, in UTC; SITE_TODAY sets another one, for tests and repeatable builds. */
export function today(): string {
  return process.env.SITE_TODAY || new Date().toISOString().slice(0, 10);
}

/** Whether a claim that may be trusted up to and including `reviewBy` is past that day. */
export function isOverdue(reviewBy: string, day = today()): boolean {
  return day > reviewBy;
}

/** A day ("2024-06-01") or month ("2024-06") in the words of a language: "1 June 2024", "June 2024". */
export function formatDate(date: string, lang: string): string {
  const isMonth = date.length === 7;
  return formatter(lang, isMonth).format(new Date(isMonth ? `${date}-01T00:00:00Z` : date));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Made once: a formatter costs a hundred times what it takes to use one. */
function formatter(lang: string, isMonth: boolean): Intl.DateTimeFormat {
  const key = `${lang} ${isMonth}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {
      ...(!isMonth && { day: "numeric" }),
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
  formatters.set(key, made);
  return made;
}

/** A date as feeds and meta tags want it, with time and zone; days begin at midnight UTC. */
export function isoDateTime(date: string): string {
  return new Date(date).toISOString();
}
