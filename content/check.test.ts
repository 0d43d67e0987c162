import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { article, site } from "./testing.ts";

const script = path.resolve(import.meta.dirname ?? "content", "check.ts");

test("the check prints every fault, and a guide's dead file names, and exits with 1", () => {
  const copy = site();
  article(copy, "[x](/nowhere)", { autor: "x" });
  copy.write("README.md", "See `content/en/nothing.mdx` and `content/site.yaml`.\n");
  copy.write("content/README.md", "See `en/pages/about.mdx`.\n");
  copy.write("CONTRIBUTING.md", "\n");
  const tsx = createRequire(import.meta.url).resolve("tsx");
  const check = () =>
    spawnSync(process.execPath, ["--import", tsx, script], { cwd: copy.folder, encoding: "utf8" });
  const { stdout, status } = check();
  expect(stdout.split("\n").filter((line) => /^\S/.test(line))).toEqual([
    expect.stringMatching(/^content\/en\/articles\/test\.mdx:6: error: autor: .*did you mean “author”/),
    expect.stringMatching(/^README\.md:1: error: content\/en\/nothing\.mdx: the guide names a file/),
    "2 errors, 0 warnings in content.",
  ]);
  expect(status).toBe(1);
  copy.write("README.md", "\n");
  copy.remove("content/en/articles/test.mdx");
  expect(check()).toMatchObject({ stdout: "0 errors, 0 warnings in content.\n", status: 0 });
}, 60_000);
