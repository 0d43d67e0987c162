import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { copySite, folderOf } from "../variants.mjs";
import { nextBuild, permalink } from "./subjects.mjs";
import { measured, say, table } from "./tools.mjs";

/** `npm run bench:languages`: what each language adds to the build and to the pages of the others. */

const all = readdirSync("content").filter((name) => /^[a-z]{2}$/.test(name) && name !== "en");
const steps = [0, 8, all.length].filter((count) => count <= all.length);
const pages = { home: "/en", article: `/en${permalink}`, act: "/en/act" };

const results = [];
for (const count of steps) {
  const folder = folderOf("bench");
  copySite(folder, () => {}, all.slice(0, count));
  say(`Building the site in ${count + 1} languages, with every card drawn anew …`);
  const { wallMs, cpuMs } = await measured(nextBuild.command[0], nextBuild.command.slice(1), {
    cwd: folder,
    env: nextBuild.env,
  });
  const { pages: finished } = JSON.parse(readFileSync(path.join(folder, ".next/finished.json"), "utf8"));
  const bytes = Object.values(pages).map((page) => {
    const { file } = finished.find((each) => each.page === page);
    return brotliCompressSync(readFileSync(path.join(folder, ".next", file))).length;
  });
  results.push({
    languages: count + 1,
    pages: finished.length,
    seconds: wallMs / 1000,
    cpu: cpuMs / 1000,
    bytes,
  });
}

const names = Object.keys(pages).map((name) => `${name}, brotli`);
console.log(
  `\n${table([
    ["languages", "pages", "s", "of processor", ...names],
    ...results.map(({ languages, pages, seconds, cpu, bytes }) =>
      [languages, pages, seconds.toFixed(1), cpu.toFixed(1), ...bytes].map(String),
    ),
  ])}\n`,
);
const [first, last] = [results[0], results.at(-1)];
const more = last.languages - first.languages;
const each = (of) => (of(last) - of(first)) / more;
console.log(
  `Each language adds ${Math.round(each(({ pages }) => pages))} pages, ${each(({ seconds }) => seconds).toFixed(1)} s ` +
    `to a build without kept cards (${each(({ cpu }) => cpu).toFixed(1)} s of the processor), and ` +
    Object.keys(pages)
      .map((name, index) => `${Math.round(each(({ bytes }) => bytes[index]))} bytes to ${name}`)
      .join(", "),
);
