import { z } from "zod";
import { type gaps, points, recipients } from "./letter.ts";

/**
 * The fields of every content file. Each description is the sentence that an error prints: what the
 * field must be, with an example. Keys that are not listed are refused.
 */

const text = (says: string) => z.string().trim().min(1).describe(says);

const day = (what: string) =>
  z
    .string()
    .refine((value) => isDate(value, 3))
    .describe(`${what} must be a real calendar date: year-month-day, such as 2024-06-01.`);

const url = (what: string) =>
  z
    .string()
    .refine((value) => isSafeUrl(value))
    .describe(
      `${what} must be a complete address that begins with https://, without a user name or tracking.`,
    );

const confidence = z
  .enum(["high", "medium"])
  .describe("confidence must be high or medium: how well the sources confirm the event.");

export const layouts = {
  article: "layouts/article.html",
  statement: "layouts/statement.html",
  page: "layouts/page.html",
} as const;

/** What `npm run check:content -- --fix` writes where a picture has no text alternative. */
export const altGap = "TODO: say what the picture shows";

export const documentSchema = z.strictObject({
  layout: z
    .enum([layouts.article, layouts.statement, layouts.page])
    .describe(`layout must be one of ${Object.values(layouts).join(", ")}.`),
  title: text('title must be a text in quotation marks, such as "Why privacy protects children".').pipe(
    z.string().max(200),
  ),
  shortTitle: text("shortTitle must be the title in at most 80 characters, for cards and previews.")
    .pipe(z.string().max(80))
    .optional(),
  permalink: z
    .string()
    .refine(isPermalink)
    .describe(
      "permalink must be an address on this site that begins with /, in Latin letters, digits, - . _ ~, " +
        "without .., with .html at its end if it has a dot, and without a first part of two letters (those are " +
        "languages), such as /blog/20240601-title.html.",
    ),
  date: z
    .string()
    .refine((value) => isDate(value, 3) || isDateTime(value))
    .describe("date must be a real calendar date: year-month-day, such as 2024-06-01.")
    .optional(),
  updated: z
    .string()
    .refine((value) => isDate(value, 3) || isDateTime(value))
    .describe("updated must be a real calendar date: year-month-day, such as 2024-06-01.")
    .optional(),
  description: text(
    "description must be a text of one or two sentences, best 50 to 250 characters.",
  ).optional(),
  // Empty in some posts of the SimpleX blog: then there is none.
  preview: z
    .string()
    .trim()
    .describe("preview must be a text that introduces the article in lists.")
    .optional(),
  previewBody: text(
    "previewBody must be the path of an HTML fragment, such as blog_previews/20240601.html.",
  ).optional(),
  image: text(
    "image must be a path relative to the permalink's folder, such as images/20240601-picture.png.",
  ).optional(),
  imageAlt: z
    .string()
    .describe('imageAlt must be a text that says what the picture shows; "" for a mere decoration.')
    // A gap counts as missing, so that nobody publishes it.
    .transform((alt) => (/^\s*TODO\b/.test(alt) ? undefined : alt))
    .optional(),
  imageWide: z.boolean().describe("imageWide must be true or false.").optional(),
  imageBottom: z.boolean().describe("imageBottom must be true or false.").optional(),
  draft: z.boolean().describe("draft must be true or false.").optional(),
  author: text("author must be a name.").optional(),
  source: url("source, where the text was first published,").optional(),
  translation: z
    .enum(["draft", "reviewed"])
    .describe(
      "translation must be draft, or reviewed once every sentence was compared with the English in a second reading.",
    )
    .optional(),
  original: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe(
      "original must be the version of the English document, twelve digits in quotation marks, as the check tells it.",
    )
    .optional(),
  translated: day("translated, the day on which the English text was as it is translated here,").optional(),
});
export type FrontMatter = z.infer<typeof documentSchema>;

export const siteSchema = z
  .strictObject({
    name: text("name must be the campaign's name."),
    url: url("url, the production address,").nullable(),
    operator: text("operator must say who runs the site.").nullable(),
    fediverse: z
      .string()
      .regex(/^@[A-Za-z0-9_.-]+@[a-z0-9.-]+\.[a-z]{2,}$/)
      .describe(
        "fediverse must be an account that names this site under author attribution, such as @name@host.",
      )
      .nullable(),
    contact: url("contact, where corrections are sent,").nullable(),
    repository: url("repository, where the source lies,").nullable(),
    securityContact: z
      .string()
      .regex(/^(?:https:\/\/|mailto:[^\s@]+@)[^\s@]+\.[^\s@]+$/)
      .describe("securityContact, where holes in the security are told, must begin with https:// or mailto:.")
      .nullable(),
    securityExpires: day("securityExpires, the last day on which securityContact may be trusted,").nullable(),
  })
  .refine((site) => site.securityContact === null || site.securityExpires !== null, {
    path: ["securityExpires"],
    message: "securityExpires must be given with securityContact, within a year.",
  });
export type Site = z.infer<typeof siteSchema>;

