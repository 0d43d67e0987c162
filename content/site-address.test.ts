import { expect, test } from "vitest";
import { siteAddress } from "./site-address.ts";

const url = "https://example.org";
const vercel = {
  VERCEL_PROJECT_PRODUCTION_URL: "x.vercel.app",
  VERCEL_BRANCH_URL: "b.vercel.app",
  VERCEL_URL: "u.vercel.app",
};

test.each([
  [
    "SITE_URL before all others",
    { SITE_URL: "https://set.example/", VERCEL_ENV: "preview", ...vercel },
    url,
    "https://set.example",
  ],
  [
    "SITE_URL without its slashes",
    { SITE_URL: "https://set.example/path//" },
    null,
    "https://set.example/path",
  ],
  ["site.yaml in production", { VERCEL_ENV: "production", ...vercel }, `${url}/`, url],
  ["site.yaml outside Vercel", {}, url, url],
  ["Vercel's own in production", { VERCEL_ENV: "production", ...vercel }, null, "https://x.vercel.app"],
  ["the branch of a preview", { VERCEL_ENV: "preview", ...vercel }, url, "https://b.vercel.app"],
  [
    "a preview without a branch",
    { VERCEL_ENV: "preview", VERCEL_URL: "u.vercel.app" },
    url,
    "https://u.vercel.app",
  ],
  ["Vercel's development", { VERCEL_ENV: "development", ...vercel }, url, "https://b.vercel.app"],
  ["a preview without any", { VERCEL_ENV: "preview" }, url, "http://localhost:3000"],
  ["localhost", {}, null, "http://localhost:3000"],
  ["localhost with its port", { PORT: "4000" }, null, "http://localhost:4000"],
  ["localhost where SITE_URL is empty", { SITE_URL: "", PORT: "" }, null, "http://localhost:3000"],
])("the site's address is %s", (_, env, yaml, address) => {
  expect(siteAddress({ url: yaml }, env)).toBe(address);
});

test("an address that is none stops the build", () => {
  expect(() => siteAddress({ url: null }, { SITE_URL: "example.org" })).toThrow(/SITE_URL is “example\.org”/);
});

test.each([{ VERCEL_ENV: "production" }, { VERCEL_ENV: "production", SITE_URL: "http://example.org" }])(
  "a production build without https stops: %j",
  (env) => {
    expect(() => siteAddress({ url: null }, env)).toThrow(/needs an https address/);
  },
);
