import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "../browser.mjs";
import { buildSite, filesOfArticle } from "./built-site.mjs";
import { serve } from "./server.mjs";
import { byHand, generators, origin, permalink } from "./subjects.mjs";
import { bench, install, median, node22, run, say, table, work } from "./tools.mjs";

/** `npm run bench`: the article here, written by hand, in Astro and in Eleventy, as a phone meets it. */

const rounds = Number(process.env.ROUNDS) || 5;
// What counts as slower. The page by hand differs from itself from run to run, on a busy machine by hundreds of
// milliseconds: what lies within the middle half of its own runs, or 5 %, or 30 ms, says nothing. Bytes, requests
// and CLS do not vary.
const noise = { share: 0.05, ms: 30 };

install();
const browser = findBrowser();
const subjects = await prepare();
const measures = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]));
const server = await serve(Number(new URL(origin).port));
for (let round = 1; round <= rounds; round += 1) {
  // Each begins a round in turn, so that none always runs after the same other.
  const order = Object.entries(subjects);
  for (const [name, files] of [
    ...order.slice(round % order.length),
    ...order.slice(0, round % order.length),
  ]) {
    server.show(files);
    const measure = await lighthouse();
    measures[name].push(measure);
    say(
      `round ${round} of ${rounds}, ${name}: performance ${measure.performance}, LCP ${Math.round(measure.LCP)} ms`,
    );
  }
}
server.close();

const columns = Object.keys(measures["by hand"][0]);
const medians = Object.fromEntries(
  Object.entries(measures).map(([name, all]) => [
    name,
    Object.fromEntries(columns.map((column) => [column, median(all.map((each) => each[column]))])),
  ]),
);
const hand = medians["by hand"];
const rows = Object.entries(medians).map(([name, values]) => [
  name,
  ...columns.map((column) => withRatio(values[column], hand[column], column)),
]);
console.log(`\nMedians of ${rounds}, in brackets how many times that of the page by hand\n`);
console.log(table([["", ...columns], ...rows]));
judge();

async function prepare() {
  const site = await filesOfArticle(await buildSite(), 3521);
  const icon = { type: "image/svg+xml", body: readFileSync("app/icon.svg") };
  const pictures = [...site].filter(([, { type }]) => /^image\/(?!svg)/.test(type));
  // The copies of pictures have addresses that change with the picture; by hand they are called by their width.
  const shared = [
    ["/icon.svg", icon],
    ["/manifest.webmanifest", site.get("/manifest.webmanifest")],
    ...pictures.map(([address, file]) => [address.replace(/^\/pictures\/\w+-/, "/pictures/"), file]),
  ];
  const page = (html) =>
    new Map([...shared, [permalink, { type: "text/html; charset=utf-8", body: Buffer.from(html) }]]);
  const written = byHand();
  const same = [site.get(permalink).body.toString(), written].map(textOf);
  if (same[0] !== same[1])
    throw new Error(
      `The page by hand no longer says what the site says. Mend e2e/bench/by-hand/article.html:\n${difference(...same)}`,
    );
  const all = { "by hand": page(written), site };
  for (const name of ["Astro", "Eleventy"]) {
    say(`Building the article with ${name} …`);
    const { folder, command, env, page: file } = generators[name].prepare(1);
    await run(command[0], command.slice(1), { cwd: folder, env: { ...process.env, ...env } });
    all[name] = page(readFileSync(file));
  }
  return all;
}

async function lighthouse() {
  const file = path.join(work, "lighthouse.json");
  mkdirSync(work, { recursive: true });
  const flags =
    "--headless=new --no-sandbox --disable-background-networking --disable-component-update --disable-sync --no-first-run";
  await run(
    node22(),
    [
      path.join(bench, "node_modules/lighthouse/cli/index.js"),
      origin + permalink,
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      `--chrome-flags=${flags}`,
    ],
    { env: { ...process.env, CHROME_PATH: browser } },
  );
  const { audits, categories } = JSON.parse(readFileSync(file, "utf8"));
  const requests = audits["network-requests"].details.items.filter(
    ({ url }) => !url.endsWith("/favicon.ico"),
  );
  const score = (name) => Math.round(categories[name].score * 100);
  return {
    bytes: requests.reduce((sum, { transferSize }) => sum + transferSize, 0),
    requests: requests.length,
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best practices": score("best-practices"),
    SEO: score("seo"),
    FCP: audits["first-contentful-paint"].numericValue,
    LCP: audits["largest-contentful-paint"].numericValue,
    TBT: audits["total-blocking-time"].numericValue,
    CLS: audits["cumulative-layout-shift"].numericValue,
  };
}

function withRatio(value, base, column) {
  const shown = column === "CLS" ? value.toFixed(3) : Math.round(value).toLocaleString("en");
  if (column === "CLS" || (/^[a-zS]/.test(column) && !/bytes|requests/.test(column))) return shown;
  return base === 0 ? `${shown} (${value === 0 ? "1.00" : "–"})` : `${shown} (${(value / base).toFixed(2)})`;
}

/** Fails where the site is slower than one of the others, beyond what chance explains, or not perfect. */
function judge() {
  const { site, ...others } = medians;
  const allowed = ["FCP", "LCP", "TBT"].map(
    (column) => `${column} ${Math.round(chance(column, hand[column]))} ms`,
  );
  console.log(`\nAllowed for chance: ${allowed.join(", ")}; nothing for bytes, requests and CLS.`);
  const faults = ["performance", "accessibility", "best practices", "SEO"]
    .filter((column) => site[column] < 100)
    .map((column) => `${column} is ${site[column]}, not 100`);
  for (const [name, other] of Object.entries(others))
    for (const column of ["bytes", "requests", "FCP", "LCP", "TBT", "CLS"]) {
      const isTime = /^[FLT]/.test(column);
      const limit = other[column] + (isTime ? chance(column, other[column]) : 0);
      if (site[column] > limit)
        faults.push(`${column} is ${Math.round(site[column])}, ${name} has ${Math.round(other[column])}`);
    }
  for (const fault of faults) console.log(`FAILS: ${fault}`);
  if (medians["by hand"].performance < 100)
    console.log(
      "The page by hand did not reach 100 either: the machine was busy. Measure again when it is not.",
    );
  if (faults.length === 0) console.log("holds: not slower than any of them, and 100 in all four categories");
  else process.exitCode = 1;
}

/** By how much a time may be above another, in ms. */
function chance(column, value) {
  const runs = measures["by hand"].map((each) => each[column]).sort((a, b) => a - b);
  const quarter = Math.floor(runs.length / 4);
  return Math.max(value * noise.share, noise.ms, runs[runs.length - 1 - quarter] - runs[quarter]);
}

/** What a page says, as runs of words. */
function textOf(html) {
  return html
    .replace(/<head[\s\S]*?<\/head>|<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;|&#39;|&apos;/g, "'")
    .replace(/&nbsp;/g, " ")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

function difference(site, hand) {
  let at = 0;
  while (site[at] === hand[at]) at += 1;
  const around = (text) => `“… ${text.slice(Math.max(0, at - 40), at + 80)} …”`;
  return `the site: ${around(site)}\nby hand:  ${around(hand)}`;
}
