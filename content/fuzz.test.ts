import fs, { symlinkSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkBodies } from "./check-bodies.ts";
import { descriptionOf } from "./description.ts";
import type { Fault } from "./fault.ts";
import { list } from "./files.ts";
import { bodyOf, readContent } from "./index.ts";
import { withLinksFollowed } from "./links.ts";
import { type Site, shortSite, workTime } from "./testing.ts";

/**
 * Damages content files at random. Whatever they hold, the result is pages or a fault that names the file:
 * nothing is thrown, run, read outside the two folders, or takes long. FUZZ_RUNS sets the number of files
 * (3,000 by itself), FUZZ_SEED repeats a run that failed.
 */
const runs = Number(process.env.FUZZ_RUNS || 3000);
const seed = Number(process.env.FUZZ_SEED || 20240601);
const longest = 3000;

const secret = "the-secret-outside-the-folders";
const trap = "globalThis.fuzzRan = true";

let copy: Site;
let files: string[];
let originals: Map<string, Buffer>;
let folders: string[];
const opened = new Set<string>();
const { openSync, readFileSync } = fs;

beforeAll(() => {
  copy = shortSite();
  makeLean(copy);
  copy.write("secret.md", `---\n${secret}\n---\n${secret}\n`);
  copy.write("secret/blog/images/secret.png", secret);
  files = [
    ...["site.yaml", "petition.yaml", "signatories.yaml", "timeline.yaml", "eu-links.yaml"],
    ...["en/petition.yaml", "en/timeline.yaml", "en/interface.json", "en/blog_previews/20240601.html"],
    ...["en/articles/20240601-protecting-children-safety-requires-e2e-encryption.mdx"],
    ...["en/statements/joint-statement-may-2024.mdx", "en/pages/act.mdx", "en/pages/home.mdx"],
  ].map((file) => `content/${file}`);
  // The same article as .md, which is read in another way.
  const article = files[9]!;
  files.push("content/en/articles/fuzz.md");
  copy.write(
    "content/en/articles/fuzz.md",
    copy.text(article).replace(/^permalink: .*$/m, "permalink: /blog/fuzz.html"),
  );
  // As they are named, and as they are where the temporary folder is itself a link.
  folders = [copy.root.content, copy.root.public].flatMap((folder) => [
    `${folder}/`,
    `${fs.realpathSync.native(folder)}/`,
  ]);
  originals = new Map(files.map((file) => [file, fs.readFileSync(copy.path(file))]));
  // Spies of Vitest would keep everything that was read.
  watch("readFileSync");
  watch("openSync");
  syncBuiltinESMExports();
});

afterAll(() => {
  Object.assign(fs, { readFileSync, openSync });
  syncBuiltinESMExports();
  copy.delete();
});

function watch(name: "readFileSync" | "openSync"): void {
  const original = fs[name] as (path: string, ...rest: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (path: string, ...rest: unknown[]) => {
      opened.add(String(path));
      return original(path, ...rest);
    },
  });
}

test(
  `${runs} damaged files give pages or faults (seed ${seed})`,
  () => {
    const random = generator(seed);
    expect(pageOrFault(files[0]!, "undamaged")).toBe("pages");
    expect([...opened]).toContain(copy.path(files[0]!));
    const results = { pages: 0, faults: 0 };
    for (let run = 0; run < runs; run += 1) {
      const file = pick(files, random);
      const original = originals.get(file)!;
      const [name, damage] = pick(damages, random);
      const bytes = damage(original, random, file);
      const where = `FUZZ_SEED=${seed}, run ${run}: ${name} in ${file}`;
      if (bytes) copy.write(file, bytes);
      try {
        results[pageOrFault(file, where)] += 1;
      } finally {
        if (!bytes) copy.remove(file);
        copy.write(file, original);
      }
    }
    expect(pageOrFault(files[0]!, "restored")).toBe("pages");
    // Damage that did none, or that always did, would prove little.
    expect(results.pages).toBeGreaterThan(runs / 50);
    expect(results.faults).toBeGreaterThan(runs / 3);
  },
  Math.max(120_000, runs * 200),
);

