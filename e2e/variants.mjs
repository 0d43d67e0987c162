import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parseDocument } from "yaml";
import { addLanguage, publishedWith, staysWith } from "../content/test-languages.mjs";
import { memoryOf } from "./memory-of.mjs";

/** What Vercel tells of a commit. Message and author are told too, and are nobody's business. */
const commit = {
  VERCEL_GIT_COMMIT_REF: "fix/date",
  VERCEL_GIT_COMMIT_SHA: "0123456789abcdef0123456789abcdef01234567",
  VERCEL_GIT_COMMIT_MESSAGE: "A message that stays inside",
  VERCEL_GIT_COMMIT_AUTHOR_LOGIN: "an-author",
};

/** When the petition of the copies was last confirmed, whatever the site's own says by now. */
export const confirmed = { asOf: "2024-06-01", reviewBy: "2024-09-01" };

/**
 * Copies of the site with other content or another day, each built by itself, so that the built site is
 * tested in every state without switches in the code that is published.
 */
export const variants = {
  // Keeps the pages as Next made them beside the finished ones, to compare them.
  site: { port: 3210, env: { FINISH: "keep" }, change: () => {} },
  // As it is when it is published: it has an address of its own (under a name that is reserved for examples).
  // Of the languages it has those that write in another script, and one with signs of its own.
  fresh: {
    languages: ["bg", "el", "fr"],
    port: 3211,
    env: { SITE_TODAY: "2024-06-15", SITE_URL: "https://sealed.example.org" },
    change: (folder) => petition(folder, { state: "open" }),
  },
  paused: {
    port: 3212,
    env: {},
    change: (folder) => {
      petition(folder, { state: "paused" }, { instead: "Ask your representatives while you wait." });
      setFields(folder, "content/site.yaml", {
        securityContact: "https://example.org/security",
        securityExpires: "2999-12-31",
      });
      fixturePosts(folder);
    },
  },
  closed: {
    port: 3213,
    env: {},
    change: (folder) => {
      // A language that the site does not have: a folder is all it takes.
      addLanguage(path.join(folder, "content"), "eo");
      // One of its originals has changed since, an event is told in English alone, and so is the petition's end.
      appendFileSync(path.join(folder, "content/en/pages/privacy.mdx"), "\nOne more sentence.\n");
      edit(folder, "content/eo/timeline.yaml", (text) => text.replace(/^interim-again:\n {2}.*\n/m, ""));
      petition(
        folder,
        { state: "closed", closedOn: "2024-09-30" },
        { result: "It was handed over in Brussels.", instead: "Write a letter now." },
      );
    },
  },
  won: {
    port: 3214,
    env: {},
    change: (folder) => {
      petition(
        folder,
        { state: "won", closedOn: "2024-09-30" },
        { result: "The proposal was withdrawn.", instead: "Thank those who listened." },
      );
    },
  },
  // The same content as Vercel publishes it and as it shows it to reviewers.
  production: {
    port: 3216,
    env: { VERCEL_ENV: "production", VERCEL_PROJECT_PRODUCTION_URL: "sealed.example.org", ...commit },
    change: reviewed,
  },
  preview: {
    port: 3217,
    env: { VERCEL_ENV: "preview", VERCEL_BRANCH_URL: "sealed-git-fix-date.vercel.app", ...commit },
    change: reviewed,
  },
  // One page with a client component: its own button, which counts.
  counter: {
    port: 3215,
    env: {},
    change: (folder) => {
      writeFileSync(
        path.join(folder, "components/counter.tsx"),
        `"use client";
import { useState } from "react";

export function Counter() {
  const [count, setCount] = useState(0);
  return <button type="button" onClick={() => setCount(count + 1)}>Counted {count}</button>;
}
`,
      );
      edit(folder, "app/[lang]/timeline/page.tsx", (text) =>
        withPage(text, "return <><Counter />{await timeline.Page(props)}</>;").replace(
          "\n",
          '\nimport { Counter } from "../../../components/counter.tsx";\n',
        ),
      );
    },
  },
};

