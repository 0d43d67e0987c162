import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { report } from "./fault.ts";
import { list, root } from "./files.ts";
import { hasFlag } from "./has-flag.ts";
import type { Import } from "./import/plan.ts";
import { planImport } from "./import/plan.ts";
import { readSource } from "./import/source.ts";
import { tryImports, writeImports } from "./import/stage.ts";

const usage = `Usage: npm run import -- <folder> [--lang en] [--dry-run]
Takes the Markdown of an Eleventy or Jekyll site, with its pictures, into content/ and public/. Nothing is
overwritten. What cannot be taken is told with file and line: mend it in the folder, and run this again.`;

/** `npm run import`: see `usage`. Exits with 1 if something could not be taken. */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: "string", default: "en" },
      "dry-run": { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const [folder] = positionals;
  const isTrial = values["dry-run"] || hasFlag("dry-run");
  if (values.help) {
    console.log(usage);
    return;
  }
  const problem =
    positionals.length !== 1 || folder === undefined
      ? usage
      : !existsSync(folder) || !statSync(folder).isDirectory()
        ? `${folder} is no folder.\n${usage}`
        : isWithin(folder)
          ? `${folder} is part of this site already. Name the folder of the other one.`
          : !list(root, "").includes(`${values.lang}/interface.json`)
            ? `The site has no language ${JSON.stringify(values.lang)}: content/${values.lang}/interface.json is missing.`
            : null;
  if (problem !== null || folder === undefined) {
    console.error(problem);
    process.exitCode = 1;
    return;
  }

  const read = readSource(path.resolve(folder));
  const plan = planImport(read.source, root, values.lang, (done, all, file) =>
    console.error(`[${done}/${all}] ${file}`),
  );
  console.error("Trying them in a copy of the site …");
  const { taken, present, faults } = tryImports(plan.imports, root);
  if (!isTrial) writeImports(taken, root);

  for (const each of taken) tell(each);
  const all = [...read.faults, ...plan.faults, ...faults];
  if (all.length > 0)
    console.log(
      `\nCould not be taken; the lines are those of ${folder}:\n${report(all).replace(/\n.*$/, "")}`,
    );
  const files = new Set(taken.flatMap((each) => each.files.slice(0, -1).map(({ to }) => to)));
  const left = new Set(all.map(({ file }) => file));
  console.log(
    `\n${taken.length} documents with ${files.size} files ${isTrial ? "would be" : "were"} taken, ` +
      `${present.length} were there already, ${left.size} could not be taken.`,
  );
  if (taken.length > 0)
    console.log(
      "Next: npm run check:content, which also tells the hosts that they link to and that are to be added to " +
        "content/hosts.txt, and npm run dev to look at them.",
    );
  if (all.length > 0) process.exitCode = 1;
}

function tell({ post, to, changes, files }: Import): void {
  console.log(`\n${post.file} → ${to}${changes.length === 0 ? " (kept as it was)" : ""}`);
  for (const { line, what, says } of changes) console.log(`    line ${line}: ${what} ${says}`);
  for (const file of files.slice(0, -1)) console.log(`    with ${file.to}`);
}

/** Whether a folder is one of the site's own, which would be copied into itself. */
function isWithin(folder: string): boolean {
  return [root.content, root.public].some((own) => {
    const relative = path.relative(own, path.resolve(folder));
    return relative === "" || !relative.startsWith("..");
  });
}

try {
  main();
} catch (problem) {
  if (!String((problem as { code?: string }).code).startsWith("ERR_PARSE_ARGS")) throw problem;
  console.error(`${(problem as Error).message}\n${usage}`);
  process.exitCode = 1;
}