/** Cuts every file to its beginning, since all of them are read anew for each that is damaged. */
function makeLean(site: Site): void {
  const messages = Object.entries(JSON.parse(site.text("content/en/interface.json")));
  site.write("content/en/interface.json", JSON.stringify(Object.fromEntries(messages.slice(-12)), null, 2));
  site.remove("content/en/pages/about.mdx");
  site.remove("content/en/pages/privacy.mdx");
  for (const file of list(site.root, "en").filter((name) => name.endsWith(".mdx"))) {
    const [front = "", ...paragraphs] = site.text(`content/${file}`).split("\n\n");
    let length = 0;
    const kept = paragraphs.filter((paragraph) => {
      length += paragraph.length;
      return length < 1500;
    });
    // A link to a heading that was cut off would be a fault.
    const text = kept.map((paragraph) => paragraph.replace(/\]\(#[^)]*\)/g, "](/act)"));
    site.write(`content/${file}`, [front, ...text, "See [the act](/act) and [this](#top).", ""].join("\n\n"));
  }
}

/** Reads the damaged site as a build does. Fails where a promise is broken. */
function pageOrFault(file: string, where: string): "pages" | "faults" {
  const start = performance.now();
  const work = workTime();
  const told: string[] = [];
  let result: "pages" | "faults";
  opened.clear();
  try {
    const { content, documents, drafts, places, faults } = readContent(copy.root);
    const all = [...faults, ...checkBodies([...documents, ...drafts], places)];
    const errors = all.filter((fault) => fault.level === "error");
    told.push(...all.map((fault) => JSON.stringify(fault)));
    result = errors.length > 0 ? "faults" : "pages";
    if (errors.length > 0) {
      const named = errors.some((fault) => isAbout(fault, file));
      if (!named) throw new Error(`no fault names the file: ${told.join("\n")}`);
      for (const fault of all) {
        if (!(fault.line >= 1) || !fault.what || !fault.reason || !fault.remedy)
          throw new Error(`a fault is not whole: ${JSON.stringify(fault)}`);
      }
    } else {
      if (!content) throw new Error("there is neither content nor a fault");
      for (const document of content.documents) {
        const { tree } = bodyOf(document);
        told.push(
          JSON.stringify(withLinksFollowed(tree, document, content)),
          descriptionOf(document, content),
        );
        told.push(JSON.stringify(document));
      }
    }
  } catch (problem) {
    throw new Error(`${where}: ${(problem as Error).stack}`);
  }
  const time = performance.now() - start > longest ? workTime() - work : 0;
  if (time > longest) throw new Error(`${where}: it took ${Math.round(time)} ms.`);
  if (told.some((text) => text.includes(secret)))
    throw new Error(`${where}: the text of another folder appears.`);
  for (const path of opened) {
    const real = path === copy.path(file) && fs.existsSync(path) ? fs.realpathSync.native(path) : path;
    if (!folders.some((folder) => real.startsWith(folder))) throw new Error(`${where}: ${path} was opened.`);
  }
  if ("fuzzRan" in globalThis) throw new Error(`${where}: code of the content was run.`);
  if (Object.keys(Object.prototype).length > 0 || "fuzzed" in {})
    throw new Error(`${where}: a prototype was changed.`);
  return result;
}

/** Whether a fault names the file, or the address that it had before the damage gave it another. */
function isAbout(fault: Fault, file: string): boolean {
  const permalink = /^permalink: "?([^\s"]*)/m.exec(originals.get(file)!.toString())?.[1];
  const said = `${fault.what} ${fault.reason}`;
  return (
    fault.file.startsWith(file) || said.includes(file) || (!!permalink && said.includes(`“${permalink}`))
  );
}

type Random = () => number;
type Damage = (original: Buffer, random: Random, file: string) => Buffer | null;

