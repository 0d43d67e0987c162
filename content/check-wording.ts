import { defaultLanguage } from "./address.ts";
import { bodyOf } from "./bodies.ts";
import { error, type Fault, quote } from "./fault.ts";
import { checkTerms, type Pair } from "./glossary.ts";
import { documentAt } from "./index.ts";
import type { Content, Document } from "./model.ts";
import { isOutdated } from "./translation.ts";

/**
 * Holds every translated document against its English original: the same headings, paragraphs, lists, components and
 * links in the same order, and the terms of the glossary where the English has them.
 */
export function checkWording(content: Content): Fault[] {
  const english = content.texts.get(defaultLanguage);
  return [...content.documents, ...content.drafts].flatMap((document) => {
    const { lang, permalink } = document;
    const original = lang === defaultLanguage ? undefined : documentAt(content, defaultLanguage, permalink);
    const glossary = content.texts.get(lang)?.glossary;
    // One that is older than its original is told as such, and need not match it.
    if (!original || isOutdated(document, original)) return [];
    const { pairs, faults } = comparedWith(original, document);
    return [...faults, ...(glossary && english ? checkTerms(pairs, glossary, english.glossary, lang) : [])];
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

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
