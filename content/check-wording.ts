import { bodyOf } from "./bodies.ts";
import { error, type Fault, quote } from "./fault.ts";
import { checkTerms, type Pair } from "./glossary.ts";
import type { Content, Document, Texts } from "./model.ts";
import { isOutdated, originalOf } from "./translation.ts";

/**
 * Holds every translation against its English original: the same headings, paragraphs, lists, components and links
 * in the same order, and the terms of the glossary where the English has them.
 */
export function checkWording(content: Content): Fault[] {
  const english = content.texts.get("en");
  const documents = [...content.documents, ...content.drafts];
  return [...content.texts].flatMap(([lang, texts]) => {
    if (!english || lang === "en") return [];
    const own = documents.flatMap((document) => {
      const original = document.lang === lang ? originalOf(document, documents) : undefined;
      // One that is older than its original is told as such, and need not match it.
      return original && !isOutdated(document, original) ? [comparedWith(original, document)] : [];
    });
    const pairs = [...own.flatMap((each) => each.pairs), ...pairsOfTexts(english, texts, lang)];
    return [
      ...own.flatMap((each) => each.faults),
      ...checkTerms(pairs, texts.glossary, english.glossary, lang),
    ];
  });
}

/** What a translation lacks or has more than its original, and the places at which the two say the same. */
function comparedWith(original: Document, document: Document): { pairs: Pair[]; faults: Fault[] } {
  const { file, textLine } = document;
  const fields = (["title", "shortTitle", "description", "imageAlt"] as const).flatMap((what): Pair[] => {
    const [english, text] = [original[what], document[what]];
    return english && text ? [{ english, text, file, line: document.permalinkLine, what }] : [];
  });
  const [theirs, ours] = [bodyOf(original).blocks, bodyOf(document).blocks];
  const pairs = theirs.flatMap((block, index): Pair[] => {
    const own = ours[index];
    return own ? [{ english: block.text, text: own.text, file, line: own.line, what: "text" }] : [];
  });
  const differ = Array.from({ length: Math.max(theirs.length, ours.length) }, (_, index) => index).find(
    (index) => theirs[index]?.kind !== ours[index]?.kind,
  );
  if (differ !== undefined) {
    const [wanted, found] = [theirs[differ], ours[differ]];
    const says = (block: typeof wanted) =>
      block ? `<${block.kind}> ${quote(shortened(block.text))}` : "nothing more";
    const reason = `here stands ${says(found)}, and in ${original.file} ${says(wanted)}.`;
    const remedy = "Give it the same headings, paragraphs, lists and components, in the same order.";
    return { pairs: fields, faults: [error(file, found?.line ?? textLine, "text", reason, remedy)] };
  }
  const faults = theirs.flatMap((block, index) => {
    const own = ours[index];
    const plain = (targets: string[] = []) =>
      targets
        .map((target) => target.replace(/^#.*/, "#"))
        .sort()
        .join(" ");
    if (!own || plain(own.targets) === plain(block.targets)) return [];
    const reason = `its links lead to ${plain(own.targets) || "nothing"}, in ${original.file} to ${plain(block.targets) || "nothing"}.`;
    return [error(file, own.line, "links", reason, "Give it the same links.")];
  });
  return { pairs: [...fields, ...pairs], faults };
}

/** Interface, petition and timeline: their texts have names, by which they belong together. */
function pairsOfTexts(english: Texts, texts: Texts, lang: string): Pair[] {
  const interfaceFile = `content/${lang}/interface.json`;
  const messages = Object.keys(english.messages).map((what, index) => ({
    what,
    english: english.messages[what] ?? "",
    text: texts.messages[what] ?? "",
    file: interfaceFile,
    line: index + 2,
  }));
  const petition = (["title", "subject", "signing", "result", "instead"] as const).map((what) => ({
    what,
    english: english.petition[what] ?? "",
    text: texts.petition[what] ?? "",
    file: `content/${lang}/petition.yaml`,
    line: 1,
  }));
  const timeline = Object.entries(english.timeline).flatMap(([id, event]) =>
    (["text", "note"] as const).map((field) => ({
      what: `${id}.${field}`,
      english: event[field] ?? "",
      text: texts.timeline[id]?.[field] ?? "",
      file: `content/${lang}/timeline.yaml`,
      line: 1,
    })),
  );
  return [...messages, ...petition, ...timeline].filter(({ text }) => text !== "");
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
