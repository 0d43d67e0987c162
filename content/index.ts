import path from "node:path/posix";
import type { z } from "zod";
import { countryPermalink, fixedPages, localized, ownAddresses, permalinkTaken } from "./address.ts";
import { type Body, type BodySource, parseBody, withCharacters } from "./body.ts";
import { checkFields } from "./check-fields.ts";
import { checkCountries, checkLetter } from "./check-letters.ts";
import { error, type Fault, quote, throwIfBroken, warning } from "./fault.ts";
import { isPublicFile, list, type Root, readText, root } from "./files.ts";
import { parseYaml, splitFrontMatter, type Yaml } from "./front-matter.ts";
import { checkMessages, type Messages } from "./messages.ts";
import { pictureSize } from "./picture.ts";
import {
  type Country,
  countrySchema,
  documentSchema,
  type FrontMatter,
  interfaceSchema,
  type LetterText,
  type Links,
  layouts,
  letterSchema,
  linksSchema,
  type Petition,
  type PetitionText,
  petitionSchema,
  petitionTextSchema,
  type Signatories,
  type Site,
  signatoriesSchema,
  siteSchema,
  type Timeline,
  type TimelineText,
  timelineSchema,
  timelineTextSchema,
} from "./schema.ts";
import { loadSnapshot, saveSnapshot } from "./snapshot.ts";

/** One article, statement or page in one language, its front matter checked. */
export type Document = FrontMatter & {
  kind: keyof typeof layouts;
  lang: string;
  /** Its file, as messages name it: content/en/articles/… */
  file: string;
  /** Its address with the language's prefix. */
  address: string;
  /** Address of its picture, from the root of the site. */
  picture?: string;
  format: "md" | "mdx";
  text: string;
  /** Lines of the file on which the text begins, and on which the permalink and the latest date stand. */
  textLine: number;
  permalinkLine: number;
  dateLine: number;
};

/** An article or statement: a document that has a date. */
export type DatedDocument = Document & { date: string };

/** The words of one language. */
export type Texts = { messages: Messages; petition: PetitionText; timeline: TimelineText };

/** Where the links of a document can lead. */
export type Places = {
  root: Root;
  byAddress: Map<string, Document>;
  /** Documents by language and file name without ending, such as "en/20240601-title". */
  byName: Map<string, Document>;
  /** Every address that answers besides the files in public/. */
  addresses: Set<string>;
  /** Addresses and names of documents with a fault: a link to one is not told as a fault as well. */
  broken: Set<string>;
  /** Addresses by key, from eu-links.yaml; null where that file is broken. */
  links: Links | null;
};

/** Everything that the site says, read and checked. */
export type Content = Places & {
  languages: string[];
  /** Published documents; drafts are left out. */
  documents: Document[];
  site: Site;
  petition: Petition;
  signatories: Signatories;
  timeline: Timeline;
  links: Links;
  /** By code, such as "DE". */
  countries: Map<string, Country>;
  /** By language, also where the site itself does not speak it. */
  letters: Map<string, LetterText>;
  texts: Map<string, Texts>;
};

/**
 * What a reading gives: the content (null where a file without which no page can be made is broken), every
 * fault, and what is needed to check the bodies in either case.
 */
export type Reading = {
  content: Content | null;
  documents: Document[];
  drafts: Document[];
  places: Places;
  faults: Fault[];
};

type Shared = {
  content?: Content;
  bodies: WeakMap<Document, Body>;
  previews: WeakMap<Document, Body | null>;
};

// Next loads this module once for pages and once for routes such as the feeds; they share what is read.
const place = globalThis as { [key: symbol]: unknown };
const key = Symbol.for("content");
place[key] ??= { bodies: new WeakMap(), previews: new WeakMap() } satisfies Shared;
const shared = place[key] as Shared;

/**
 * The checked content; throws a ContentError with every fault of every front matter and data file. In
 * production it is read once for each build, in development on every call, so that edits show.
 * Bodies are checked by `checkBodies` once for each build, and again whenever one is rendered.
 */
export function getContent(): Content {
  const isProduction = process.env.NODE_ENV === "production";
  if (isProduction && shared.content) return shared.content;
  const snapshot = isProduction ? loadSnapshot() : null;
  if (snapshot) {
    for (const [document, body] of snapshot.bodies) shared.bodies.set(document, body);
    for (const [document, body] of snapshot.previews) shared.previews.set(document, body);
    shared.content = snapshot.content;
    return snapshot.content;
  }
  const { content, faults } = readContent(root, { drafts: process.env.NODE_ENV === "development" });
  throwIfBroken(faults);
  if (!content) throw new Error("The content could not be read, and no fault says why.");
  shared.content = content;
  return content;
}

