import type { Changes } from "./changes.ts";
import type { Content, Document } from "./model.ts";

/** A page that a reviewer should look at. New pages are those that the list of published addresses does not have. */
export type PageToReview = { document: Document; why: "draft" | "new" | "changed" };

type Pages = Pick<Content, "documents" | "drafts">;

/** The pages of a preview to look at: drafts first, then what is new, then what has changed. */
export function pagesToReview(
  { documents, drafts }: Pages,
  published: { has(address: string): boolean },
  changes: Changes,
): PageToReview[] {
  const changed = "files" in changes ? changes.files : new Set<string>();
  const isNew = (document: Document) => !published.has(document.address);
  return [
    ...drafts.map((document) => ({ document, why: "draft" as const })),
    ...documents.filter(isNew).map((document) => ({ document, why: "new" as const })),
    ...documents
      .filter((document) => !isNew(document) && filesOf(document).some((file) => changed.has(file)))
      .map((document) => ({ document, why: "changed" as const })),
  ];
}

/** Changed files of content/ and public/ that belong to no single page, in order. */
export function otherChanges({ documents, drafts }: Pages, changes: Changes): string[] {
  if (!("files" in changes)) return [];
  const ofPages = new Set([...documents, ...drafts].flatMap(filesOf));
  return [...changes.files].filter((file) => /^(content|public)\//.test(file) && !ofPages.has(file)).sort();
}

function filesOf({ file, lang, picture, previewBody }: Document): string[] {
  return [
    file,
    ...(picture ? [`public${decodeURI(picture)}`] : []),
    ...(previewBody ? [`content/${lang}/${previewBody}`] : []),
  ];
}
