import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { handOver } from "../../content/index.ts";
import { snapshotFile } from "../../content/snapshot.ts";
import { site } from "../../content/testing.ts";
import { movesOf } from "./built-site.ts";

test("a build knows what had moved when it was made", () => {
  vi.stubEnv("CONTENT_SNAPSHOT", undefined);
  const folder = mkdtempSync(path.join(tmpdir(), "built-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    vi.unstubAllEnvs();
  });
  expect(() => movesOf(folder)).toThrow(/content is missing; build the site anew/);

  const copy = site();
  copy.write("content/redirects.yaml", "/old.html: /act\n");
  handOver(copy.content(), path.join(folder, snapshotFile));
  copy.write("content/redirects.yaml", "/later: /act\n");
  expect(movesOf(folder)).toEqual([{ from: "/old.html", to: "/act" }]);
});