/** Hands checked content to the processes of a build, by way of a file. */
export function handOver(content: Content, file: string): void {
  saveSnapshot(
    {
      content,
      bodies: content.documents.map((document) => [document, bodyOf(document)]),
      previews: content.documents.map((document) => [document, previewOf(document, content.root)]),
    },
    file,
  );
}

/** A document's body, parsed at the first call and whenever its file has changed since. */
export function bodyOf(document: Document): Body {
  const known = shared.bodies.get(document);
  if (known) return known;
  const { text, file, textLine: line, format, title } = document;
  const body = parsed({ text, file, line, format, title });
  shared.bodies.set(document, body);
  return body;
}

const lastParsed = new Map<string, { source: BodySource; body: Body }>();

/** Parses a text at the first call, and again when its file has changed since: development reads on every call. */
function parsed(source: BodySource): Body {
  const last = lastParsed.get(source.file);
  const isSame = (key: keyof BodySource) => last?.source[key] === source[key];
  if (last && isSame("text") && isSame("line") && isSame("format") && isSame("title")) return last.body;
  const body = parseBody(source);
  lastParsed.set(source.file, { source, body });
  return body;
}

/** The HTML fragment that introduces a document in lists, parsed at the first call; null where it names none. */
export function previewOf(document: Document, root: Root): Body | null {
  const known = shared.previews.get(document);
  if (known !== undefined) return known;
  const preview = document.previewBody ? readPreview(`${document.lang}/${document.previewBody}`, root) : null;
  shared.previews.set(document, preview);
  return preview;
}

function readPreview(file: string, root: Root): Body {
  const read = readText(root, file);
  if ("fault" in read) return { ...emptyBody(), faults: [read.fault] };
  return parsed({ text: read.text, file: `content/${file}`, line: 1, format: "html" });
}

/** The words of a language; throws where the language does not exist. */
export function textsOf(content: Content, lang: string): Texts {
  const texts = content.texts.get(lang);
  if (!texts) throw new Error(`There is no language “${lang}”: content/${lang}/interface.json is missing.`);
  return texts;
}

/** The letter in a language; throws where there is none. */
export function letterOf(content: Content, lang: string): LetterText {
  const letter = content.letters.get(lang);
  if (!letter) throw new Error(`There is no letter in “${lang}”: content/${lang}/letter.yaml is missing.`);
  return letter;
}

/** The page of a language that has this permalink, if it exists. */
export function documentAt(content: Content, lang: string, permalink: string): Document | undefined {
  return content.byAddress.get(localized(permalink, lang));
}

/** Articles or statements of a language, the newest first. */
export function datedDocuments(
  content: Content,
  lang: string,
  kind: "article" | "statement",
): DatedDocument[] {
  return content.documents
    .filter((document): document is DatedDocument => document.lang === lang && document.kind === kind)
    .sort((a, b) =>
      a.date < b.date ? 1 : a.date > b.date ? -1 : a.permalink.localeCompare(b.permalink, "en"),
    );
}

