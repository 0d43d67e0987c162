import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { findBrowser } from "./browser.mjs";
import { frontPageDay } from "./front-page.mjs";
import { attack } from "./hostile.mjs";
import { refuseHostileContent } from "./hostile-content.mjs";
import { buildTwice, findServers, makeMirror } from "./mirror.mjs";
import { scan } from "./observatory/scan.mjs";
import { buildRefused, buildVariant, folderOf, refused, variants } from "./variants.mjs";

/** `npm test`: checks, unit tests, builds and browser tests, with one closing line for all of them. */

process.env.NEXT_TELEMETRY_DISABLED = "1";
const results = "test-results";
const require = createRequire(import.meta.url);
const counts = { passed: 0, failed: 0 };

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

await step("Content, types and style", () => {
  const { status } = spawnSync("npm", ["run", "--silent", "check"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("npm run check failed.");
});

const serversFound = await step("Servers of mirrors", findServers);

const unit = node([
  path.join(path.dirname(require.resolve("vitest/package.json")), "vitest.mjs"),
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${results}/unit.json`,
]);
add(
  read(`${results}/unit.json`, (report) => [report.numPassedTests, report.numFailedTests]),
  unit,
);

let built = true;
for (const name of Object.keys(variants)) {
  built &&= await step(`Build: ${name}`, () =>
    buildVariant(name, (text) => name === "site" && process.stdout.write(text)),
  );
}
if (built) {
  const mirrored = serversFound && (await step("Mirror", makeMirror));
  if (!mirrored) process.env.WITHOUT_MIRROR = "1";
  await step("Headers, as MDN's Observatory sees them", () => scan(folderOf("site")));
  await step("Hostile requests", () => attack(folderOf("site")));
  await step("A front-page day", () => frontPageDay(folderOf("site")));
  await step("Two builds are the same to the byte", buildTwice);
}
for (const name of Object.keys(refused)) await step(`Refused: ${name}`, () => buildRefused(name));
await step("Refused: hostile content", refuseHostileContent);
if (built) {
  process.env.CHROMIUM_PATH = findBrowser();
  const browser = node([
    require.resolve("@playwright/test/cli"),
    "test",
    "--config",
    "e2e/playwright.config.ts",
    ...process.argv.slice(2),
  ]);
  add(
    read(`${results}/browser.json`, ({ stats }) => [
      stats.expected,
      stats.unexpected + stats.flaky + stats.skipped,
    ]),
    browser,
  );
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;

/** Runs one step that passes or fails as a whole; says how long it took. */
async function step(title, work) {
  const start = Date.now();
  console.log(`\n— ${title} …`);
  try {
    await work();
    counts.passed += 1;
    console.log(`— ${title}: passed (${Math.round((Date.now() - start) / 1000)} s)`);
    return true;
  } catch (problem) {
    counts.failed += 1;
    console.error(`— ${title}: FAILED\n${problem.message}`);
    return false;
  }
}

function node(args) {
  console.log(`\n— ${args[0].includes("vitest") ? "Unit tests" : "Browser tests"} …`);
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status;
}

/** Counts what a runner reports; a runner that ends badly without a failed test counts as one failure. */
function add([passed, failed], status) {
  counts.passed += passed;
  counts.failed += failed > 0 || status === 0 ? failed : 1;
}

function read(file, numbers) {
  return existsSync(file) ? numbers(JSON.parse(readFileSync(file, "utf8"))) : [0, 1];
}