const damages: [string, Damage][] = [
  ["truncation", (bytes, random) => bytes.subarray(0, at(bytes.length, random))],
  ["a beginning cut off", (bytes, random) => bytes.subarray(at(bytes.length, random))],
  ["a piece cut out", (bytes, random) => splice(bytes, random, "", at(200, random))],
  [
    "a piece twice",
    (bytes, random) => {
      const start = at(bytes.length, random);
      return splice(bytes, random, bytes.subarray(start, start + at(300, random)));
    },
  ],
  [
    "flipped bits",
    (bytes, random) => {
      const copy = Buffer.from(bytes);
      for (let n = at(8, random); n >= 0; n -= 1) copy[at(copy.length, random)]! ^= 1 << at(8, random);
      return copy;
    },
  ],
  [
    "flipped letters",
    (bytes, random) => {
      const copy = Buffer.from(bytes);
      for (let n = at(12, random); n >= 0; n -= 1) copy[at(copy.length, random)] = 32 + at(95, random);
      return copy;
    },
  ],
  ["noise", (_, random) => Buffer.from(Array.from({ length: at(3000, random) }, () => at(256, random)))],
  [
    "noise within",
    (bytes, random) =>
      splice(bytes, random, Buffer.from(Array.from({ length: at(30, random) }, () => at(256, random)))),
  ],
  ["NUL", (bytes, random) => splice(bytes, random, "\0")],
  [
    "UTF-16",
    (bytes, random) => {
      const text = Buffer.from((random() < 0.5 ? "\uFEFF" : "") + bytes.toString(), "utf16le");
      return random() < 0.5 ? text : text.swap16();
    },
  ],
  [
    "Latin-1",
    (bytes, random) => splice(Buffer.from(bytes.toString(), "latin1"), random, "é\xE9", 0, "latin1"),
  ],
  [
    "a byte order mark",
    (bytes, random) => Buffer.concat([Buffer.from("\uFEFF".repeat(1 + at(2, random))), bytes]),
  ],
  [
    "other line ends",
    (bytes, random) =>
      Buffer.from(bytes.toString().replaceAll("\n", pick(["\r\n", "\r", "\u2028", "\v", "\n\n"], random))),
  ],
  [
    "half a megabyte",
    (bytes, random) => Buffer.concat([bytes, Buffer.alloc(512 * 1024 + at(99, random), "x ")]),
  ],
  ["nothing", () => Buffer.alloc(0)],
  [
    "no file",
    (_, __, file) => {
      copy.remove(file);
      copy.write(`${file}.bak/x`, "");
      copy.remove(`${file}.bak`);
      symlinkSync("nowhere", copy.path(file));
      return null;
    },
  ],
  [
    "a link out of the folder",
    (_, random, file) => {
      copy.remove(file);
      symlinkSync(
        pick(
          [copy.path("secret.md"), "../../../secret.md", "../../secret.md", "/etc/passwd", copy.folder],
          random,
        ),
        copy.path(file),
      );
      return null;
    },
  ],
  [
    "a folder",
    (_, __, file) => {
      copy.remove(file);
      copy.write(`${file}/x`, secret);
      return null;
    },
  ],
  [
    "another opening",
    (bytes, random) => {
      const language = pick(["js", "json", "toml", "coffee", " js", "javascript", "yaml", "-"], random);
      const body = pick(
        [`{ title: (${trap}) }`, `module.exports = (${trap})`, "", bytes.toString().slice(4, 400)],
        random,
      );
      return Buffer.from(`---${language}\n${body}\n---\n\nText.\n`);
    },
  ],
  [
    "a field",
    (bytes, random) => Buffer.from(field(bytes.toString(), pick(keys, random), pick(values, random))),
  ],
  [
    "two fields",
    (bytes, random) =>
      Buffer.from(
        field(
          field(bytes.toString(), pick(keys, random), pick(values, random)),
          pick(keys, random),
          pick(values, random),
        ),
      ),
  ],
  [
    "lines in another order",
    (bytes, random) => {
      const lines = bytes.toString().split("\n");
      const [moved = ""] = lines.splice(at(lines.length, random), 1);
      lines.splice(at(lines.length, random), 0, moved);
      return Buffer.from(lines.join("\n"));
    },
  ],
  ["text", (bytes, random) => splice(bytes, random, `\n\n${text(random)}\n\n`, 0)],
  ["text at the end", (bytes, random) => Buffer.concat([bytes, Buffer.from(`\n\n${text(random)}\n`)])],
  ["text in a line", (bytes, random) => splice(bytes, random, text(random))],
  [
    "nesting",
    (bytes, random) =>
      Buffer.concat([
        bytes,
        Buffer.from(`\n\n${pick(nests, random)(1 + at(pick([5, 40, 400, 2000], random), random))}\n`),
      ]),
  ],
  [
    "nested YAML",
    (bytes, random) =>
      Buffer.from(
        field(
          bytes.toString(),
          pick(keys, random),
          pick(deepValues, random)(1 + at(pick([20, 500, 5000], random), random)),
        ),
      ),
  ],
];

const keys = [
  ...[
    "layout",
    "title",
    "date",
    "permalink",
    "description",
    "preview",
    "previewBody",
    "image",
    "imageAlt",
    "draft",
  ],
  ...[
    "updated",
    "source",
    "author",
    "name",
    "url",
    "statement",
    "asOf",
    "reviewBy",
    "state",
    "events",
    "procedures",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "prototype",
    "valueOf",
    '"nav.label"',
    "- x",
    "? x",
    "<<",
  ],
];

