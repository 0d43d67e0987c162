import { isDate } from "./schema.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * A date in another spelling as the content wants it: "1 June 2024", "2024/6/1" and "01.06.2024" become
 * 2024-06-01, "2024-06-01 10:00 +0200" keeps its time. Gives null where it is no date, or could be two:
 * 03/04/2024 is in March for some and in April for others.
 */
export function mendDate(text: string): string | null {
  const plain = text.trim().replace(/(\d)(st|nd|rd|th)\b/i, "$1");
  const [, day = plain, time, zone] =
    /^(\S+?)[ T]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i.exec(plain) ?? [];
  const iso = dayOf(day);
  if (!iso || time === undefined || zone === undefined) return iso;
  const offset = /^(z|utc)$/i.test(zone) ? "Z" : zone.replace(/^(...):?/, "$1:");
  return `${iso}T${time.padStart(time.includes(":", 3) ? 8 : 5, "0")}${offset}`;
}

function dayOf(text: string): string | null {
  let found = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text);
  if (found) return isoDate(found[1], found[2], found[3]);
  found = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (found) return isoDate(found[3], found[2], found[1]);
  found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (found) {
    const [, first, second, year] = found;
    if (first === second || Number(first) > 12) return isoDate(year, second, first);
    return Number(second) > 12 ? isoDate(year, first, second) : null;
  }
  found = /^(\d{1,2})\.? (?:of )?([a-z]{3,9})\.?,? (\d{4})$/i.exec(text);
  if (found) return isoDate(found[3], monthOf(found[2]), found[1]);
  found = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  return found && isoDate(found[3], monthOf(found[1]), found[2]);
}

function monthOf(name = ""): string {
  const full = "january february march april may june july august september october november december sept";
  const isMonth = full.split(" ").includes(name.toLowerCase()) || months.includes(name.toLowerCase());
  return isMonth ? String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1) : "";
}

function isoDate(year = "", month = "", day?: string): string | null {
  const parts = [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, "0"));
  const date = parts.join("-");
  return isDate(date, parts.length === 3 ? 3 : 2) ? date : null;
}