/** Copies that must not build, and what the build has to say about it. */
export const refused = {
  "several faults in content": {
    change: (folder) => {
      const article = "content/en/articles/20240601-protecting-children-safety-requires-e2e-encryption.mdx";
      edit(folder, article, (text) =>
        text.replace("date: 2024-06-01", "date: 2024-06-31").replace("author:", "autor:"),
      );
      edit(folder, "content/en/pages/about.mdx", (text) => `${text}\n[nowhere](/nowhere)\n`);
      edit(folder, "content/en/pages/privacy.mdx", (text) => `${text}\n{1 + 1}\n`);
      appendFileSync(path.join(folder, "content/published.txt"), "/gone\n");
      appendFileSync(path.join(folder, "content/redirects.yaml"), "/one: /two\n/two: /about\n");
    },
    says: [
      /encryption\.mdx:4: error: date: it is “2024-06-31”/,
      /encryption\.mdx:10: error: autor: there is no field of this name; did you mean “author”/,
      /about\.mdx:\d+: error: link “\/nowhere”/,
      /privacy\.mdx:\d+: error: “\{1 \+ 1\}”: an expression in braces would be deleted/,
      /published\.txt:\d+: error: “\/gone”: it was published/,
      /redirects\.yaml:\d+: error: \/one: it leads to “\/two”, which has moved as well/,
      /6 errors/,
    ],
  },
  "a production build without an address": {
    env: { VERCEL_ENV: "production" },
    change: () => {},
    says: [/A production build needs an https address/],
  },
  "a page that is rendered on demand": {
    change: (folder) =>
      edit(folder, "app/[lang]/timeline/page.tsx", (text) =>
        text.replace(
          "export default timeline.Page;",
          [
            'import { headers } from "next/headers";',
            "export default async function Page(props: Parameters<typeof timeline.Page>[0]) {",
            "  await headers();",
            "  return timeline.Page(props);",
            "}",
          ].join("\n"),
        ),
      ),
    says: [/\/timeline/, /headers/],
  },
  "a page of which a part arrives late": {
    change: (folder) =>
      edit(folder, "app/[lang]/timeline/page.tsx", (text) =>
        withPage(
          text,
          'return <Suspense fallback="…">{timeline.Page(props)}<p>{"long ".repeat(9000)}</p></Suspense>;',
        ).replace("\n", '\nimport { Suspense } from "react";\n'),
      ),
    says: [/\/en\/timeline: a part of this page arrives late/, /Suspense/],
  },
};

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");

/** The folder in which a variant is built and served; the site itself is built in place. */
export function folderOf(name) {
  return name === "site" ? root : path.join(root, ".next-variants", name);
}

/** The command that runs Next's own program, without a shell or npx in between. */
export const next = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** Writes a variant's files and builds it. Takes its name, and a listener for its output; rejects where the build fails. */
export async function buildVariant(name, onOutput) {
  const { env, change, languages } = variants[name];
  const folder = folderOf(name);
  if (folder !== root) {
    copySite(folder, change, languages);
    keepCards(folder);
  }
  await build(folder, env, { onOutput });
}

/** Builds a variant once more in another folder, with nothing kept from other builds, and gives that folder. */
export async function buildAgain(name) {
  const { env, change, languages } = variants[name];
  const folder = folderOf("again");
  copySite(folder, change, languages);
  await build(folder, env);
  return folder;
}

/** The cards and pictures that the site's own build has drawn, as a host keeps them between builds. */
function keepCards(folder) {
  for (const name of ["cards", "pictures"]) {
    const from = path.join(root, ".next/cache", name);
    if (existsSync(from)) cpSync(from, path.join(folder, ".next/cache", name), { recursive: true });
  }
}

/** Builds a copy that must be refused; rejects where it is built, or where the reason is not told. */
export async function buildRefused(name) {
  const { env = {}, change, says } = refused[name];
  const folder = folderOf("refused");
  copySite(folder, change);
  const output = await build(folder, env).then(
    () => null,
    (problem) => problem.message,
  );
  if (output === null) throw new Error("The build went through.");
  for (const sentence of says)
    if (!sentence.test(output)) throw new Error(`The build does not say ${sentence}:\n${output}`);
}

/**
 * Builds a folder, whether or not the build fails. Gives what it printed, its exit code, how long it took, and
 * the most memory of its main process, in which content is read; null where the system does not tell.
 */
