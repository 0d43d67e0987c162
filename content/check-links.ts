import { writeFileSync } from "node:fs";
import path from "node:path";
import { today } from "./dates.ts";
import { externalLinks } from "./external-links.ts";
import { readText, root } from "./files.ts";
import { hasFlag } from "./has-flag.ts";
import { getContent } from "./index.ts";
import { checkLinks } from "./link-check.ts";
import { withCheckDates } from "./link-dates.ts";

/**
 * `npm run check:links`: asks every external address of the content whether it answers; exits with 1 if one
 * is dead. With `-- --update` it writes today's date to those that answer. LINK_BASE sends every request to
 * another server instead, for tests.
 */
async function main(): Promise<void> {
  const base = process.env.LINK_BASE;
  const links = externalLinks(getContent());
  const results = await checkLinks([...links.keys()], {
    ...(base && { pause: 0, rewrite: (url: string) => `${base}/${encodeURIComponent(url)}` }),
    onResult: ({ url, state, says }, done, all) => console.log(`[${done}/${all}] ${state}: ${url} (${says})`),
  });
  const notOk = results.filter(({ state }) => state !== "ok");
  console.log(notOk.length > 0 ? "\nTo look at:" : "\nEvery address answers.");
  for (const { url, state, says } of notOk) {
    const level = state === "dead" ? "error" : "warning";
    console.log(`${[...links.get(url)!.keys()].join(", ")}: ${level}: ${url}: ${says}`);
  }
  if (hasFlag("update")) {
    const answered = new Set(results.filter(({ state }) => state === "ok").map(({ url }) => url));
    for (const file of new Set([...links.values()].flatMap((files) => [...files.keys()])))
      update(file, answered);
  }
  if (notOk.some(({ state }) => state === "dead")) process.exitCode = 1;
}

function update(file: string, answered: ReadonlySet<string>): void {
  const name = file.replace(/^content\//, "");
  if (!/^(eu-links|countries\/..)\.yaml$/.test(name)) return;
  const read = readText(root, name);
  if ("fault" in read) throw new Error(read.fault.reason);
  const text = withCheckDates(read.text, answered, today());
  if (text === read.text) return;
  writeFileSync(path.join(root.content, name), text);
  console.log(`${file}: check dates written.`);
}

await main();