export const petitionSchema = z
  .strictObject({
    state: z.enum(["open", "paused", "closed", "won"]).describe("state must be open, paused, closed or won."),
    asOf: day("asOf, the day for which the state is known,"),
    reviewBy: day("reviewBy, the last day on which the state may be trusted,"),
    closedOn: day("closedOn, the first day on which the petition can no longer be signed,").optional(),
    url: url("url, the petition's address,"),
    source: url("source, where the state is known from,"),
    statement: text("statement must be the permalink of the statement that the petition supports."),
  })
  .refine((petition) => petition.asOf <= petition.reviewBy, {
    path: ["reviewBy"],
    message: "reviewBy must not be before asOf.",
  })
  .refine((petition) => !["closed", "won"].includes(petition.state) || petition.closedOn !== undefined, {
    path: ["closedOn"],
    message: "closedOn must be given when the state is closed or won.",
  });
export type Petition = z.infer<typeof petitionSchema>;

export const petitionTextSchema = z.strictObject({
  title: text("title must name the petition."),
  subject: text("subject must say which text the petition is about."),
  signing: text("signing must say what signing involves and where the data go."),
  result: text("result must say how the petition ended.").optional(),
  instead: text("instead must say what to do now that the petition cannot be signed.").optional(),
});
export type PetitionText = z.infer<typeof petitionTextSchema>;

export const glossarySchema = z.record(
  z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  z.strictObject({
    term: text("term must be the agreed term, in its base form."),
    forms: z
      .array(text("forms must be texts; a star stands for any further letters."))
      .min(1)
      .describe("forms must be a list of the forms in which the term may appear.")
      .optional(),
  }),
);
export type Glossary = z.infer<typeof glossarySchema>;

export const signatoriesSchema = z.strictObject({
  statement: text("statement must be the permalink of the statement."),
  asOf: day("asOf, the day on which these organisations made up the committee,"),
  organisations: z
    .array(z.strictObject({ name: text("name must be the organisation's own name."), url: url("url") }))
    .min(1)
    .describe("organisations must be a list with a name and a url each."),
});
export type Signatories = z.infer<typeof signatoriesSchema>;

export const timelineSchema = z
  .strictObject({
    asOf: day("asOf, the day on which the events were last checked,"),
    reviewBy: day("reviewBy, the last day on which the timeline may be trusted,"),
    procedures: z.strictObject({
      permanent: z.strictObject({ reference: text("reference"), url: url("url") }),
      interim: z.strictObject({ reference: text("reference"), url: url("url") }),
    }),
    events: z.array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z0-9-]+$/)
          .describe("id must be a short name in small letters, digits and -."),
        procedure: z
          .enum(["permanent", "interim"])
          .describe("procedure must be permanent (2022/0155) or interim (the temporary derogation)."),
        date: z
          .string()
          .refine((value) => isDate(value, 3) || isDate(value, 2))
          .describe("date must be a day such as 2024-06-01 or a month such as 2024-06."),
        background: z
          .boolean()
          .describe(
            "background must be true or false; a background event never stands for where the file is.",
          )
          .optional(),
        confidence,
        sources: z.array(url("a source")).min(1).describe("sources must list at least one https:// address."),
      }),
    ),
  })
  .refine((timeline) => timeline.asOf <= timeline.reviewBy, {
    path: ["reviewBy"],
    message: "reviewBy must not be before asOf.",
  });
export type Timeline = z.infer<typeof timelineSchema>;

export const timelineTextSchema = z.record(
  z.string(),
  z.strictObject({
    text: text("text must say what happened."),
    note: text("note must say what is uncertain.").optional(),
  }),
);
export type TimelineText = z.infer<typeof timelineTextSchema>;

export const linksSchema = z.record(
  z.string(),
  z.strictObject({
    url: url("url"),
    evidence: z
      .enum(["official-page", "answered", "cited"])
      .describe(
        "evidence must be official-page (its text was read), answered (the address answered) or cited (others link to it).",
      ),
    checked: day("checked, the day on which the address was last looked at,").nullable(),
  }),
);
export type Links = z.infer<typeof linksSchema>;

/** Old addresses and where they lead. */
export const redirectsSchema = z.record(
  z.string(),
  z.string().describe("it must be the new address, such as /blog/20240601-title.html."),
);
export type Redirects = z.infer<typeof redirectsSchema>;

const language = z
  .string()
  .regex(/^[a-z]{2}$/)
  .describe("a language must be a code of two small letters, such as de.");

function linkFields() {
  return {
    url: url("url").nullable(),
    evidence: z
      .enum(["official-page", "answered", "cited", "old-citation", "unconfirmed"])
      .describe(
        "evidence must be official-page (its text was read), answered (the address answered), cited (others " +
          "link to it), old-citation (only old pages link to it) or unconfirmed (no address is known).",
      ),
    checked: z
      .string()
      .refine((value) => isDate(value, 3) || isDate(value, 2) || /^20\d\d$/.test(value))
      .describe(
        "checked must be the day, month or year for which that is known, in quotation marks if it is a year, or null.",
      )
      .nullable(),
  };
}

