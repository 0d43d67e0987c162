import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { error, type Fault } from "../fault.ts";

/** A folder to import from: its files by their path within it, with forward slashes. */
export type Source = {
  folder: string;
  files: string[];
  /** Jekyll's own settings, from _config.yml; null where there are none. */
  jekyll: Record<string, unknown> | null;
};

const notContent = /^(node_modules|vendor|_site|_includes|_layouts|_sass|_data)$/;

/** Lists a folder of another generator. Links to elsewhere are not followed, what is hidden or built is left out. */
export function readSource(folder: string): { source: Source; faults: Fault[] } {
  const faults: Fault[] = [];
  const walk = (within: string): string[] =>
    readdirSync(path.join(folder, within), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith(".") && !notContent.test(name))
      .flatMap((entry) => {
        const file = within === "" ? entry.name : `${within}/${entry.name}`;
        if (entry.isDirectory()) return walk(file);
        if (entry.isFile()) return [file];
        faults.push(
          error(file, 1, "file", "it is a link to elsewhere.", "Copy the file itself into the folder."),
        );
        return [];
      });
  const source: Source = { folder, files: walk("").sort(), jekyll: null };
  if (source.files.includes("_config.yml")) {
    const settings = readData(source, "_config.yml", faults);
    source.jekyll = settings ?? {};
  }
  return { source, faults };
}

/** What Eleventy takes for every document of a folder: posts/posts.json, and so on for each folder above. */
export function folderData(source: Source, file: string, faults: Fault[]): Record<string, unknown> {
  const folders = file.split("/").slice(0, -1);
  return Object.assign(
    {},
    ...folders.flatMap((name, index) => {
      const stem = [...folders.slice(0, index + 1), name].join("/");
      const code = ["js", "cjs", "mjs"]
        .map((ending) => `${stem}.11tydata.${ending}`)
        .find((each) => source.files.includes(each));
      if (code && !faults.some((fault) => fault.file === code)) {
        const remedy = "Write what its documents need of it, such as layout or permalink, into each of them.";
        faults.push(error(code, 1, "file", "it is a program, and none is run.", remedy));
      }
      return [`${stem}.json`, `${stem}.11tydata.json`]
        .filter((each) => source.files.includes(each))
        .map((each) => readData(source, each, faults));
    }),
  ) as Record<string, unknown>;
}

function readData(source: Source, file: string, faults: Fault[]): Record<string, unknown> | null {
  if (faults.some((fault) => fault.file === file)) return null;
  try {
    const data: unknown = parse(readFileSync(path.join(source.folder, file), "utf8"), { maxAliasCount: 20 });
    return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  } catch (problem) {
    const [reason = ""] = (problem as Error).message.split("\n", 1);
    faults.push(error(file, 1, "file", `it cannot be read: ${reason}`, "Correct it, or remove it."));
    return null;
  }
}

/**
 * The file of the folder that a link or picture of a document means: beside the document, from the top of the
 * folder or of where generators keep files, or the only one of this name.
 */
export function fileMeant(source: Source, url: string, from: string): string | undefined {
  const plain = decoded(url.replace(/[?#].*$/, ""));
  if (plain === "" || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(plain)) return undefined;
  const within = plain.replace(/^\/+/, "");
  const candidates = [
    ...(plain.startsWith("/") ? [] : [path.posix.join(path.posix.dirname(from), plain)]),
    ...["", "src", "public", "static", "content"].map((top) => path.posix.join(top, within)),
  ];
  const found = candidates.find((candidate) => source.files.includes(candidate));
  if (found) return found;
  const name = path.posix.basename(plain);
  const same = source.files.filter((file) => path.posix.basename(file) === name);
  return same.length === 1 ? same[0] : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
