import { defaultLanguage } from "./address.ts";
import { isOverdue, isStale } from "./dates.ts";
import { error, type Fault, quote, warning } from "./fault.ts";
import type { Yaml } from "./front-matter.ts";
import type { Links, Petition, PetitionText, Site, Timeline, TimelineText } from "./schema.ts";
import { daysUntil, renewWithin } from "./security-text.ts";

/** A petition that is not open, or that will close by itself, needs words on what came of it and what to do instead. */
export function checkEnding(petition: Petition, text: PetitionText, lang: string): Fault[] {
  const { state, closedOn } = petition;
  const willClose = (state === "open" || state === "paused") && closedOn !== undefined;
  if (state === "open" && !willClose) return [];
  const needed = state === "paused" && !willClose ? (["instead"] as const) : (["result", "instead"] as const);
  // In another language the page says by itself that the petition has ended.
  const unsaid = (field: (typeof needed)[number]) =>
    lang === defaultLanguage && state !== "open" && !(willClose && field === "result") ? error : warning;
  const why = willClose ? `closes on ${closedOn}` : `is ${state}`;
  return needed
    .filter((field) => text[field] === undefined)
    .map((field) =>
      unsaid(field)(
        `content/${lang}/petition.yaml`,
        1,
        field,
        `it is missing, but content/petition.yaml says that the petition ${why}.`,
        `Add a line ${field}: with one or two sentences.`,
      ),
    );
}

/** Petition and signatories name a statement that exists. Takes the file's name and whether there is one. */
export function checkStatement(
  name: "petition" | "signatories",
  data: { value: { statement: string }; yaml: Yaml },
  isStatement: (address: string) => boolean,
): Fault[] {
  const { statement } = data.value;
  if (isStatement(statement)) return [];
  const reason = `there is no statement at ${quote(statement)}.`;
  const remedy = "Give the permalink of a statement.";
  return [error(`content/${name}.yaml`, data.yaml.lineOf(["statement"]), "statement", reason, remedy)];
}

/** Readers need somewhere to send corrections. */
export function checkContact(site: { value: Site; yaml: Yaml }): Fault[] {
  if (site.value.contact !== null) return [];
  const line = site.yaml.lineOf(["contact"]);
  const reason = "readers are told that no address is set up yet.";
  const remedy = "Give an https:// address where corrections reach you before you publish.";
  return [warning("content/site.yaml", line, "contact", reason, remedy)];
}

/** Nobody should rely on a contact for long: RFC 9116 advises less than a year, since an old one is worse than none. */
export function checkSecurityContact(site: { value: Site; yaml: Yaml }): Fault[] {
  const { securityContact, securityExpires } = site.value;
  if (securityContact === null || securityExpires === null) return [];
  const days = daysUntil(securityExpires);
  if (days > renewWithin && days < 367) return [];
  const line = site.yaml.lineOf(["securityExpires"]);
  const far = days > renewWithin ? "more than a year ahead" : `not more than ${renewWithin} days ahead`;
  const reason = `it is ${quote(securityExpires)}, ${far}.`;
  const remedy = "Check whether securityContact still holds, and give a day within a year.";
  return [warning("content/site.yaml", line, "securityExpires", reason, remedy)];
}

/** Facts that are past the day up to which they may be trusted. */
export function checkReview(
  name: "petition" | "timeline",
  data: { value: { reviewBy: string }; yaml: Yaml },
): Fault[] {
  const { reviewBy } = data.value;
  if (!isOverdue(reviewBy)) return [];
  const reason = `it was ${reviewBy}; the pages tell readers so.`;
  const remedy = "Check whether the facts still hold, and move asOf and reviewBy.";
  return [warning(`content/${name}.yaml`, data.yaml.lineOf(["reviewBy"]), "reviewBy", reason, remedy)];
}

/** Addresses of EU bodies that nobody has looked at for six months. */
export function checkLinkDates(links: { value: Links; yaml: Yaml }): Fault[] {
  return Object.entries(links.value).flatMap(([name, { checked }]) => {
    if (!isStale(checked)) return [];
    const reason = checked
      ? `it is ${quote(checked)}, more than six months ago.`
      : "nobody knows when the address was last seen.";
    const remedy = "Open the address, or run npm run check:links -- --update.";
    const line = links.yaml.lineOf([name, "checked"]);
    return [warning("content/eu-links.yaml", line, `${name}.checked`, reason, remedy)];
  });
}

/** Every event has an id of its own and happened before the timeline was checked. */
export function checkEvents(timeline: { value: Timeline; yaml: Yaml }): Fault[] {
  const ids = new Set<string>();
  return timeline.value.events.flatMap((event, index) => {
    const fault = (field: string, reason: string, remedy: string) =>
      error("content/timeline.yaml", timeline.yaml.lineOf(["events", index, field]), field, reason, remedy);
    const faults: Fault[] = [];
    if (ids.has(event.id))
      faults.push(fault("id", `${quote(event.id)} is used twice.`, "Give each event an id of its own."));
    ids.add(event.id);
    const { asOf } = timeline.value;
    if (event.date > asOf.slice(0, event.date.length)) {
      const remedy = "Correct the date, or check the timeline and move asOf.";
      faults.push(fault("date", `${quote(event.date)} is after asOf ${asOf}.`, remedy));
    }
    return faults;
  });
}

/** Every event has a text in a language, and every text an event. */
export function checkEventTexts(
  timeline: Timeline,
  text: { value: TimelineText; yaml: Yaml },
  lang: string,
): Fault[] {
  const file = `content/${lang}/timeline.yaml`;
  // English tells an event first; a page in another language says that it lacks some.
  const untold = lang === defaultLanguage ? error : warning;
  const ids = new Set(timeline.events.map((event) => event.id));
  const without = [...ids].filter((id) => !Object.hasOwn(text.value, id));
  const unknown = Object.keys(text.value).filter((id) => !ids.has(id));
  return [
    ...without.map((id) =>
      untold(file, 1, id, "the event has no text.", `Add ${id}: with a line text: below it.`),
    ),
    ...unknown.map((id) => {
      const reason = "content/timeline.yaml has no such event.";
      return error(file, text.yaml.lineOf([id]), id, reason, "Correct the id, or remove the text.");
    }),
  ];
}
