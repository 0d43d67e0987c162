import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { externalLinks } from "./external-links.ts";
import { root } from "./files.ts";
import { readContent } from "./index.ts";
import { checkLinks } from "./link-check.ts";
import { withCheckDates } from "./link-dates.ts";

let server: Server;
let base: string;
const asked: { method: string; url: string; at: number }[] = [];
let open = 0;
let mostOpen = 0;

/** Answers /https://host/200 with 200 and so on; every request of a test goes here. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = decodeURIComponent(request.url!.slice(1));
    asked.push({ method: request.method!, url, at: Date.now() });
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on("close", () => {
      open -= 1;
    });
    const answer = new URL(url).pathname.slice(1);
    const location = { 301: "/200", 302: "/200", loop: "/loop", nowhere: "https://[bad" }[answer];
    if (answer === "reset") request.socket.resetAndDestroy();
    else if (answer === "slow") setTimeout(() => response.end(), 1000);
    else if (answer === "no-head" && request.method === "HEAD") response.writeHead(405).end();
    else if (location) response.writeHead(Number(answer) || 301, { location }).end();
    else response.writeHead(Number(answer) || 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const check = (urls: string[], options = {}) =>
  checkLinks(urls, {
    pause: 0,
    timeout: 5000,
    rewrite: (url) => `${base}/${encodeURIComponent(url)}`,
    ...options,
  });

test.each([
  ["200", "ok", /200/],
  ["301", "moved", /https:\/\/one\.invalid\/200/],
  ["302", "ok", /200/],
  ["403", "blocked", /403/],
  ["429", "blocked", /429/],
  ["404", "dead", /404/],
  ["500", "dead", /500/],
  ["slow", "dead", /no answer within 0\.2 s/],
  ["reset", "dead", /no answer \(.+\)/],
  ["loop", "dead", /redirects/],
  ["nowhere", "dead", /301 to no address/],
  ["no-head", "ok", /200/],
])("an address that answers %s is %s", async (answer, state, says) => {
  const [result] = await check([`https://one.invalid/${answer}`], answer === "slow" ? { timeout: 200 } : {});
  expect(result).toMatchObject({ url: `https://one.invalid/${answer}`, state });
  expect(result!.says).toMatch(says);
});

test("one host is asked one request at a time with pauses, several hosts at once, each address once", async () => {
  asked.length = 0;
  mostOpen = 0;
  const seen: string[] = [];
  const urls = ["a", "a", "b", "c"].map((name) => `https://one.invalid/${name}`);
  await check(urls, {
    pause: 50,
    onResult: ({ url }: { url: string }, done: number, all: number) => seen.push(`${done}/${all} ${url}`),
  });
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(
    ["a", "b", "c"].map((name) => `HEAD https://one.invalid/${name}`),
  );
  expect(mostOpen).toBe(1);
  for (const [index, { at }] of asked.entries())
    if (index > 0) expect(at - asked[index - 1]!.at).toBeGreaterThanOrEqual(45);
  expect(seen).toEqual([
    "1/3 https://one.invalid/a",
    "2/3 https://one.invalid/b",
    "3/3 https://one.invalid/c",
  ]);

  mostOpen = 0;
  await check(["https://one.invalid/slow", "https://two.invalid/slow"]);
  expect(mostOpen).toBe(2);
});

test("every external link of the content is known, and the command shows its progress", async () => {
  const links = externalLinks(readContent(root).content!);
  expect(links.has("https://www.europarl.europa.eu/meps/en/search/advanced?countryCode=GR")).toBe(true);
  expect([...links.get("https://www.eff.org/deeplinks/2017/01/how-talk-congress")!.keys()]).toContain(
    "content/en/pages/act.mdx",
  );
  asked.length = 0;
  const output = await new Promise<string>((resolve, reject) =>
    execFile(
      process.execPath,
      ["--import", "tsx", "content/check-links.ts"],
      { env: { ...process.env, LINK_BASE: base } },
      (problem, stdout) => (problem ? reject(problem) : resolve(stdout)),
    ),
  );
  expect(output).toContain(`[${links.size}/${links.size}]`);
  expect(new Set(asked.map(({ url }) => url))).toEqual(new Set(links.keys()));
}, 120_000);

test("check dates are written without touching anything else", () => {
  const text = [
    "# A comment that stays.",
    "a:",
    "  url: https://one.invalid/200 # and this one",
    "  evidence: cited",
    '  checked: "2020"',
    "b:",
    "  url: https://one.invalid/404",
    "  evidence: official-page",
    "  checked: null",
    "",
  ].join("\n");
  const day = "2026-11-22";
  expect(withCheckDates(text, new Set(["https://one.invalid/200"]), day)).toBe(
    text.replace('checked: "2020"', `checked: ${day}`).replace("evidence: cited", "evidence: answered"),
  );
  expect(withCheckDates(text, new Set(["https://one.invalid/404"]), day)).toBe(
    text.replace("checked: null", `checked: ${day}`),
  );
});

test.each(["eu-links.yaml", ...readdirSync("content/countries").map((name) => `countries/${name}`)])(
  "%s stays as it is where nothing answered",
  (name) => {
    const text = readFileSync(`content/${name}`, "utf8");
    expect(withCheckDates(text, new Set(), "2026-11-22")).toBe(text);
  },
);
