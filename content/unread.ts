import path from "node:path/posix";
import { closest, distance } from "fastest-levenshtein";
import { error, type Fault, quote, warning } from "./fault.ts";
import { type Root, readText } from "./files.ts";
import type { Document } from "./model.ts";
import { layouts } from "./schema.ts";

/** What was read of the content: its languages, its documents with their drafts, and the names of broken ones. */
type Read = { languages: string[]; documents: Document[]; broken: ReadonlySet<string> };

const dataFiles = [
  ...["site.yaml", "petition.yaml", "signatories.yaml", "timeline.yaml", "eu-links.yaml", "redirects.yaml"],
  ...["hosts.txt", "published.txt", "README.md"],
];
const textFiles = ["interface.json", "glossary.yaml", "petition.yaml", "timeline.yaml", "letter.yaml"];
const documentFolders = Object.keys(layouts).map((kind) => `${kind}s`);
const previewFolder = "blog_previews";

const guide = "content/README.md says what lies where";

/**
 * The files of the content folder that nothing reads: what lies in the wrong folder, or has the wrong name, would
 * never be published, and nobody would be told. Takes the names of all files; code is no content.
 */
export function checkUnread(root: Root, files: string[], read: Read): Fault[] {
  // Without its interface.json English has a fault already, and is still where its texts belong.
  const languages = new Set(["en", ...read.languages]);
  const fragments = new Set(read.documents.map(({ lang, previewBody }) => `${lang}/${previewBody}`));
  const isRead = (file: string) => {
    const [folder = "", ...rest] = file.split("/");
    if (/\.(ts|mjs)$/.test(file) || folder === "countries") return true;
    if (rest.length === 0) return dataFiles.includes(folder);
    if (/^[a-z]{2}\/letter\.yaml$/.test(file)) return true;
    if (!languages.has(folder)) return false;
    if (rest.length === 1 && textFiles.includes(rest[0]!)) return true;
    return (rest.length > 1 && documentFolders.includes(rest[0]!)) || fragments.has(file);
  };
  const unread = files.filter((file) => !isRead(file));
  const folderOf = (file: string) => file.slice(0, Math.max(0, file.indexOf("/")));
  const ownFiles = unread.filter((file) => folderOf(file) === "" || languages.has(folderOf(file)));
  const foreign = new Map<string, string[]>();
  for (const file of unread.filter((each) => !ownFiles.includes(each)))
    foreign.set(folderOf(file), [...(foreign.get(folderOf(file)) ?? []), file]);
  return [
    ...ownFiles.flatMap((file) => {
      const lang = folderOf(file);
      if (lang === "" || !/\.html?$/.test(file)) return [unreadFile(root, file, lang)];
      // A document that could not be read may name it.
      return [...read.broken].some((name) => name.startsWith(`${lang}/`)) ? [] : [unnamedFragment(file)];
    }),
    ...[...foreign].map(([folder, inside]) => unreadFolder(folder, inside, languages)),
  ];
}

function unnamedFragment(file: string): Fault {
  const name = file.slice(3);
  return warning(
    `content/${file}`,
    1,
    "file",
    "no document of its language names it, so it is never shown.",
    `Add a line previewBody: ${name} to the document that it introduces, or remove the file.`,
  );
}

/** A file in the content folder itself, or in the folder of a language. */
function unreadFile(root: Root, file: string, lang: string): Fault {
  const refuse = (reason: string, remedy: string) => error(`content/${file}`, 1, "file", reason, remedy);
  const name = path.basename(file);
  if (/\.mdx?$/i.test(file)) {
    const home = `content/${lang || "en"}/`;
    const folder = folderByLayout(root, file) ?? (lang && near(file.split("/")[1] ?? "", documentFolders));
    const places = (folder ? [folder] : documentFolders).map((each) => `${home}${each}/`);
    return refuse(
      "nothing reads it here, so it is not published: a text lies in articles/, statements/ or pages/ of its language.",
      `Move it to ${either(places)}${lang === "" ? ", or the same folder of its language" : ""}.`,
    );
  }
  const reason = "nothing reads a file of this name here, so what it says is not published.";
  if (/\.(png|jpe?g|gif|webp|avif|svg|heic|pdf)$/i.test(file))
    return refuse(reason, "Move it to public/, where pictures and files to link to lie.");
  const known = lang === "" ? dataFiles : textFiles;
  const meant = near(name, known) ?? (lang === "" ? near(name, textFiles) : undefined);
  if (meant) {
    const place = known.includes(meant) ? `content/${lang && `${lang}/`}${meant}` : `content/en/${meant}`;
    return refuse(reason, `Name it ${place}, if that is what it should be, or remove it.`);
  }
  return refuse(reason, `Move it where it belongs, or remove it; ${guide}.`);
}

/** A whole folder is one fault, however many files it has. */
function unreadFolder(folder: string, files: string[], languages: ReadonlySet<string>): Fault {
  const [first = ""] = files;
  const count = files.length === 1 ? "a file" : `${files.length} files`;
  const refuse = (why: string, remedy: string, file = first) =>
    error(`content/${file}`, 1, `folder ${quote(folder)}`, `nothing reads ${count} in it: ${why}.`, remedy);
  if (/^[a-z]{2}$/.test(folder)) {
    const misnamed = files.find(
      (file) => file.split("/").length === 2 && near(file.slice(3), ["interface.json"]),
    );
    return refuse(
      "a language exists when its folder holds interface.json",
      misnamed
        ? `Name ${quote(misnamed.slice(3))} interface.json.`
        : `Copy content/en/interface.json to content/${folder}/ and translate its words, or remove the folder.`,
      misnamed,
    );
  }
  const code = /^([a-z]{2})(?:[-_].*)?$/i.exec(folder)?.[1]?.toLowerCase();
  if (code !== undefined) {
    const remedy = languages.has(code)
      ? `Move what is missing there to content/${code}/, and remove the folder.`
      : `Name the folder content/${code}/.`;
    return refuse("a language's folder is named after its code of two small letters", remedy);
  }
  const kind = near(folder, [...documentFolders, previewFolder]);
  if (kind)
    return refuse(
      "texts lie in the folder of their language",
      `Move them to content/en/${kind}/, or the same folder of their language.`,
    );
  if (near(folder, ["countries"]))
    return refuse("it has another name", "Name the folder content/countries/.");
  return refuse(
    "it is neither countries/ nor named after a language's code of two letters, such as de",
    `Move its files where they belong, or remove them; ${guide}.`,
  );
}

/** The folder that a document says itself it belongs to. */
function folderByLayout(root: Root, file: string): string | undefined {
  const read = readText(root, file);
  const kind = "text" in read && /^layout:[ \t]*["']?layouts\/(\w+)\.html/m.exec(read.text)?.[1];
  return documentFolders.find((folder) => folder === `${kind}s`);
}

/** The name that is meant by one that differs in letter case or in two letters. */
function near(name: string, known: string[]): string | undefined {
  const guess = closest(name.toLowerCase(), known);
  return distance(name.toLowerCase(), guess.toLowerCase()) <= 2 ? guess : undefined;
}

function either(names: string[]): string {
  return names.join(", ").replace(/, ([^,]*)$/, " or $1");
}