function hasAddressIfKnown(link: { url: string | null; evidence: string }): boolean {
  return (link.url === null) === (link.evidence === "unconfirmed");
}

const addressFault = {
  path: ["url"],
  message: "url must be null where evidence is unconfirmed, and an address everywhere else.",
};

const representative = z
  .strictObject({
    name: z
      .record(language, text("name must be a text for each language."))
      .describe("name must hold the body's own name under each language that it uses."),
    english: text("english must be the body's name in English."),
    ...linkFields(),
  })
  .refine(hasAddressIfKnown, addressFault);
export type Representative = z.infer<typeof representative>;

export const countrySchema = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe("code must be the country's code in two capital letters, such as DE."),
  languages: z
    .array(language)
    .min(1)
    .describe("languages must list the country's official languages that are also official in the EU."),
  members: z
    .int()
    .min(6)
    .max(96)
    .describe("members must be the country's seats in the European Parliament, from 6 to 96."),
  representation: representative,
  ministries: z
    .array(
      representative.safeExtend({
        portfolio: z
          .array(z.enum(["interior", "justice"]))
          .min(1)
          .describe("portfolio must list interior, justice or both."),
      }),
    )
    .min(1)
    .describe("ministries must list at least one ministry."),
  parliament: representative,
  directory: z.strictObject(linkFields()).refine(hasAddressIfKnown, addressFault),
});
export type Country = z.infer<typeof countrySchema>;

const paragraph = (says: string) =>
  text(says).refine((value) => !value.includes("\n"), { message: "a paragraph must be on one line." });

const gap = (name: (typeof gaps)[number]) =>
  z
    .string()
    .regex(/^\[[^[\]\n]+\]$/)
    .describe(`${name} must be a gap for the reader to fill, in square brackets.`);

const each = <K extends string, T extends z.ZodType>(keys: readonly K[], field: (key: K) => T) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, field(key)])) as Record<K, T>);

export const letterSchema = z.strictObject({
  translation: z
    .enum(["original", "draft", "checked"])
    .describe("translation must be original, draft, or checked (by a native speaker)."),
  subject: paragraph("subject must be the subject of the message."),
  salutation: each(recipients, (key) => paragraph(`${key} must be how this recipient is addressed.`)),
  opening: each(recipients, (key) => paragraph(`${key} must say why the letter goes to this recipient.`)),
  concern: paragraph("concern must be what the writer shares with the recipient."),
  points: each(points, () =>
    z.strictObject({
      label: paragraph("label must name the point in a few words."),
      text: paragraph("text must make the point in two or three sentences."),
    }),
  ),
  own: gap("own"),
  ask: paragraph("ask must ask one clear thing."),
  reply: paragraph("reply must ask for an answer."),
  closing: paragraph("closing must be how such a letter ends."),
  name: gap("name"),
  town: gap("town"),
});
export type LetterText = z.infer<typeof letterSchema>;

export const interfaceSchema = z.record(
  z.string().regex(/^[a-zA-Z.]+$/),
  z.string().regex(/\S/).describe("every message must be a text."),
);

/** The components that a document may use, and which attributes each takes (texts only). */
export const components = {
  CallToAction: [],
  Signatories: [],
  Timeline: [],
  AsOf: [],
  Countries: [],
  EuLink: ["to"],
  Operator: [],
  Corrections: [],
} as const satisfies Record<string, readonly string[]>;
export type ComponentName = keyof typeof components;

/** Whether a text is a real date with this many parts: 3 for a day, 2 for a month. */
export function isDate(value: string, parts: 2 | 3): boolean {
  if (!(parts === 3 ? /^\d{4}-\d{2}-\d{2}$/ : /^\d{4}-\d{2}$/).test(value)) return false;
  const date = new Date(parts === 3 ? `${value}T00:00:00Z` : `${value}-01T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isDateTime(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    isDate(value.slice(0, 10), 3) &&
    !Number.isNaN(Date.parse(value))
  );
}

/** Whether a text can be a permalink: hosts take an address with a dot for a file, unless it ends in .html. */
export function isPermalink(value: string): boolean {
  return isPath(value) && (!value.includes(".") || value.endsWith(".html"));
}

/** Whether a text can be an address on this site without its language, of a page or of a file. */
export function isPath(value: string): boolean {
  if (value === "/") return true;
  if (value.length > 300 || !/^(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/.test(value)) return false;
  return !/^\/[a-z]{2}(\/|$)/i.test(value) && !value.startsWith("/_next") && !/\.$/.test(value);
}

/** Names of parameters that say where a reader came from. */
export const tracking = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_eid|igshid)$/i;

/** Whether an address is https, without credentials and without a known tracking parameter. */
export function isSafeUrl(value: string): boolean {
  if (!URL.canParse(value) || /\s/.test(value)) return false;
  const url = new URL(value);
  return (
    url.protocol === "https:" &&
    url.username === "" &&
    url.password === "" &&
    ![...url.searchParams.keys()].some((key) => tracking.test(key))
  );
}
