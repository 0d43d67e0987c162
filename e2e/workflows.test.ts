import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const folder = ".github/workflows";
const files = readdirSync(folder).map((name) => path.join(folder, name));

type Job = { permissions?: unknown; "timeout-minutes"?: number; steps: Step[] };
type Step = { uses?: string; run?: string; with?: Record<string, unknown> };
type Workflow = { on: Record<string, unknown>; permissions: unknown; jobs: Record<string, Job> };

const read = (file: string) => parse(readFileSync(file, "utf8")) as Workflow;
const stepsOf = (workflow: Workflow) => Object.values(workflow.jobs).flatMap((job) => job.steps);

test("there are workflows to check", () => {
  expect(files.map((file) => path.basename(file)).sort()).toEqual(["ci.yml", "links.yml", "rebuild.yml"]);
});

describe.each(files)("%s", (file) => {
  test("uses actions by commit, with their version in a comment", () => {
    for (const line of readFileSync(file, "utf8")
      .split("\n")
      .filter((each) => /^\s*(- )?uses:/.test(each)))
      expect(line).toMatch(/^\s*(- )?uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("may read the repository at most, and keeps no token", () => {
    const { permissions, jobs } = read(file);
    for (const each of [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})])
      expect([{}, { contents: "read" }]).toContainEqual(each);
    for (const step of stepsOf(read(file)).filter(({ uses }) => uses?.startsWith("actions/checkout@")))
      expect(step.with).toMatchObject({ "persist-credentials": false });
  });

  test("does not run with secrets for what strangers send, and puts nothing of theirs into a command", () => {
    const { on } = read(file);
    for (const event of ["pull_request_target", "workflow_run", "issue_comment"])
      expect(Object.keys(on)).not.toContain(event);
    if ("pull_request" in on) expect(readFileSync(file, "utf8")).not.toContain("secrets.");
    for (const { run } of stepsOf(read(file))) expect(run ?? "").not.toContain("${{");
  });

  test("ends by itself", () => {
    for (const job of Object.values(read(file).jobs)) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
  });
});

test("CI runs the command that everybody runs", () => {
  expect(stepsOf(read(`${folder}/ci.yml`)).map(({ run }) => run)).toContain(".ci/run");
});

test("the rebuild ends well, and says why, where its secret is missing", () => {
  const [step] = stepsOf(read(`${folder}/rebuild.yml`));
  expect(step?.run).toMatch(
    /if \[ -z "\$DEPLOY_HOOK" \]; then\n {2}echo "::notice::[^\n]+\n {2}exit 0\nfi\n/,
  );
});

test("the rules for review name nobody yet, and only folders and files that exist", () => {
  const lines = readFileSync(".github/CODEOWNERS", "utf8").split("\n");
  expect(lines.filter((line) => line !== "" && !line.startsWith("#"))).toEqual([]);
  const patterns = lines.flatMap((line) => /^# \/(\S+) +<[a-z]+>$/.exec(line)?.[1] ?? []);
  expect(patterns.length).toBeGreaterThan(0);
  for (const pattern of patterns) expect(existsSync(pattern.replace(/\*\.\w+$/, "")), pattern).toBe(true);
});

test("the forms for issues have what GitHub needs to show them", () => {
  for (const name of ["correction", "translation"]) {
    const form = parse(readFileSync(`.github/ISSUE_TEMPLATE/${name}.yml`, "utf8")) as {
      body: { type: string; id?: string; attributes: Record<string, unknown> }[];
    };
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const fields = form.body.filter(({ type }) => type !== "markdown");
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { type, id, attributes } of fields) {
      expect(id).toMatch(/^[a-z]+$/);
      expect(attributes.label).toEqual(expect.any(String));
      if (type === "dropdown" || type === "checkboxes") expect(attributes.options).toEqual(expect.any(Array));
    }
  }
});
