import { bodyOf, textsWithin } from "./bodies.ts";
import type { Body } from "./body.ts";
import { pictureAddress, pictureProblem } from "./check-picture.ts";
import { error, type Fault, quote } from "./fault.ts";
import { follow } from "./links.ts";
import type { Document, Places } from "./model.ts";

/**
 * Every fault in the bodies of these documents: what `parseBody` finds, links that lead nowhere, and
 * pictures that cannot be shown, also in their previews. Links to drafts count as dead, since a draft has no address.
 */
export function checkBodies(documents: Document[], places: Places): Fault[] {
  return documents.flatMap((document) => [
    ...bodyOf(document).faults,
    ...textsWithin(document, places.root).flatMap(({ body, file }) =>
      deadReferences(body, file, document, places),
    ),
  ]);
}

function deadReferences(body: Body, file: string, document: Document, places: Places): Fault[] {
  return body.references.flatMap(({ kind, url, line }) => {
    if (kind === "key") {
      if (!places.links || Object.hasOwn(places.links, url)) return [];
      const reason = "content/eu-links.yaml has no address of this name.";
      const remedy = `Use one of: ${Object.keys(places.links).join(", ")}.`;
      return [error(file, line, quote(url), reason, remedy)];
    }
    const what = `${kind} ${quote(url)}`;
    if (kind === "picture") {
      // One of another host has been refused in inspect.ts.
      if (pictureAddress(url, document.permalink) === undefined) return [];
      const found = pictureProblem(url, document.permalink, places.root);
      return found ? [error(file, line, what, found.reason, found.remedy)] : [];
    }
    const target = follow(url, document, places);
    if ("address" in target) return [];
    return [error(file, line, what, `${target.problem}.`, "Correct the link, or remove it.")];
  });
}
