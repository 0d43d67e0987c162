import { countryPermalink, localized, ownAddresses } from "./address.ts";
import { checkFixedPages, checkHomes, checkPermalinks } from "./check-documents.ts";
import {
  checkContact,
  checkEnding,
  checkEvents,
  checkEventTexts,
  checkLinkDates,
  checkReview,
  checkSecurityContact,
  checkStatement,
} from "./check-facts.ts";
import { checkCountries, checkLetter } from "./check-letters.ts";
import { checkTexts, type TextFiles } from "./check-texts.ts";
import type { Fault } from "./fault.ts";
import { list, type Root } from "./files.ts";
import { checkGlossary } from "./glossary.ts";
import { checkMessages } from "./messages.ts";
import type { Content, Places, Reading, Texts } from "./model.ts";
import { dataReader } from "./read-data.ts";
import { readDocuments, stem } from "./read-documents.ts";
import { checkRedirects, movesOf } from "./redirects.ts";
import {
  type Country,
  countrySchema,
  glossarySchema,
  interfaceSchema,
  type LetterText,
  letterSchema,
  linksSchema,
  petitionSchema,
  petitionTextSchema,
  redirectsSchema,
  signatoriesSchema,
  siteSchema,
  timelineSchema,
  timelineTextSchema,
} from "./schema.ts";
import { checkTranslations } from "./translation.ts";
import { typesetAll } from "./typography.ts";
import { checkUnread } from "./unread.ts";

/**
 * Reads and checks everything but the bodies. Never throws for what a content file holds. The content has
 * drafts only where they are asked for, as previews do.
 */
export function readContent(root: Root, options: { drafts?: boolean } = {}): Reading {
  const faults: Fault[] = [];
  const files = list(root, "");
  const languages = files
    .map((file) => /^([a-z]{2})\/interface\.json$/.exec(file)?.[1])
    .filter((lang) => lang !== undefined);

  const data = dataReader(root, faults);
  const site = data("site.yaml", siteSchema);
  const petition = data("petition.yaml", petitionSchema);
  const signatories = data("signatories.yaml", signatoriesSchema);
  const timeline = data("timeline.yaml", timelineSchema);
  const euLinks = data("eu-links.yaml", linksSchema);
  const links = euLinks?.value;
  if (petition) faults.push(...checkReview("petition", petition));
  if (timeline) faults.push(...checkReview("timeline", timeline));
  if (euLinks) faults.push(...checkLinkDates(euLinks));

  const english = data("en/interface.json", interfaceSchema);
  const englishTerms = data("en/glossary.yaml", glossarySchema);
  if (timeline) faults.push(...checkEvents(timeline));
  const texts = new Map<string, Texts>();
  const textFiles = new Map<string, TextFiles>();
  for (const lang of languages) {
    const messages = lang === "en" ? english : data(`${lang}/interface.json`, interfaceSchema);
    const petitionText = data(`${lang}/petition.yaml`, petitionTextSchema);
    const timelineText = data(`${lang}/timeline.yaml`, timelineTextSchema);
    const terms = lang === "en" ? englishTerms : data(`${lang}/glossary.yaml`, glossarySchema);
    if (messages && english)
      faults.push(...checkMessages(messages.value, english.value, lang, messages.yaml.lineOf));
    if (petition && petitionText) faults.push(...checkEnding(petition.value, petitionText.value, lang));
    if (timeline && timelineText) faults.push(...checkEventTexts(timeline.value, timelineText, lang));
    if (terms && englishTerms)
      faults.push(...checkGlossary(terms.value, englishTerms.value, lang, terms.yaml));
    if (messages && petitionText && timelineText && terms) {
      textFiles.set(lang, { messages, petition: petitionText, timeline: timelineText, glossary: terms });
      texts.set(lang, {
        messages: messages.value,
        petition: typesetAll(petitionText.value, lang),
        timeline: typesetAll(timelineText.value, lang),
        glossary: terms.value,
      });
    }
  }
  const englishTexts = textFiles.get("en");
  for (const [lang, own] of textFiles)
    if (englishTexts && lang !== "en") faults.push(...checkTexts(own, englishTexts, lang));

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
  const documents = read.filter((document) => !document.draft);
  faults.push(...checkPermalinks(read), ...checkTranslations(read));
  faults.push(...checkUnread(root, files, { languages, documents: read, broken }));
  const byAddress = new Map(documents.map((document) => [document.address, document]));
  const exists = (address: string) => byAddress.has(address) || broken.has(address);
  faults.push(...checkFixedPages(exists), ...checkHomes(documents, exists));
  const isStatement = (address: string) =>
    broken.has(address) || byAddress.get(address)?.kind === "statement";
  if (petition) faults.push(...checkStatement("petition", petition, isStatement));
  if (signatories) faults.push(...checkStatement("signatories", signatories, isStatement));

  const addresses = new Set([
    ...byAddress.keys(),
    ...ownAddresses,
    ...languages
      .filter((lang) => byAddress.has(localized("/act", lang)))
      .flatMap((lang) => [...countries.keys()].map((code) => localized(countryPermalink(code), lang))),
  ]);
  const redirects = data("redirects.yaml", redirectsSchema);
  if (redirects) faults.push(...checkRedirects(redirects, { addresses, broken, root }, languages));

  const drafts = read.filter((document) => document.draft);
  const places: Places = {
    root,
    byAddress,
    byName: new Map(documents.map((document) => [`${document.lang}/${stem(document.file)}`, document])),
    addresses,
    moves: redirects ? movesOf(redirects.value, languages, addresses) : [],
    broken,
    links: links ?? null,
  };
  if (!site || !petition || !signatories || !timeline || !links)
    return { content: null, documents, drafts, places, faults };
  faults.push(...checkContact(site), ...checkSecurityContact(site));
  const shown = options.drafts ? drafts : [];
  const homes = new Set([...documents, ...shown].map(({ address }) => address));
  const content: Content = {
    ...places,
    // One that is being translated is there once its home page is.
    languages: languages.filter((lang) => homes.has(localized("/", lang))),
    documents,
    drafts: shown,
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
