import { describe, expect, test } from "vitest";
import { buildNotice, isPublicBuild, noIndexHeaders, siteAddress } from "./site-address.ts";

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
  ["SITE_URL without its slashes", { SITE_URL: "https://set.example//" }, null, "https://set.example"],
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
  ["the development server's", { NODE_ENV: "development" }, url, "http://localhost:3000"],
  ["a preview without any", { VERCEL_ENV: "preview" }, url, "http://localhost:3000"],
  ["localhost", {}, null, "http://localhost:3000"],
  ["localhost with its port", { PORT: "4000" }, null, "http://localhost:4000"],
  ["localhost where SITE_URL is empty", { SITE_URL: "", PORT: "" }, null, "http://localhost:3000"],
])("the site's address is %s", (_, env, yaml, address) => {
  expect(siteAddress({ url: yaml }, env)).toBe(address);
});

test.each([
  "example.org",
  "ftp://example.org",
  "https://example.org/path",
  "https://a@example.org",
  "https://x?y",
])("an address that is none stops the build: %s", (address) => {
  expect(() => siteAddress({ url: null }, { SITE_URL: address })).toThrow(`SITE_URL is “${address}”`);
});

test("an address with a path in site.yaml stops the build", () => {
  expect(() => siteAddress({ url: `${url}/path` }, {})).toThrow(/url in content\/site\.yaml is “.+\/path”/);
});

test("a build on Vercel that is not told what it is for stops", () => {
  expect(() => siteAddress({ url }, { VERCEL: "1" })).toThrow(/Automatically expose System Environment/);
});

test.each([{ VERCEL_ENV: "production" }, { VERCEL_ENV: "production", SITE_URL: "http://example.org" }])(
  "a production build without https stops: %j",
  (env) => {
    expect(() => siteAddress({ url: null }, env)).toThrow(/needs an https address/);
  },
);

test.each([
  ["production on Vercel", { VERCEL_ENV: "production", ...vercel }, null, true],
  ["a plain host with SITE_URL", { SITE_URL: url }, null, true],
  ["a plain host with url in site.yaml", {}, url, true],
  ["a preview", { VERCEL_ENV: "preview", ...vercel }, url, false],
  ["a preview with SITE_URL", { VERCEL_ENV: "preview", SITE_URL: url }, url, false],
  ["the development server", { NODE_ENV: "development", SITE_URL: url }, url, false],
  ["a local build", {}, null, false],
  ["a local build with an address of its own", { SITE_URL: "http://localhost:9" }, url, false],
])("whether a build is public: %s", (_, env, yaml, expected) => {
  expect(isPublicBuild({ url: yaml }, env)).toBe(expected);
});

test("a build that is not public says for which address it is", () => {
  expect(buildNotice({ url: null }, { PORT: "4000" })).toMatch(
    /local build for http:\/\/localhost:4000,.+SITE_URL/,
  );
  expect(buildNotice({ url }, { VERCEL_ENV: "preview", ...vercel })).toMatch(
    /preview for https:\/\/b\.vercel\.app, [^_]+$/,
  );
  expect(buildNotice({ url }, {})).toBeNull();
});

describe("search engines are kept from", () => {
  const hosts = (yaml: string | null, env: Record<string, string>) =>
    noIndexHeaders({ url: yaml }, env).map(({ has }) => has?.[0]?.value ?? "every host");
  const matches = (pattern: string | undefined, host: string) => new RegExp(`^${pattern}$`).test(host);

  test("previews and local builds as a whole", () => {
    expect(hosts(url, { VERCEL_ENV: "preview", ...vercel })).toEqual(["every host"]);
    expect(hosts(null, {})).toEqual(["every host"]);
  });

  test("the public site's copies at Vercel's hosts, and nothing else", () => {
    const [pattern, ...others] = hosts(url, { VERCEL_ENV: "production", ...vercel });
    expect(others).toEqual([]);
    expect(matches(pattern, "x.vercel.app")).toBe(true);
    expect(matches(pattern, "example.org")).toBe(false);
    expect(matches(pattern, "vercel.app.example.org")).toBe(false);
  });

  test("the copies alone where the public address is one of Vercel's", () => {
    const [pattern] = hosts(null, { VERCEL_ENV: "production", ...vercel });
    expect(matches(pattern, "x.vercel.app")).toBe(false);
    expect(matches(pattern, "x-git-main.vercel.app")).toBe(true);
  });
});
