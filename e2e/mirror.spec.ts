import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { mirror } from "./mirror.mjs";
import { article, everyPath } from "./site.ts";

const disk = path.join(mirror, "disk");

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

test("@mirror the sums are those of every file there is", () => {
  const sums = new Map(
    readFileSync(path.join(mirror, "SHA256SUMS"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split("  ").reverse() as [string, string]),
  );
  const files = filesIn(mirror).filter((file) => file !== "SHA256SUMS");
  expect([...sums.keys()].sort()).toEqual(files.sort());
  for (const [file, sum] of sums)
    expect(
      createHash("sha256")
        .update(readFileSync(path.join(mirror, file)))
        .digest("hex"),
      file,
    ).toBe(sum);
});

test("@mirror every page of the sitemap is a file, with compressed copies beside it", async ({ request }) => {
  for (const address of await everyPath(request)) {
    const name = address === "/" ? "index.html" : `${address.slice(1).replace(/\.html$/, "")}.html`;
    for (const ending of ["", ".br", ".gz"])
      expect(existsSync(path.join(mirror, "www", name + ending)), name + ending).toBe(true);
  }
});

test("@mirror a page is sent compressed, and not at all where it is known", async ({ request }) => {
  const headers = { "Accept-Encoding": "gzip" };
  const answer = await request.get(article, { headers });
  expect(answer.headers()["content-encoding"]).toBe("gzip");
  const again = await request.get(article, { headers: { "If-None-Match": answer.headers().etag! } });
  expect(again.status()).toBe(304);
});

test("@mirror the pages can be read from a disk, and every link among them leads to a file", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const missing: string[] = [];
  for (const file of filesIn(disk).filter((name) => name.endsWith(".html"))) {
    const html = readFileSync(path.join(disk, file), "utf8");
    const links = [...html.matchAll(/(?<!rel="canonical" |rel="alternate"[^>]*)\b(?:href|src)="([^"]*)"/g)];
    // As many as every page has in its menu.
    expect(links.length, file).toBeGreaterThan(10);
    for (const [, url = ""] of links) {
      if (/^(?:https?:|mailto:|sms:|#)/.test(url) || url === "") continue;
      const target = path.join(disk, path.dirname(file), decodeURI(url.replace(/[?#].*$/, "")));
      if (!existsSync(target)) missing.push(`${file}: ${url}`);
    }
  }
  expect(missing).toEqual([]);

  const failed: string[] = [];
  // A picture that was still on its way when the link was followed is called off, and not missing.
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") failed.push(`${request.url()}: ${reason}`);
  });
  await page.goto(pathToFileURL(path.join(disk, "index.html")).href);
  await page
    .locator(`a[href$="${article.slice(1)}"]`)
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const image of await page.locator("img").all())
    expect(
      await image.evaluate((element: HTMLImageElement) => element.decode().then(() => element.naturalWidth)),
    ).toBeGreaterThan(0);
  expect(failed).toEqual([]);
});
