import { expect, test } from "vitest";
import { isPreviewBuild, sourceOf } from "./preview-build.mjs";

test.each([
  [{ VERCEL_ENV: "preview" }, true],
  [{ VERCEL_ENV: "development" }, true],
  [{ VERCEL_ENV: "production", NODE_ENV: "development" }, false],
  [{ NODE_ENV: "development" }, true],
  [{ NODE_ENV: "production" }, false],
  [{ VERCEL_ENV: "", NODE_ENV: "production" }, false],
])("whether a build is for reviewers: %j", (env, expected) => {
  expect(isPreviewBuild(env)).toBe(expected);
});

test("a preview names its branch and the first seven signs of its commit, and neither message nor author", () => {
  const env = {
    VERCEL_GIT_COMMIT_REF: "fix/date",
    VERCEL_GIT_COMMIT_SHA: "0123456789abcdef",
    VERCEL_GIT_COMMIT_MESSAGE: "secret",
    VERCEL_GIT_COMMIT_AUTHOR_LOGIN: "someone",
  };
  expect(sourceOf(env)).toEqual({ branch: "fix/date", commit: "0123456" });
  expect(sourceOf({ VERCEL_GIT_COMMIT_REF: "" })).toEqual({});
});