const values = [
  ...[
    "",
    "null",
    "~",
    "true",
    "yes",
    "0",
    "-1",
    ".inf",
    "1e999",
    "[]",
    "{}",
    "[1, {a: b}]",
    '""',
    "'",
    '"',
    "|",
    ">-",
    "&a",
    "*a",
  ],
  ...[
    "&a [*a]",
    "!!js/function x",
    "!!binary aGk=",
    "!x y",
    "2024-13-45",
    "2024-02-30",
    "9999-99-99",
    "2024-06-01T00:00:00Z",
  ],
  ...[
    "../../../../etc/passwd",
    "/etc/passwd",
    "../secret.md",
    "../../secret.md",
    "%2e%2e/%2e%2e/secret.md",
    "..%2f..%2fsecret.md",
  ],
  ...[
    "..\\..\\secret.md",
    "/../secret.md",
    "file:///etc/passwd",
    "//example.org/x",
    "http://[",
    "https://exa mple",
    "data:,x",
  ],
  ...[
    "/de/x",
    "/feed.xml",
    "/act",
    "/",
    "/%00",
    '"\\0"',
    '"/blog/\\u202Ex"',
    "images/../../../secret/blog/images/secret.png",
  ],
  ...[
    "{fuzzed: true}",
    "{__proto__: {fuzzed: true}}",
    "{constructor: {prototype: {fuzzed: true}}}",
    "x: y: z",
    "@x",
    "`x`",
    "%x",
  ],
  ...[
    `{ get x() { ${trap} } }`,
    `\${${trap}}`,
    "𝒳".repeat(50),
    "a".repeat(5000),
    "\u202E\u200B",
    "{count, plural, one {x}}",
    "'{date}'",
  ],
];

const deepValues: ((depth: number) => string)[] = [
  (depth) => "[".repeat(depth),
  (depth) => "[".repeat(depth) + "]".repeat(depth),
  (depth) => "{a: ".repeat(depth) + "}".repeat(depth),
  (depth) => "- ".repeat(depth),
  (depth) => "? ".repeat(depth),
  (depth) =>
    Array.from({ length: Math.min(depth, 300) }, (_, step) => `\n${" ".repeat(step + 1)}a:`).join(""),
  (depth) =>
    Array.from(
      { length: Math.min(depth, 40) },
      (_, step) => `\n  - &a${step} [${`*a${step - 1}, `.repeat(step ? 9 : 0)}x]`,
    ).join(""),
  (depth) => `"${"\\x".repeat(depth)}`,
  (depth) => `|\n${" x\n".repeat(depth)}`,
];

const nests: ((depth: number) => string)[] = [
  (depth) => `${">".repeat(depth)} x`,
  (depth) => `${"> ".repeat(depth)}x`,
  (depth) => `${"- ".repeat(depth)}x`,
  (depth) => `${"1. ".repeat(depth)}x`,
  (depth) => Array.from({ length: Math.min(depth, 60) }, (_, step) => `${"  ".repeat(step)}- x`).join("\n"),
  (depth) => "<b>".repeat(Math.min(depth, 400)),
  (depth) => "<b>".repeat(Math.min(depth, 400)) + "</b>".repeat(Math.min(depth, 400)),
  (depth) => "<div>\n".repeat(Math.min(depth, 400)) + "</div>\n".repeat(Math.min(depth, 400)),
  (depth) => "</p>".repeat(depth),
  (depth) => "<table><tr><td>".repeat(Math.min(depth, 200)),
  (depth) => "<font><p><a href=x>".repeat(Math.min(depth, 60)),
  (depth) => "[".repeat(depth),
  (depth) => "![](".repeat(depth),
  (depth) => "[x](".repeat(depth) + ")".repeat(depth),
  (depth) => "*a **b ".repeat(Math.min(depth, 200)),
  (depth) => "{".repeat(depth),
  (depth) => "{}".repeat(depth),
  (depth) => "<!--".repeat(depth),
  (depth) => "&#x26;".repeat(depth),
  (depth) => "`".repeat(depth),
  (depth) => `${"| ".repeat(Math.min(depth, 300))}\n${"|-".repeat(Math.min(depth, 300))}`,
  (depth) => "[^a]: ".repeat(depth),
  (depth) => "\n#".repeat(Math.min(depth, 300)),
  (depth) => "\\".repeat(depth),
];

