import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ask, askName } from "./ask.ts";
import { nameOf, newDocument, newTranslation } from "./new-document.ts";
import { type Site, site } from "./testing.ts";
import { versionOf } from "./version-of.mjs";

const command = path.resolve(import.meta.dirname ?? "content", "new.ts");
const tsx = createRequire(import.meta.url).resolve("tsx");

const today = "2026-11-22";
beforeAll(() => vi.stubEnv("SITE_TODAY", today));
afterAll(() => vi.unstubAllEnvs());

function run(copy: Site, ...args: string[]) {
  return spawnSync(process.execPath, ["--import", tsx, command, ...args], {
    cwd: copy.folder,
    encoding: "utf8",
    input: "",
  });
}

async function start(copy: Site, ...args: string[]) {
  const child = spawn(process.execPath, ["--import", tsx, command, ...args], {
    cwd: copy.folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { stderr, status };
}

/** What the folders hold, hidden files included: what a command that failed must not have changed. */
function everything(copy: Site): string[] {
  return readdirSync(copy.folder, { recursive: true }).map(String).sort();
}

const article = (copy: Site, title: string, ...more: string[]) =>
  run(copy, "--title", title, "--kind", "article", "--lang", "en", ...more);
const day = today.replaceAll("-", "");

describe("npm run new", () => {
  test("writes a draft that has no fault, and keeps it off the site", () => {
    const copy = site();
    const { stdout, status } = article(copy, "Why a sealed letter matters");
    const file = `content/en/articles/${day}-why-a-sealed-letter-matters.mdx`;
    expect(status).toBe(0);
    expect(stdout).toContain(`Written: ${file}\n`);
    expect(copy.faults()).toEqual([]);
    expect(copy.drafts()).toMatchObject([{ file, title: "Why a sealed letter matters", date: today }]);
    copy.change(file, /^draft: true.*\n/m, "");
    expect(copy.document(`/blog/${day}-why-a-sealed-letter-matters.html`).file).toBe(file);
  });

  test("keeps a title with odd characters to the letter", () => {
    const copy = site();
    const title = `He said: "no" # {1 + 1} <b> \\ 'x' & 🚀 – ${"\u0007"}$& end: `;
    expect(article(copy, title)).toMatchObject({ status: 0 });
    expect(copy.faults()).toEqual([]);
    expect(copy.drafts()[0]?.title).toBe(`He said: "no" # {1 + 1} <b> \\ 'x' & 🚀 –  $& end:`);
  });

  test("changes nothing where a name is taken, by a file or by an address", () => {
    const copy = site();
    copy.write(`content/en/articles/${day}-taken.md`, '---\nlayout: layouts/article.html\ntitle: "A"\n');
    expect(article(copy, "Sealed")).toMatchObject({ status: 0 });
    const before = everything(copy);
    const text = copy.text(`content/en/articles/${day}-sealed.mdx`);
    const again = article(copy, "SEALED!");
    expect(again).toMatchObject({ status: 1, stdout: "" });
    expect(again.stderr).toMatch(/-sealed\.html is taken: content\/en\/articles\/\d{8}-sealed\.mdx has it/);
    expect(everything(copy)).toEqual(before);
    expect(copy.text(`content/en/articles/${day}-sealed.mdx`)).toBe(text);
    expect(article(copy, "Sealed", "--name", "sealed-again")).toMatchObject({ status: 0 });
  });

  test("says what is missing where there is no terminal, and what is wrong with an answer", async () => {
    const copy = site();
    const before = everything(copy);
    const cases: [string[], RegExp][] = [
      [[], /no terminal to ask in, and --title, --lang, --kind are missing/],
      [["--kind", "letter"], /--kind is article, statement, page, not "letter"/],
      [["--lang", "de"], /no language "de" yet.*translate interface\.json/],
      [["--titel", "x"], /Unknown option '--titel'[\s\S]*Usage/],
      [["--title", "秘密", "--kind", "page", "--lang", "en"], /no Latin letters.*Give a name/],
    ];
    await Promise.all(
      cases.map(async ([args, says]) => {
        const { stderr, status } = await start(copy, ...args);
        expect(stderr).toMatch(says);
        expect(stderr).not.toMatch(/^ {4}at /m);
        expect(status).toBe(1);
      }),
    );
    expect(everything(copy)).toEqual(before);
  }, 120_000);

  test("that is killed half-way leaves nothing that is read, and can be run again", async () => {
    const copy = site();
    const kill = copy.path("kill.mjs");
    copy.write(
      "kill.mjs",
      'import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";\n' +
        'fs.linkSync = () => process.kill(process.pid, "SIGKILL"); syncBuiltinESMExports();\n',
    );
    const args = ["--import", tsx, "--import", kill, command, "--title", "Sealed"];
    const child = spawn(process.execPath, [...args, "--kind", "article", "--lang", "en"], {
      cwd: copy.folder,
    });
    expect(await new Promise((resolve) => child.on("exit", (_code, signal) => resolve(signal)))).toBe(
      "SIGKILL",
    );
    expect(everything(copy).filter((file) => file.endsWith(".tmp"))).toHaveLength(1);
    expect(copy.faults()).toEqual([]);
    expect(copy.drafts()).toEqual([]);
    expect(article(copy, "Sealed")).toMatchObject({ status: 0 });
    expect(copy.drafts()).toHaveLength(1);
  });

  test("begins a translation of a document", async () => {
    const copy = site();
    copy.addLanguage("de");
    copy.remove("content/de/pages/about.mdx");
    const { status, stdout } = run(copy, "--translate", "content/en/pages/about.mdx", "--lang", "de");
    expect(status).toBe(0);
    expect(stdout).toContain("Its address will be /de/about");
    expect(copy.faults().filter(({ file }) => file.startsWith("content/de/pages/about"))).toEqual([]);
    expect(copy.drafts()).toMatchObject([{ file: "content/de/pages/about.mdx", permalink: "/about" }]);
    const refusals: [string[], RegExp][] = [
      [["content/en/pages/about.mdx", "--lang", "de"], /exists already/],
      [["content/en/pages/about.mdx"], /Add --lang/],
      [["/etc/passwd", "--lang", "de"], /outside the content folder/],
      [["content/site.yaml", "--lang", "de"], /is no document/],
    ];
    await Promise.all(
      refusals.map(async ([args, says]) =>
        expect((await start(copy, "--translate", ...args)).stderr).toMatch(says),
      ),
    );
  });
});

describe("the questions", () => {
  /** A terminal into which a test types; keys are typed once the question is shown. */
  function terminal(...keys: string[]) {
    const input = new PassThrough();
    const output = new PassThrough();
    let shown = "";
    output.on("data", (data) => {
      shown += data;
    });
    keys.forEach((key, index) => {
      setTimeout(() => input.write(key), 100 * (index + 1));
    });
    return { streams: { input, output }, shown: () => shown };
  }

  test("ask for what was not given", async () => {
    const { streams, shown } = terminal("\u001b[B", "\r", "\u001b[B", "\r", "A title", "\r");
    expect(await ask({}, ["en", "de"], streams)).toEqual({ kind: "statement", lang: "de", title: "A title" });
    expect(shown()).toContain("What do you want to write?");
    expect(await ask({ kind: "page", lang: "en", title: "x" }, ["en"], {})).toEqual({
      kind: "page",
      lang: "en",
      title: "x",
    });
  });

  test("end where the writer presses Ctrl-C", async () => {
    expect(await ask({ kind: "page" }, ["en"], terminal("A ti", "\u0003").streams)).toBeNull();
    expect(await ask({}, ["en"], terminal("\u0003").streams)).toBeNull();
    expect(await askName("It is taken.", "x", terminal("\u0003").streams)).toBeNull();
    expect(await askName("It is taken.", "x", terminal("other", "\r").streams)).toBe("other");
  });
});

test("a name is made of any title", () => {
  expect(nameOf("Don’t “open” it: C & co <b>")).toBe("dont-open-it-c-co-b");
  expect(nameOf("Почему Ä ß")).toBe("pochemu-a-ss");
  expect(nameOf("../../etc/passwd")).toBe("etc-passwd");
  expect(nameOf("🚀 …")).toBe("");
  expect(nameOf("word ".repeat(40))).toMatch(/^(word-){15}word$/);
  expect(nameOf("a".repeat(300))).toHaveLength(80);
});

test("a title or name that cannot be used is refused, with the reason", () => {
  const refused = (title: string, name?: string) =>
    newDocument({ title, kind: "page", lang: "en", day: "2026-11-22", ...(name && { name }) }, []);
  expect(refused(" \n")).toMatchObject({
    field: "title",
    problem: expect.stringMatching(/between 1 and 200/),
  });
  expect(refused("x".repeat(201))).toMatchObject({ field: "title" });
  expect(refused("秘密")).toMatchObject({
    field: "name",
    problem: expect.stringMatching(/no Latin letters/),
  });
  expect(refused("x", "../../x")).toMatchObject({ problem: expect.stringMatching(/cannot be an address/) });
  expect(refused("EU")).toMatchObject({ problem: expect.stringMatching(/\/eu cannot be an address/) });
  expect(refused("x", "v5.8")).toMatchObject({ problem: expect.stringMatching(/cannot be an address/) });
  expect(refused("x", "statement")).toMatchObject({
    problem: expect.stringMatching(/is taken: the site itself/),
  });
});

test("a statement and a page have addresses of their own kind", () => {
  const wish = { title: "A seal", lang: "en", day: "2026-11-22" };
  expect(newDocument({ ...wish, kind: "statement" }, [])).toMatchObject({
    file: "en/statements/a-seal.mdx",
    permalink: "/statements/a-seal",
    text: expect.stringContaining("\ndate: 2026-11-22\n"),
  });
  expect(newDocument({ ...wish, kind: "page" }, [])).toMatchObject({
    file: "en/pages/a-seal.mdx",
    permalink: "/a-seal",
    text: expect.not.stringContaining("date:"),
  });
});

test("a translation of what ends with its front matter has no text either", () => {
  expect(newTranslation('---\ntitle: "A"\n---', "2026-11-22")).toMatch(/^---\n[\s\S]*\n---\n$/);
  expect(newTranslation('---\ntitle: "A"\n---', "2026-11-22").match(/^---$/gm)).toHaveLength(2);
});

test("a translation keeps the text, and says of which day it is", () => {
  const original =
    '---\ntitle: "A"\ndate: 2024-06-01\nupdated: 2025-01-01\npreviewBody: p.html\n---\n\n# A\n\n---\n\nB\n';
  expect(newTranslation(original, "2026-11-22")).toBe(
    [
      '---\ntitle: "A"\ndate: 2024-06-01\nupdated: 2025-01-01\n# previewBody: p.html (translate this file too, and take away the #)',
      `translation: draft\noriginal: "${versionOf(original)}"\ntranslated: 2026-11-22\ndraft: true # delete this line to publish\n---\n\n# A\n\n---\n\nB\n`,
    ].join("\n"),
  );
});
