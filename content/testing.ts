import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished } from "vitest";
import { parse, stringify } from "yaml";
import { checkBodies } from "./check-bodies.ts";
import type { Fault } from "./fault.ts";
import { list, type Root } from "./files.ts";
import { type Content, type Document, readContent } from "./index.ts";
import { addLanguage, publishedWith, staysWith } from "./test-languages.mjs";

const repository = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");

/** A copy of the site's content for a test to damage. Files are named as in messages: content/…, public/…. */
export class Site {
  readonly folder = mkdtempSync(path.join(tmpdir(), "content-"));
  readonly root: Root = { content: this.path("content"), public: this.path("public") };

  constructor(files = dataOf(repository)) {
    for (const [file, bytes] of files) this.write(file, bytes);
  }

  path(file: string): string {
    return path.join(this.folder, file);
  }

  text(file: string): string {
    return readFileSync(this.path(file), "utf8");
  }

  write(file: string, text: string | Uint8Array): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  /** Replaces one piece of a file; a test whose change changes nothing would prove nothing. */
  change(file: string, from: string | RegExp, to: string): void {
    const before = this.text(file);
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`${file} does not contain ${from}.`);
    this.write(file, after);
  }

  append(file: string, text: string): void {
    this.write(file, this.text(file) + text);
  }

  remove(file: string): void {
    rmSync(this.path(file), { recursive: true });
  }

  /** Adds a language whose files are those of English, with what translations say of themselves. */
  addLanguage(lang: string): void {
    addLanguage(this.path("content"), lang);
  }

  /** The line on which a piece of text first stands, counted from 1. */
  lineOf(file: string, text: string): number {
    const index = this.text(file).indexOf(text);
    if (index < 0) throw new Error(`${file} does not contain ${text}.`);
    return this.text(file).slice(0, index).split("\n").length;
  }

  /** What is wrong with the site as it is published, or after the changes that a test made. */
  faults(): Fault[] {
    const { documents, drafts, places, faults } = readContent(this.root);
    return [...faults, ...checkBodies([...documents, ...drafts], places)];
  }

  content(): Content {
    const { content, faults } = readContent(this.root);
    if (!content) throw new Error(JSON.stringify(faults));
    return content;
  }

  document(address: string): Document {
    const document = this.content().byAddress.get(address);
    if (!document) throw new Error(`There is no document at ${address}.`);
    return document;
  }

  drafts(): Document[] {
    return readContent(this.root).drafts;
  }

  delete(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A copy of the short site that lasts as long as the test. */
export function site(): Site {
  const site = shortSite();
  onTestFinished(() => site.delete());
  return site;
}

let short: Map<string, Buffer> | undefined;

/** A copy without warnings, and with only a few of the facts, since each test reads all of them. */
export function shortSite(): Site {
  if (!short) {
    const site = new Site();
    shorten(site);
    short = dataOf(site.folder);
    site.delete();
  }
  return new Site(short);
}

/** Content and pictures, of the languages English alone with every letter: a test adds the others it needs. */
function dataOf(folder: string): Map<string, Buffer> {
  const files = ["content", "public"].flatMap((name) =>
    readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .filter((file) => staysWith(file.replace(/^content\//, ""), [])),
  );
  const published = "content/published.txt";
  const addresses = publishedWith(readFileSync(path.join(folder, published), "utf8"), []);
  return new Map([
    ...files.map((file): [string, Buffer] => [file, readFileSync(path.join(folder, file))]),
    [published, Buffer.from(addresses)],
  ]);
}

/** The milliseconds that this process has worked: what else runs on the machine does not count. */
export function workTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function shorten(site: Site): void {
  const edit = <T>(file: string, change: (data: T) => unknown) =>
    site.write(file, stringify(change(parse(site.text(file)) as T)));
  site.write(
    "content/site.yaml",
    site
      .text("content/site.yaml")
      .replace(/^contact: null$/m, "contact: https://example.org/")
      .replace(/^(security\w+): .+$/gm, "$1: null"),
  );
  const [comment, ...hosts] = site.text("content/hosts.txt").trim().split("\n");
  site.write("content/hosts.txt", [comment, ...[...hosts, "example.org"].sort(), ""].join("\n"));
  // Open, as tests need it, whatever has become of the petition.
  site.write(
    "content/petition.yaml",
    site
      .text("content/petition.yaml")
      .replace(/^state: .+$/m, "state: open")
      .replace(/^asOf: .+$/m, "asOf: 2024-06-01")
      .replace(/^closedOn: .+\n/m, ""),
  );
  edit("content/en/petition.yaml", ({ result: _, instead: __, ...words }: Record<string, string>) => words);
  for (const file of ["petition.yaml", "timeline.yaml"])
    site.write(
      `content/${file}`,
      site.text(`content/${file}`).replace(/reviewBy: .+/, "reviewBy: 2999-12-31"),
    );
  for (const file of ["eu-links.yaml", ...list(site.root, "countries")]) {
    site.write(
      `content/${file}`,
      site.text(`content/${file}`).replace(/checked: .+/g, "checked: 2999-12-31"),
    );
  }
  const ids: string[] = [];
  edit("content/timeline.yaml", (data: { events: { id: string }[] }) => {
    const events = data.events.slice(0, 3);
    ids.push(...events.map((event) => event.id));
    return { ...data, events };
  });
  const only = (keys: string[]) => (data: object) =>
    Object.fromEntries(Object.entries(data).filter(([key]) => keys.includes(key)));
  edit("content/en/timeline.yaml", only(ids));
  const pages = list(site.root, "en/pages").map((file) => site.text(`content/${file}`));
  edit(
    "content/eu-links.yaml",
    only([...pages.join().matchAll(/ to="([^"]+)"/g)].map((match) => match[1] ?? "")),
  );
}

/** An article in a copy of the site. Gives its file's name. */
export function article(
  site: Site,
  text: string,
  fields: Record<string, string | null> = {},
  name = "test.mdx",
): string {
  const file = `content/en/articles/${name}`;
  const all = {
    layout: "layouts/article.html",
    title: '"A test"',
    date: "2024-07-01",
    permalink: `/blog/${name.replace(/\.mdx?$/, ".html")}`,
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  site.write(file, ["---", ...lines, "---", "", text, ""].join("\n"));
  return file;
}

type Expected = Partial<Omit<Fault, "reason" | "remedy">> & { reason: RegExp; remedy: RegExp };

/** Exactly these faults and no other, in any order. */
export function expectFaults(faults: Fault[], ...expected: Expected[]): void {
  const order = (a: { file?: string; line?: number }, b: { file?: string; line?: number }) =>
    (a.file ?? "").localeCompare(b.file ?? "") || (a.line ?? 0) - (b.line ?? 0);
  expect(faults.toSorted(order)).toEqual(
    expected.toSorted(order).map(({ reason, remedy, ...rest }) => ({
      level: "error",
      file: expect.any(String),
      line: expect.any(Number),
      what: expect.any(String),
      ...rest,
      reason: expect.stringMatching(reason),
      remedy: expect.stringMatching(remedy),
    })),
  );
}
