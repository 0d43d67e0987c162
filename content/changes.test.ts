import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { changesOf } from "./changes.ts";

function repository() {
  const folder = mkdtempSync(path.join(tmpdir(), "changes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const commit = () => {
    git("add", "-A");
    git("commit", "-qm", "Change");
    return git("rev-parse", "HEAD");
  };
  return { folder, git, write, commit };
}

test("a branch changes what is not on main, committed or not, and not what main has changed since", () => {
  const { folder, git, write, commit } = repository();
  git("init", "-q", "-b", "main");
  write("content/en/a.mdx", "a");
  write("content/en/b.mdx", "b");
  commit();
  git("checkout", "-q", "-b", "branch");
  write("content/en/a.mdx", "changed");
  commit();
  git("checkout", "-q", "main");
  write("content/en/b.mdx", "changed on main");
  commit();
  git("checkout", "-q", "branch");
  write("content/de/ä.mdx", "new");
  const files = new Set(["content/en/a.mdx", "content/de/ä.mdx"]);
  expect(changesOf(folder, {})).toEqual({ files, since: "main" });
});

test("paths are relative to the site where it lies in a folder of the repository", () => {
  const { folder, git, write, commit } = repository();
  git("init", "-q", "-b", "main");
  write("site/content/a.mdx", "a");
  write("other.txt", "x");
  commit();
  write("site/content/a.mdx", "changed");
  write("other.txt", "changed");
  expect(changesOf(path.join(folder, "site"), {})).toMatchObject({ files: new Set(["content/a.mdx"]) });
});

test("without a main branch the last deployment counts, if it was fetched", () => {
  const { folder, git, write, commit } = repository();
  git("init", "-q", "-b", "branch");
  write("a", "a");
  const deployed = commit();
  write("b", "b");
  commit();
  expect(changesOf(folder, { VERCEL_GIT_PREVIOUS_SHA: deployed })).toEqual({
    files: new Set(["b"]),
    since: `the last deployment of this branch (${deployed.slice(0, 7)})`,
  });
  const reason = expect.stringMatching(/neither the main branch nor the last deployment/);
  expect(changesOf(folder, { VERCEL_GIT_PREVIOUS_SHA: "0".repeat(40) })).toEqual({ reason });
  expect(changesOf(folder, { VERCEL_GIT_PREVIOUS_SHA: "--output=x" })).toEqual({ reason });
  expect(changesOf(folder, {})).toEqual({ reason });
});

test("outside a repository nothing is claimed", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "changes-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(changesOf(folder, {})).toEqual({ reason: expect.stringMatching(/no Git history/) });
});
