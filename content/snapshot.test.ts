import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { root } from "./files.ts";
import { bodyOf, handOver, previewOf, readContent } from "./index.ts";
import { loadSnapshot } from "./snapshot.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

test("without a build there is nothing to take up", () => {
  vi.stubEnv("CONTENT_SNAPSHOT", undefined);
  expect(loadSnapshot()).toBeNull();
});

test("what is handed over is what was read, and documents are the same in every place", () => {
  vi.stubEnv("CONTENT_SNAPSHOT", undefined);
  const folder = mkdtempSync(path.join(tmpdir(), "snapshot-"));
  const content = readContent(root).content!;
  handOver(content, path.join(folder, "deep/content"));
  const snapshot = loadSnapshot()!;
  rmSync(folder, { recursive: true });
  expect(snapshot.content).toEqual(content);
  expect(snapshot.bodies).toEqual(content.documents.map((document) => [document, bodyOf(document)]));
  expect(snapshot.previews).toEqual(
    content.documents.map((document) => [document, previewOf(document, root)]),
  );
  for (const [document] of snapshot.bodies)
    expect(snapshot.content.byAddress.get(document.address)).toBe(document);
});
