import { parseAtomFeed } from "feedsmith";
import { toHtml } from "hast-util-to-html";
import { expect, test, vi } from "vitest";
import { getContent } from "../content/index.ts";
import { atomFeed, jsonFeed } from "./feed.ts";

vi.mock("hast-util-to-html", async (original) => {
  const module = await original<typeof import("hast-util-to-html")>();
  return { ...module, toHtml: vi.fn(module.toHtml) };
});

test("a text is rendered once for both feeds", () => {
  vi.stubEnv("NODE_ENV", "production");
  const { entries = [] } = parseAtomFeed(atomFeed("en"));
  jsonFeed("en");
  expect(entries.length).toBeGreaterThan(1);
  expect(vi.mocked(toHtml)).toHaveBeenCalledTimes(entries.length);
  expect(getContent().documents.length).toBeGreaterThan(entries.length);
  vi.unstubAllEnvs();
});
