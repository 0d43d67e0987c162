import { existsSync, readFileSync } from "node:fs";
import { readAndCheck } from "./check-content.ts";
import { error, type Fault, report } from "./fault.ts";
import { root } from "./files.ts";
import { fixContent } from "./fix.ts";
import { hasFlag } from "./has-flag.ts";

/**
 * `npm run check:content`: prints every fault of every file at once, and exits with 1 if one is an error. With
 * `-- --fix` it first mends what is mechanical.
 */
function main(): void {
  // On the other stream, so that the report can be piped on.
  console.error("Reading the content …");
  if (hasFlag("fix")) {
    const changes = fixContent(root);
    console.log(
      changes.length > 0
        ? `Mended:\n${changes.join("\n")}\n`
        : "There is nothing that can be mended by itself.",
    );
  }
  const all = [
    ...readAndCheck(root).faults,
    ...["README.md", "CONTRIBUTING.md", "content/README.md"].flatMap(checkNamedFiles),
  ];
  console.log(report(all));
  if (all.some((fault) => fault.level === "error")) process.exitCode = 1;
}

/** Files that a guide names in backticks must exist, so that the guide cannot go stale. */
function checkNamedFiles(guide: string): Fault[] {
  if (!existsSync(guide))
    return [error(guide, 1, "file", "the guide is missing.", "Restore it from the history.")];
  return readFileSync(guide, "utf8")
    .split("\n")
    .flatMap((line, index) =>
      [...line.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:md|mdx|ts|tsx|mjs|json|yaml))`/g)]
        .map((match) => match[1] ?? "")
        .filter(
          (name) =>
            !/xx|\/x\.|^layouts\//.test(name) &&
            !existsSync(name) &&
            !existsSync(`content/${name}`) &&
            !existsSync(`content/en/${name}`),
        )
        .map((name) =>
          error(guide, index + 1, name, "the guide names a file that does not exist.", "Correct the guide."),
        ),
    );
}

main();
