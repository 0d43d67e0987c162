import path from "node:path/posix";
import { localized } from "./address.ts";
import { parseBody, withCharacters } from "./body.ts";
import { checkDocument } from "./check-documents.ts";
import { checkFields } from "./check-fields.ts";
import { pictureAddress } from "./check-picture.ts";
import { error, type Fault } from "./fault.ts";
import { type Root, readText } from "./files.ts";
import { splitFrontMatter } from "./front-matter.ts";
import type { Document } from "./model.ts";
import { documentSchema, layouts } from "./schema.ts";
import { typeset } from "./typography.ts";
import { versionOf } from "./version-of.mjs";

/**
 * The documents of a language whose front matter is sound, drafts among them. Faults are added to the list, and
 * the addresses and names of what is broken to `broken`.
 */
export function readDocuments(
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
    const shown = (text: string) => typeset(withCharacters(text), lang);
    const kind = (Object.keys(layouts) as (keyof typeof layouts)[]).find(
      (key) => layouts[key] === front.layout,
    )!;
    const picture = front.image && pictureAddress(front.image, front.permalink);
    const document: Document = {
      ...front,
      title: shown(front.title),
      ...(front.shortTitle && { shortTitle: shown(front.shortTitle) }),
      ...(front.description && { description: shown(front.description) }),
      ...(front.preview && { preview: shown(front.preview) }),
      ...(front.imageAlt && { imageAlt: shown(front.imageAlt) }),
      kind,
      lang,
      file,
      address: localized(front.permalink, lang),
      format,
      text: parts.body,
      version: versionOf(read.text),
      textLine: parts.bodyLine,
      permalinkLine: parts.yaml.lineOf(["permalink"]),
      dateLine: parts.yaml.lineOf([front.updated ? "updated" : "date"]),
      ...(picture && { picture }),
    };
    faults.push(...checkDocument(document, parts.yaml, root));
    return [document];
  });
}

/** A document's file name without its ending. */
export function stem(file: string): string {
  return path.basename(file).replace(/\.mdx?$/i, "");
}
