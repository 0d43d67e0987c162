import type { Fault } from "./fault.ts";
import type { Root } from "./files.ts";
import type { Messages } from "./messages.ts";
import type {
  Country,
  FrontMatter,
  Glossary,
  LetterText,
  Links,
  layouts,
  Petition,
  PetitionText,
  Signatories,
  Site,
  Timeline,
  TimelineText,
} from "./schema.ts";

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
  /** What tells this text of the file from any other; translations name the one that they follow. */
  version: string;
  /** Lines of the file on which the text begins, and on which the permalink and the latest date stand. */
  textLine: number;
  permalinkLine: number;
  dateLine: number;
};

/** An article or statement: a document that has a date. */
export type DatedDocument = Document & { date: string };

/** The words of one language. */
export type Texts = {
  messages: Messages;
  petition: PetitionText;
  timeline: TimelineText;
  glossary: Glossary;
};

/**
 * An address that has moved in some languages: `from` and `to` are without language where `inEach` says that
 * the page has moved within each of them.
 */
export type Move = { from: string; languages: string[]; to: string; inEach: boolean };

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
  moves: Move[];
  /** Addresses by key, from eu-links.yaml; null where that file is broken. */
  links: Links | null;
};

/** Everything that the site says, read and checked. */
export type Content = Places & {
  languages: string[];
  /** Published documents; drafts are left out. */
  documents: Document[];
  /** On previews the drafts, which have an address there but are in no sitemap, feed or link; else none. */
  drafts: Document[];
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
