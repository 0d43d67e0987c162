import { bodyOf, previewOf } from "./bodies.ts";
import type { Body } from "./body.ts";
import { error, type Fault, quote } from "./fault.ts";
import { follow } from "./links.ts";
import type { Document, Places } from "./model.ts";

/**
 * Every fault in the bodies of these documents: what `parseBody` finds, and links and pictures that lead
 * nowhere, also in their previews. Links to drafts count as dead, since a draft has no address.
 */
export function checkBodies(documents: Document[], places: Places): Fault[] {
  return documents.flatMap((document) => {
    const body = bodyOf(document);
    const preview = previewOf(document, places.root);
    return [
      ...body.faults,
      ...deadReferences(body, document.file, document, places),
      ...(preview
        ? deadReferences(preview, `content/${document.lang}/${document.previewBody}`, document, places)
        : []),
    ];
  });
}

function deadReferences(body: Body, file: string, document: Document, places: Places): Fault[] {
  return body.references.flatMap(({ kind, url, line }) => {
    if (kind === "key") {
      if (!places.links || Object.hasOwn(places.links, url)) return [];
      const reason = "content/eu-links.yaml has no address of this name.";
      const remedy = `Use one of: ${Object.keys(places.links).join(", ")}.`;
      return [error(file, line, quote(url), reason, remedy)];
    }
    const target = follow(url, document, places);
    if ("address" in target) return [];
    const remedy =
      kind === "picture"
        ? "Put the picture into public/, or correct its path; it is relative to the permalink's folder."
        : "Correct the link, or remove it.";
    return [error(file, line, `${kind} ${quote(url)}`, `${target.problem}.`, remedy)];
  });
}
