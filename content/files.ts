import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { error, type Fault } from "./fault.ts";

/** The two folders that may be read. Nothing outside them is ever opened. */
export type Root = { content: string; public: string };

/** The folders of this repository. */
export const root: Root = {
  content: path.resolve(/* turbopackIgnore: true */ "content"),
  public: path.resolve(/* turbopackIgnore: true */ "public"),
};

const largestFile = 512 * 1024;

/** The first character of a text that is none: a control character, or one that turns the direction of writing. */
export function controlIn(text: string): { index: number; reason: string } | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const index = text.search(/[\0-\x08\x0b\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]/);
  if (index < 0) return null;
  const code = `U+${text.charCodeAt(index).toString(16).padStart(4, "0").toUpperCase()}`;
  return text.charCodeAt(index) > 0x2000
    ? {
        index,
        reason: `${code}, an invisible sign that shows the text in another order than it is written in.`,
      }
    : { index, reason: `the control character ${code}, so it may be damaged or no text.` };
}

/**
 * Reads a text file of the content folder. Takes its path relative to that folder, gives its text, or a
 * fault where it is outside the folder, missing, too large, not UTF-8 or not text.
 */
export function readText(root: Root, file: string): { text: string } | { fault: Fault } {
  const name = `content/${file}`;
  const refuse = (reason: string, remedy: string) => ({ fault: error(name, 1, "file", reason, remedy) });
  const full = inside(root.content, file);
  if (full === "outside")
    return refuse("it lies outside the content folder.", "Move it into content/ and name it there.");
  if (full === "missing")
    return refuse("the file is missing.", "Restore it from the history or write it anew.");
  let bytes: Buffer;
  try {
    const stats = statSync(/* turbopackIgnore: true */ full);
    if (!stats.isFile()) return refuse("it is not a file.", "Put a text file in its place.");
    if (stats.size > largestFile)
      return refuse("it is larger than 512 KiB.", "Divide it into several documents.");
    bytes = readFileSync(/* turbopackIgnore: true */ full);
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    return refuse(`it cannot be opened (${code}).`, "Check who may read the file.");
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return refuse("it is saved as UTF-16.", "Save it as UTF-8.");
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const repaired = Buffer.from(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
    const invalid = bytes.findIndex((byte, index) => byte !== repaired[index]);
    const line = bytes.subarray(0, invalid).toString("latin1").split("\n").length;
    return { fault: error(name, line, "file", "it is not valid UTF-8.", "Save it as UTF-8.") };
  }
  const control = controlIn(text);
  if (control) {
    const line = text.slice(0, control.index).split("\n").length;
    return {
      fault: error(
        name,
        line,
        "file",
        `it contains ${control.reason}`,
        "Delete the character, or restore the file.",
      ),
    };
  }
  return { text: text.replace(/\r\n?/g, "\n") };
}

/** What changes whenever a file of the content or of public/ does: names, sizes and times. */
export function stateOf({ content, public: pictures }: Root): string {
  return [content, pictures]
    .flatMap((folder) =>
      readdirSync(/* turbopackIgnore: true */ folder, { recursive: true, encoding: "utf8" }).map((name) => {
        const file = path.join(/* turbopackIgnore: true */ folder, name);
        const stats = statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false });
        return `${name} ${stats?.mtimeMs} ${stats?.size}`;
      }),
    )
    .join("\n");
}

/** What systems and editors leave behind, which nobody has written: no file of the content. */
const leftover =
  /^\.|^(Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r)$|~$|^~\$|^#.*#$|\.(sw[a-p]|orig|rej|bak|tmp)$/i;

/** The files below a folder of content, as sorted paths relative to the content folder, without leftovers. */
export function list(root: Root, folder: string): string[] {
  const full = path.join(/* turbopackIgnore: true */ root.content, folder);
  if (!existsSync(/* turbopackIgnore: true */ full)) return [];
  return readdirSync(/* turbopackIgnore: true */ full, { withFileTypes: true })
    .filter((entry) => !leftover.test(entry.name))
    .flatMap((entry) => {
      const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? list(root, file) : [file];
    })
    .sort();
}

/** Whether public/ holds a file for this address (a path such as /blog/images/x.png). */
export function isPublicFile(root: Root, address: string): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    return false;
  }
  const full = inside(root.public, decoded.replace(/^\//, ""));
  if (full === "missing" || full === "outside") return false;
  // The disks of macOS and Windows find a file in any letter case; servers do not.
  return statSync(/* turbopackIgnore: true */ full).isFile() && otherSpelling(root, address) === undefined;
}

/** The address of a file in public/ whose name differs from this one only in capital and small letters. */
export function otherSpelling(root: Root, address: string): string | undefined {
  let asked: string;
  try {
    asked = decodeURIComponent(address).replace(/^\//, "");
  } catch {
    return undefined;
  }
  const full = inside(root.public, asked);
  if (full === "outside" || !existsSync(/* turbopackIgnore: true */ root.public)) return undefined;
  const within = path.relative(
    /* turbopackIgnore: true */ root.public,
    path.resolve(/* turbopackIgnore: true */ root.public, asked),
  );
  const real = (file: string) => realpathSync.native(/* turbopackIgnore: true */ file);
  // Some disks take the parts of a letter with an accent apart, which is no other name.
  const isSame = (one: string, other: string) => one.normalize() === other.normalize();
  if (
    full !== "missing" &&
    isSame(path.relative(/* turbopackIgnore: true */ real(root.public), real(full)), within)
  )
    return undefined;
  const names: string[] = [];
  for (const name of within.split(path.sep)) {
    const folder = path.join(/* turbopackIgnore: true */ root.public, ...names);
    const stats = lstatSync(/* turbopackIgnore: true */ folder, { throwIfNoEntry: false });
    // What lies behind a link may lie outside.
    if (!stats?.isDirectory()) return undefined;
    const entries = readdirSync(/* turbopackIgnore: true */ folder);
    const found =
      entries.find((entry) => isSame(entry, name)) ??
      entries.find((entry) => isSame(entry.toLowerCase(), name.toLowerCase()));
    if (found === undefined) return undefined;
    names.push(found);
  }
  const spelling = names.join("/");
  return isSame(spelling, within.replaceAll(path.sep, "/")) ? undefined : `/${spelling}`;
}

/** The bytes of a file in public/, by its address. Throws where there is none. */
export function readPublic(root: Root, address: string): Buffer {
  const full = inside(root.public, decodeURIComponent(address).replace(/^\//, ""));
  if (full === "missing" || full === "outside") throw new Error(`public${address} does not exist.`);
  return readFileSync(/* turbopackIgnore: true */ full);
}

/** The path of a file that exists and lies in the folder, also where links lead to; or why there is none. */
function inside(folder: string, file: string): string | "missing" | "outside" {
  if (file.includes("\0")) return "missing";
  const full = path.resolve(/* turbopackIgnore: true */ folder, file);
  // Before anything is asked of the disk: a path outside is not even looked at.
  if (!contains(folder, full)) return "outside";
  if (!existsSync(/* turbopackIgnore: true */ full)) return "missing";
  const real = realpathSync.native(/* turbopackIgnore: true */ full);
  return contains(realpathSync.native(/* turbopackIgnore: true */ folder), real) ? full : "outside";
}

function contains(folder: string, full: string): boolean {
  const relative = path.relative(/* turbopackIgnore: true */ folder, full);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