/** Reads and checks everything but the bodies. Never throws for what a content file holds. */
export function readContent(root: Root, options: { drafts?: boolean } = {}): Reading {
  const faults: Fault[] = [];
  const files = list(root, "");
  const languages = files
    .map((file) => /^([a-z]{2})\/interface\.json$/.exec(file)?.[1])
    .filter((lang) => lang !== undefined);

  const data = <T extends z.ZodType>(file: string, schema: T): { value: z.infer<T>; yaml: Yaml } | null => {
    const read = readText(root, file);
    if ("fault" in read) return refuse(read.fault);
    const last = lastChecked.get(file);
    const found =
      last?.text === read.text ? last : { text: read.text, ...checkedData(read.text, file, schema) };
    lastChecked.set(file, found);
    if ("fault" in found) return refuse(found.fault);
    const checked = found as Checked<z.infer<T>>;
    faults.push(...checked.faults);
    return checked.value === null ? null : { value: checked.value, yaml: checked.yaml };
  };
  const refuse = (fault: Fault): null => {
    faults.push(fault);
    return null;
  };

  const site = data("site.yaml", siteSchema);
  const petition = data("petition.yaml", petitionSchema);
  const signatories = data("signatories.yaml", signatoriesSchema);
  const timeline = data("timeline.yaml", timelineSchema);
  const links = data("eu-links.yaml", linksSchema)?.value;

  const english = data("en/interface.json", interfaceSchema);
  if (timeline) faults.push(...checkEvents(timeline));
  const texts = new Map<string, Texts>();
  for (const lang of languages) {
    const messages = lang === "en" ? english : data(`${lang}/interface.json`, interfaceSchema);
    const petitionText = data(`${lang}/petition.yaml`, petitionTextSchema);
    const timelineText = data(`${lang}/timeline.yaml`, timelineTextSchema);
    if (messages && english)
      faults.push(...checkMessages(messages.value, english.value, lang, messages.yaml.lineOf));
    if (petition && petitionText) faults.push(...checkEnding(petition.value, petitionText.value, lang));
    if (timeline && timelineText) faults.push(...checkEventTexts(timeline.value, timelineText, lang));
    if (messages && petitionText && timelineText) {
      texts.set(lang, {
        messages: messages.value,
        petition: petitionText.value,
        timeline: timelineText.value,
      });
    }
  }

  const letters = new Map<string, LetterText>();
  for (const file of files.filter((name) => /^[a-z]{2}\/letter\.yaml$/.test(name))) {
    const letter = data(file, letterSchema);
    if (!letter) continue;
    letters.set(file.slice(0, 2), letter.value);
    faults.push(...checkLetter(letter.value, letter.yaml, `content/${file}`));
  }
  const countryFiles = files.filter((name) => name.startsWith("countries/"));
  const readCountries = countryFiles.flatMap((file) => ({
    file: `content/${file}`,
    ...data(file, countrySchema),
  }));
  faults.push(...checkCountries(readCountries, new Set(files)));
  const countries = new Map(
    readCountries.flatMap(({ value }): [string, Country][] => (value ? [[value.code, value]] : [])),
  );

  const broken = new Set<string>();
  const read = languages.flatMap((lang) => readDocuments(root, files, lang, faults, broken));
  const documents = read.filter((document) => options.drafts || !document.draft);
  faults.push(...checkPermalinks(read), ...checkAge(read));
  const byAddress = new Map(documents.map((document) => [document.address, document]));
  for (const permalink of fixedPages.filter((address) => !byAddress.has(address) && !broken.has(address))) {
    const file = `content/en/pages/${permalink === "/" ? "home" : permalink.slice(1)}.mdx`;
    faults.push(
      error(
        file,
        1,
        "file",
        `the page ${permalink} has no document.`,
        `Write it, with permalink: ${permalink}`,
      ),
    );
  }
  for (const [name, file] of [
    ["petition", petition],
    ["signatories", signatories],
  ] as const) {
    const address = file?.value.statement ?? "";
    if (file && !broken.has(address) && byAddress.get(address)?.kind !== "statement") {
      const reason = `there is no statement at ${quote(file.value.statement)}.`;
      faults.push(
        error(
          `content/${name}.yaml`,
          file.yaml.lineOf(["statement"]),
          "statement",
          reason,
          "Give the permalink of a statement.",
        ),
      );
    }
  }

  const drafts = read.filter((document) => document.draft);
  const places: Places = {
    root,
    byAddress,
    byName: new Map(documents.map((document) => [`${document.lang}/${stem(document.file)}`, document])),
    addresses: new Set([
      ...byAddress.keys(),
      ...ownAddresses,
      ...languages
        .filter((lang) => byAddress.has(localized("/act", lang)))
        .flatMap((lang) => [...countries.keys()].map((code) => localized(countryPermalink(code), lang))),
    ]),
    broken,
    links: links ?? null,
  };
  if (!site || !petition || !signatories || !timeline || !links)
    return { content: null, documents, drafts, places, faults };
  if (site.value.contact === null) {
    const line = site.yaml.lineOf(["contact"]);
    const reason = "readers are told that no address is set up yet.";
    const remedy = "Give an https:// address where corrections reach you before you publish.";
    faults.push(warning("content/site.yaml", line, "contact", reason, remedy));
  }
  const content: Content = {
    ...places,
    languages,
    documents,
    site: site.value,
    petition: petition.value,
    signatories: signatories.value,
    timeline: timeline.value,
    links,
    countries,
    letters,
    texts,
  };
  return { content, documents, drafts, places, faults };
}

type Checked<T> = { value: T | null; yaml: Yaml; faults: Fault[] };

/** Data files as they were checked last, by name: each has one schema, and in development all are read anew. */
const lastChecked = new Map<string, { text: string } & (Checked<unknown> | { fault: Fault })>();

