import { closest } from "fastest-levenshtein";
import { error, type Fault, quote, warning } from "./fault.ts";
import { isPublicFile, type Root, readText } from "./files.ts";
import { entriesOf } from "./line-list.ts";
import type { Document, Places } from "./model.ts";
import { addressesOf, isAddress } from "./redirects.ts";

/** Addresses that readers have links to. One that was published once answers for ever. */
export const publishedFile = "published.txt";

const name = `content/${publishedFile}`;

/** The list of published addresses, each with its line; none where the file cannot be read. */
export function readPublished(root: Root): Map<string, number> {
  const read = readText(root, publishedFile);
  return new Map(
    "fault" in read ? [] : entriesOf(read.text).map(({ entry, line }) => [entry, line] as const),
  );
}

/** A published address that is gone is an error; a page that is not on the list yet is a warning. */
export function checkPublished(documents: Document[], places: Places): Fault[] {
  const read = readText(places.root, publishedFile);
  if ("fault" in read) return [read.fault];
  const lines = entriesOf(read.text);
  const listed = new Set(lines.map(({ entry }) => entry));
  const unlisted = documents.filter(({ address }) => !listed.has(address));
  const moved = new Set(places.moves.flatMap(addressesOf));
  const seen = new Set<string>();
  const faults = lines.flatMap(({ entry: address, line }) => {
    const refuse = (reason: string, remedy: string) => [error(name, line, quote(address), reason, remedy)];
    if (!isAddress(address)) return refuse("it is no address on this site.", "Correct the line.");
    if (seen.has(address)) return refuse("it is listed twice.", "Remove one of the two lines.");
    seen.add(address);
    if (places.addresses.has(address) || moved.has(address) || places.broken.has(address)) return [];
    if (isPublicFile(places.root, address)) return [];
    const fresh = unlisted.map((document) => document.address);
    const guess = fresh.length > 0 ? closest(address, fresh) : "…";
    const remedy = `Bring the page back, or write where it has moved into content/redirects.yaml: ${address}: ${guess}`;
    return refuse("it was published, and now nothing answers there.", remedy);
  });
  const missing = unlisted.map(({ file, permalinkLine, address }) => {
    const reason = `${address} is not in ${name} yet, so that nothing keeps it alive.`;
    const remedy = `Add it there on a line of its own once it is published; npm run check:content -- --fix does that.`;
    return warning(file, permalinkLine, "permalink", reason, remedy);
  });
  return [...faults, ...missing];
}

/** The text of the list with these addresses added at its end; those that it has are not repeated. */
export function withPublished(text: string, addresses: Iterable<string>): string {
  const known = new Set(entriesOf(text).map(({ entry }) => entry));
  const added = [...new Set(addresses)].filter((address) => !known.has(address)).sort();
  const before = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return before + added.map((address) => `${address}\n`).join("");
}
