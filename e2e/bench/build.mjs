import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { moduleOf, summarize } from "./profile.mjs";
import { generators } from "./subjects.mjs";
import { install, measured, median, say, table, work } from "./tools.mjs";

/** `npm run bench:build`: what a page costs to build, with 10, 100 and 1,000 articles, here and elsewhere. */

const counts = [10, 100, 1000];
const most = { perArticle: "Astro, MDX", growth: 1.2 };
const least = "Next, empty pages";
/** The folders in which the generators leave what they have made. */
const left = [".next", ".astro", "dist", "node_modules", "_site"];
/** How often a build is measured: what few articles add is lost in what differs from build to build. */
const timesFor = (count) => (count < 1000 ? 3 : 1);

install();
const results = {};
const drawing = [];
for (const [name, { prepare }] of Object.entries(generators)) {
  results[name] = [];
  for (const count of counts) {
    const { folder, command, env, page, drawn } = prepare(count);
    say(`${name}: building ${count} articles …`);
    const build = () => measured(command[0], command.slice(1), { cwd: folder, env });
    const first = drawn && (await build());
    const builds = [];
    while (builds.length < timesFor(count)) {
      if (builds.length > 0 || first) keepOnly(folder, drawn ?? []);
      builds.push(await build());
    }
    const result = middle(builds);
    if (first) drawing.push((first.cpuMs - result.cpuMs) / count);
    if (page && !existsSync(page)) throw new Error(`${name} has built no ${page}.`);
    results[name].push(result);
    say(`${name}: ${seconds(result.wallMs)} s, of the processor ${seconds(result.cpuMs)} s`);
  }
}

const rows = Object.entries(results).map(([name, all]) => {
  const slopes = [slope(all, 0), slope(all, 1)];
  results[name].slopes = slopes;
  return [
    name,
    ...all.map(({ wallMs }) => seconds(wallMs)),
    ...all.map(({ megabytes }) => Math.round(megabytes)),
    ...slopes.flatMap(({ wall, cpu }) => [wall.toFixed(1), cpu.toFixed(1)]),
    (slopes[1].cpu / slopes[0].cpu).toFixed(2),
  ];
});
const header = [
  "",
  ...counts.map((count) => `s for ${count}`),
  ...counts.map((count) => `MB for ${count}`),
  ...["10-100", "100-1000"].flatMap((span) => [`ms/article ${span}`, "of processor"]),
  "growth",
];
console.log(`\n${table([header, ...rows])}\n`);

console.log(
  `A card for each article costs ${drawing.map((ms, index) => `${Math.round(ms)} ms (${counts[index]} articles)`).join(", ")} ` +
    "of the processor more, once: it is kept until it changes. The figures above are without it.\n",
);

say("site: once more with 100 articles, to see what the time is spent on …");
const { folder, command, env, drawn } = generators.site.prepare(100);
await measured(command[0], command.slice(1), { cwd: folder, env });
keepOnly(folder, drawn);
const to = path.join(work, "profile");
await measured(command[0], command.slice(1), { cwd: folder, env, profile: true, to });
const spent = summarize(to, kindOf);
console.log(
  `\n${table([["JavaScript's time, 100 articles", "ms"], ...spent.map(({ name, ms }) => [name, Math.round(ms)])])}\n`,
);

const [early, late] = results.site.slopes;
const limit = results[most.perArticle].slopes[1];
// The processor's time, since another program on the machine doubles the time on the wall.
judge(
  late.cpu <= limit.cpu,
  `an article takes ${late.cpu.toFixed(1)} ms here, ${limit.cpu.toFixed(1)} in ${most.perArticle} ` +
    `(an empty page takes ${results[least].slopes[1].cpu.toFixed(1)} in Next)`,
);
judge(
  late.cpu <= early.cpu * most.growth,
  `an article at 1,000 takes ${(late.cpu / early.cpu).toFixed(2)} times that at 100`,
);

/** The median of each figure. */
function middle(builds) {
  const of = (figure) => median(builds.map((build) => build[figure]));
  return { wallMs: of("wallMs"), cpuMs: of("cpuMs"), megabytes: of("megabytes") };
}

/** Takes away what a build has left, but for these folders. */
function keepOnly(folder, kept) {
  const aside = path.join(folder, ".kept");
  for (const [index, name] of kept.entries()) {
    mkdirSync(aside, { recursive: true });
    renameSync(path.join(folder, name), path.join(aside, String(index)));
  }
  for (const name of left) rmSync(path.join(folder, name), { recursive: true, force: true });
  for (const [index, name] of kept.entries()) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    renameSync(path.join(aside, String(index)), path.join(folder, name));
  }
}

function judge(holds, sentence) {
  console.log(`${holds ? "holds" : "FAILS"}: ${sentence}`);
  if (!holds) process.exitCode = 1;
}

/** What a further article costs between two sizes, in ms. */
function slope(all, index) {
  const more = counts[index + 1] - counts[index];
  return {
    wall: (all[index + 1].wallMs - all[index].wallMs) / more,
    cpu: (all[index + 1].cpuMs - all[index].cpuMs) / more,
  };
}

/** A step of the build that a frame belongs to; undefined where its caller decides. */
function kindOf(frame) {
  const module = moduleOf(frame);
  if (/\/app\/_finish\/[\w-]+\.mjs/.test(frame.url)) return "finishing pages";
  if (/^(yaml|gray-matter|zod)$|^(files|front-matter|check-fields|schema)\.ts/.test(module))
    return "reading files and front matter";
  if (/^(micromark|mdast|remark|rehype-raw|slugify|hast-util-raw)|^(body|inspect)\.ts/.test(module))
    return "parsing Markdown and MDX";
  if (
    /^(estree|recma|esast|@mdx-js|hast-util-to-estree|hast-util-to-jsx|next-mdx-remote|astring)/.test(module)
  )
    return "MDX to React";
  if (/app-page.*runtime/.test(module)) return "rendering pages";
  if (/app-route.*runtime/.test(module)) return "feeds, sitemap and pictures";
  if (/^next\/(export|build)/.test(module)) return "Next's own steps";
  if (frame.functionName === "spawnSync") return "waiting for TypeScript";
  if (/^node:internal\/modules/.test(frame.url)) return "loading modules";
  return undefined;
}

function seconds(ms) {
  return (ms / 1000).toFixed(1);
}