export async function buildMeasured(folder) {
  const start = Date.now();
  let peak = null;
  let watch;
  const onStart = (child) => {
    watch = setInterval(() => {
      peak = Math.max(peak ?? 0, memoryOf(child.pid) ?? 0) || null;
    }, 50);
  };
  const { output, code } = await build(folder, {}, { onStart }).then(
    (output) => ({ output, code: 0 }),
    (problem) => ({ output: problem.message, code: 1 }),
  );
  clearInterval(watch);
  return { output, code, seconds: Math.round((Date.now() - start) / 1000), megabytes: peak };
}

/** The timeline's route with another body of its page. */
function withPage(text, body) {
  return text.replace(
    "export default timeline.Page;",
    `export default async function Page(props: Parameters<typeof timeline.Page>[0]) {\n  ${body}\n}`,
  );
}

function build(folder, env, listeners) {
  return run(
    process.execPath,
    [next, "build"],
    { cwd: folder, env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: "1" } },
    listeners,
  );
}

/** Copies what the site is made of into an empty folder, with English and these languages, and changes it there. */
export function copySite(folder, change, languages = []) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(root)) {
    // Without a lock file of its own, the copy takes its packages from the repository around it.
    if (
      /^(\.|(node_modules|e2e|test-results|mirror|package-lock\.json|next-env\.d\.ts)$|.*\.tsbuildinfo$)/.test(
        entry,
      )
    )
      continue;
    cpSync(path.join(root, entry), path.join(folder, entry), {
      recursive: true,
      filter: (file) =>
        staysWith(path.relative(path.join(root, "content"), file).replaceAll("\\", "/"), languages),
    });
  }
  const published = path.join(folder, "content/published.txt");
  writeFileSync(published, publishedWith(readFileSync(published, "utf8"), languages));
  change(folder);
}

function run(command, args, options, { onStart = () => {}, onOutput = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    onStart(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => {
        output += data;
        onOutput(String(data));
      });
    }
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${args.join(" ")} failed in ${options.cwd}:\n${output}`)),
    );
  });
}

/** Brings the petition of a copy into a state; what the site's own says of its state and its end does not stay. */
function petition(folder, { state, closedOn }, { result, instead } = {}) {
  setFields(folder, "content/petition.yaml", { ...confirmed, state, closedOn });
  setFields(folder, "content/en/petition.yaml", { result, instead });
}

/** Sets fields of a YAML file; one that is undefined is taken away. */
function setFields(folder, file, fields) {
  const document = parseDocument(readFileSync(path.join(folder, file), "utf8"));
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) document.delete(name);
    else document.set(name, value);
  }
  writeFileSync(path.join(folder, file), document.toString());
}

/** Changes one file of a copy; throws where the change changes nothing, since the test would then prove nothing. */
function edit(folder, file, change) {
  const before = readFileSync(path.join(folder, file), "utf8");
  const after = change(before);
  if (after === before) throw new Error(`The change to ${file} changes nothing.`);
  writeFileSync(path.join(folder, file), after);
}

/** Articles, a draft among them, an address that has moved, and a petition that nobody has looked at for long. */
function reviewed(folder) {
  petition(folder, { state: "open" });
  fixturePosts(folder);
  appendFileSync(path.join(folder, "content/redirects.yaml"), "/blog/20240101-old.html: /act\n");
  appendFileSync(path.join(folder, "content/published.txt"), "/blog/20240101-old.html\n");
}

/** Articles in the vocabulary of another generator, and a draft. */
function fixturePosts(folder) {
  const from = path.join(root, "e2e/fixtures/simplex");
  cpSync(path.join(from, "posts"), path.join(folder, "content/en/articles"), { recursive: true });
  cpSync(path.join(from, "previews"), path.join(folder, "content/en/blog_previews"), { recursive: true });
  cpSync(path.join(from, "images"), path.join(folder, "public/blog/images"), { recursive: true });
  edit(folder, "content/hosts.txt", (text) => {
    const [comment, ...hosts] = text.trim().split("\n");
    return [comment, ...[...hosts, "example.org", "www.example.org"].sort(), ""].join("\n");
  });
}