function checkedData<T extends z.ZodType>(
  text: string,
  file: string,
  schema: T,
): Checked<z.infer<T>> | { fault: Fault } {
  const parsed = parseYaml(text, `content/${file}`);
  if ("fault" in parsed) return parsed;
  return { ...checkFields(schema, parsed.yaml, `content/${file}`), yaml: parsed.yaml };
}

function readDocuments(
  root: Root,
  files: string[],
  lang: string,
  faults: Fault[],
  broken: Set<string>,
): Document[] {
  const folders = new RegExp(`^${lang}/(articles|statements|pages)/`);
  return files.flatMap((name) => {
    if (!folders.test(name)) return [];
    const file = `content/${name}`;
    const format = /\.(mdx?)$/.exec(name)?.[1];
    if (format !== "md" && format !== "mdx") {
      faults.push(
        error(
          file,
          1,
          "file",
          "only .md and .mdx files are read here.",
          "Move pictures to public/, remove the rest.",
        ),
      );
      return [];
    }
    const refuse = (found: Fault[], text = ""): [] => {
      faults.push(...found);
      broken.add(`${lang}/${stem(file)}`);
      const permalink = /^permalink:[ \t]*["']?(\/[^\s"']*)/m.exec(text)?.[1];
      if (permalink) broken.add(localized(permalink, lang));
      return [];
    };
    const read = readText(root, name);
    if ("fault" in read) return refuse([read.fault]);
    const parts = splitFrontMatter(read.text, file);
    if ("fault" in parts) return refuse([parts.fault], read.text);
    const checked = checkFields(documentSchema, parts.yaml, file);
    if (!checked.value) {
      // There is no document that `checkBodies` could be given, and all faults are to be told at once.
      const body = parseBody({ text: parts.body, file, line: parts.bodyLine, format });
      return refuse([...checked.faults, ...body.faults], read.text);
    }
    const front = checked.value;
    const kind = (Object.keys(layouts) as (keyof typeof layouts)[]).find(
      (key) => layouts[key] === front.layout,
    )!;
    const picture = front.image && pictureAddress(front.image, front.permalink);
    const document: Document = {
      ...front,
      title: withCharacters(front.title),
      ...(front.description && { description: withCharacters(front.description) }),
      ...(front.preview && { preview: withCharacters(front.preview) }),
      kind,
      lang,
      file,
      address: localized(front.permalink, lang),
      format,
      text: parts.body,
      textLine: parts.bodyLine,
      permalinkLine: parts.yaml.lineOf(["permalink"]),
      dateLine: parts.yaml.lineOf([front.updated ? "updated" : "date"]),
      ...(picture && { picture }),
    };
    faults.push(...checkDocument(document, parts.yaml, root));
    return [document];
  });
}

function checkDocument(document: Document, yaml: Yaml, root: Root): Fault[] {
  const faults: Fault[] = [];
  const fault = (field: string, reason: string, remedy: string, level = error) =>
    faults.push(level(document.file, yaml.lineOf([field]), field, reason, remedy));
  const folder = path.basename(path.dirname(document.file));
  if (folder !== `${document.kind}s`) {
    fault(
      "layout",
      `it is ${quote(document.layout)}, but the file lies in ${folder}/.`,
      `Move the file to ${document.kind}s/ or change the layout.`,
    );
  }
  if (document.kind !== "page" && !document.date) {
    fault("date", "it is missing.", "Add a line date: 2024-06-01 with the day of publication.");
  }
  if (document.date && document.updated && document.updated.slice(0, 10) < document.date.slice(0, 10)) {
    fault(
      "updated",
      `it is ${quote(document.updated)}, before the date ${quote(document.date)}.`,
      "Correct one of the two.",
    );
  }
  const taken = permalinkTaken(document.permalink, document.kind);
  if (taken)
    fault("permalink", `it is ${quote(document.permalink)}, but ${taken}.`, "Choose another address.");
  if (isPublicFile(root, document.permalink)) {
    fault(
      "permalink",
      `it is ${quote(document.permalink)}, but public/ holds a file at this address.`,
      "Choose another address.",
    );
  }
  if (document.image && (!document.picture || !isPublicFile(root, document.picture))) {
    const place = document.picture ? `there is no file public${document.picture}` : "it lies on another host";
    fault(
      "image",
      `it is ${quote(document.image)}, but ${place}.`,
      "Put the picture there, or correct the path; it is relative to the permalink's folder.",
    );
  } else if (document.picture && !isPicture(root, document.picture)) {
    const reason = `public${document.picture} is no picture whose width and height can be read.`;
    fault("image", reason, "Save the picture again, as PNG, JPEG, WebP or SVG.");
  }
  if (document.image && document.imageAlt === undefined) {
    const reason = "the picture has no text alternative, so people who cannot see it learn nothing of it.";
    fault(
      "image",
      reason,
      'Add a line imageAlt: "what it shows", or imageAlt: "" for a mere decoration.',
      document.format === "mdx" ? error : warning,
    );
  }
  faults.push(
    ...(previewOf(document, root)?.faults ?? []).map((found) =>
      found.what === "file" ? previewFault(document, yaml, found) : found,
    ),
  );
  return faults;
}

function previewFault(document: Document, yaml: Yaml, found: Fault): Fault {
  const reason = `it is ${quote(document.previewBody)}, but content/${document.lang}/${document.previewBody} cannot be used: ${found.reason}`;
  return error(
    document.file,
    yaml.lineOf(["previewBody"]),
    "previewBody",
    reason,
    "Write that fragment, or use preview: with a text.",
  );
}

/** Two documents of a language with one address; addresses that differ only in case or by .html count as one. */
function checkPermalinks(documents: Document[]): Fault[] {
  const first = new Map<string, Document>();
  return documents.flatMap((document) => {
    const key = document.address.toLowerCase().replace(/\.html$/, "");
    const other = first.get(key);
    if (!other) {
      first.set(key, document);
      return [];
    }
    const reason = `it is ${quote(document.permalink)}, which ${other.file} has already.`;
    return [
      error(
        document.file,
        document.permalinkLine,
        "permalink",
        reason,
        "Give one of the two another address.",
      ),
    ];
  });
}

function checkEnding(petition: Petition, text: PetitionText, lang: string): Fault[] {
  if (petition.state === "open") return [];
  const needed = petition.state === "paused" ? (["instead"] as const) : (["result", "instead"] as const);
  return needed
    .filter((field) => text[field] === undefined)
    .map((field) =>
      error(
        `content/${lang}/petition.yaml`,
        1,
        field,
        `it is missing, but content/petition.yaml says that the petition is ${petition.state}.`,
        `Add a line ${field}: with one or two sentences.`,
      ),
    );
}

/** A translation that is older than its English original may say what no longer holds. */
function checkAge(documents: Document[]): Fault[] {
  const english = new Map(
    documents.filter(({ lang }) => lang === "en").map((item) => [item.permalink, item]),
  );
  return documents.flatMap((document) => {
    const original = english.get(document.permalink);
    const own = (document.updated ?? document.date)?.slice(0, 10);
    const theirs = (original?.updated ?? original?.date)?.slice(0, 10);
    if (!own || !theirs || own >= theirs) return [];
    const reason = `the text is of ${own}, its English original ${original?.file} of ${theirs}.`;
    const remedy = `Compare the two, and then write updated: ${theirs} or a later day.`;
    return [warning(document.file, document.dateLine, "updated", reason, remedy)];
  });
}

function checkEvents(timeline: { value: Timeline; yaml: Yaml }): Fault[] {
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

function checkEventTexts(
  timeline: Timeline,
  text: { value: TimelineText; yaml: Yaml },
  lang: string,
): Fault[] {
  const file = `content/${lang}/timeline.yaml`;
  const ids = new Set(timeline.events.map((event) => event.id));
  const without = [...ids].filter((id) => !Object.hasOwn(text.value, id));
  const unknown = Object.keys(text.value).filter((id) => !ids.has(id));
  return [
    ...without.map((id) =>
      error(file, 1, id, "the event has no text.", `Add ${id}: with a line text: below it.`),
    ),
    ...unknown.map((id) => {
      const reason = "content/timeline.yaml has no such event.";
      return error(file, text.yaml.lineOf([id]), id, reason, "Correct the id, or remove the text.");
    }),
  ];
}

/** The address of a picture on this site; undefined where it lies elsewhere. */
function pictureAddress(image: string, permalink: string): string | undefined {
  const base = `https://site.invalid${permalink}`;
  if (!URL.canParse(image, base)) return undefined;
  const { origin, pathname } = new URL(image, base);
  return origin === "https://site.invalid" ? pathname : undefined;
}

function isPicture(root: Root, address: string): boolean {
  try {
    const { width, height } = pictureSize(root, address);
    return width > 0 && height > 0;
  } catch {
    return false;
  }
}

function emptyBody(): Body {
  return {
    tree: { type: "root", children: [] },
    anchors: new Set(),
    aliases: new Map(),
    references: [],
    components: new Set(),
    firstParagraph: "",
    faults: [],
  };
}

function stem(file: string): string {
  return path.basename(file).replace(/\.mdx?$/i, "");
}