const pieces = [
  ...[
    "<script>",
    "</script>",
    `<script>${trap}</script>`,
    `<img src=x onerror="${trap}">`,
    `<svg onload="${trap}">`,
    "<iframe src=//x>",
  ],
  ...[
    `{${trap}}`,
    `{/* a */ ${trap} /* b */}`,
    `<!-- */ ${trap} /* -->`,
    `<!-- */} {${trap}} {/* -->`,
    `<b x={${trap}}>y</b>`,
  ],
  ...[
    `export const x = (${trap})`,
    `import x from "data:text/javascript,${trap}"`,
    `[x](javascript:${trap})`,
    `<a href="java&#10;script:${trap}">x</a>`,
  ],
  ...[
    "[x](../../../../etc/passwd)",
    "![x](../../secret/blog/images/secret.png)",
    "![x](..%2f..%2fsecret.md)",
    "[x](./%00.md)",
    "[x](%)",
  ],
  ...[
    "[x](//[)",
    "[x](http://[)",
    "[x](</\t/>)",
    '<a href="/&#9;/">x</a>',
    '<a href="/\\">x</a>',
    "[x](#%)",
    "[x](?)",
    "[x](:)",
    "[x]()",
  ],
  ...[
    "[x](./fuzz.md#x)",
    "[x](/blog/fuzz.html#top)",
    "[x](/act?a=b#c)",
    "<EuLink to='__proto__'>x</EuLink>",
    '<EuLink to="x">',
    "<EuLink />",
  ],
  ...[
    "<CallToAction />",
    "<CallToAction>",
    "<calltoaction>",
    "<__proto__ />",
    "<constructor />",
    "<a.b.c />",
    "<></>",
    "<x:y />",
    "<Timeline />",
  ],
  ...[
    '<p style="width:">x</p>',
    '<p style="color: red /*">x</p>',
    '<p style="a:url(x)">x</p>',
    "<details open>",
    "<p class={1}>x</p>",
  ],
  ...[
    "---",
    "--- x",
    "----",
    "===",
    "~~~",
    "```",
    "````js",
    "| a |\n|---|",
    "[^x]",
    "[^x]: y",
    "[x]: /act",
    "- [x] y",
    "~~x~~",
    "&nbsp;",
    "&#0;",
    "&unknown;",
  ],
  ...[
    "# A",
    "# A\n\n# A",
    "## ",
    "####### x",
    "## <b>",
    "## [x](/act)",
    "## ![x](x)",
    "## `{x}`",
    "<h1 id=_x>y</h1>",
    '<a name="x"></a>',
    "<image src=x alt=y>",
  ],
  ...[
    "https://example.org/x",
    "http://example.org",
    "www.example.org",
    "a@example.org",
    "mailto:?body=%0A",
    "\u2028",
    "\u202E",
    "🔒",
    "\uFFFD",
    "\t",
    "    x",
    "<br>",
  ],
  ...[
    "<![CDATA[x]]>",
    "<?php x ?>",
    "<!DOCTYPE html>",
    "<plaintext>",
    "<textarea>",
    "<title>",
    "<noscript>",
    "<template><b>",
    "<select><option>",
    "<math><mi>",
    "<frameset>",
  ],
];

function text(random: Random): string {
  const glue = pick(["", " ", "\n", "\n\n", "\n> ", "\n- "], random);
  return Array.from({ length: 1 + at(4, random) }, () => pick(pieces, random)).join(glue);
}

/** Gives a field another value, or adds the field. */
function field(text: string, key: string, value: string): string {
  const line = new RegExp(`^( *)${key.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}:.*$`, "m");
  if (line.test(text)) return text.replace(line, (_, indent) => `${indent}${key}: ${value}`);
  return text.startsWith("---\n")
    ? text.replace("---\n", () => `---\n${key}: ${value}\n`)
    : `${text}\n${key}: ${value}\n`;
}

function splice(
  bytes: Buffer,
  random: Random,
  piece: string | Buffer,
  removed = 0,
  encoding: BufferEncoding = "utf8",
): Buffer {
  const start = at(bytes.length + 1, random);
  const inserted = typeof piece === "string" ? Buffer.from(piece, encoding) : piece;
  return Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + removed)]);
}

function at(length: number, random: Random): number {
  return Math.floor(random() * length);
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[at(list.length, random)]!;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function generator(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
