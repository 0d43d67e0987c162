import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { copySite, folderOf } from "./variants.mjs";

const port = 3220;
const folder = folderOf("dev");
let server: ChildProcess;
let output = "";

const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);

test.beforeAll(() => copySite(folder, () => {}));
test.afterAll(() => server?.kill());

test("npm run dev shows faults as a page and edits at once @script", async ({ page, context }) => {
  test.setTimeout(240_000);
  const about = "content/en/pages/about.mdx";
  const privacy = "content/en/pages/privacy.mdx";
  const [aboutText, privacyText] = [read(about), read(privacy)];
  write(about, aboutText.replace("title:", "titel:"));
  write(privacy, `${privacyText}\n<Signatoris />\n`);

  // A fault from the beginning does not keep the server from starting.
  server = spawn(process.execPath, ["app/_dev/server.mjs", "-p", String(port)], { cwd: folder });
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (data) => {
      output += data;
    });
  await expect.poll(() => output, { timeout: 60_000 }).toContain(`http://localhost:${port}`);

  const response = await page.goto(`http://localhost:${port}/`);
  expect(response?.status()).toBe(500);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("3 things in the content must be mended");
  const fault = page.getByRole("listitem").filter({ hasText: "titel" });
  await expect(fault.getByRole("heading")).toHaveText(/^content\/en\/pages\/about\.mdx, line \d+$/);
  await expect(fault).toContainText("did you mean “title”?");
  await expect(fault).toContainText("To mend it: Write title instead of titel.");
  const line = privacyText.split("\n").length + 1;
  await expect(page.getByRole("heading", { name: `privacy.mdx, line ${line}` })).toBeVisible();
  await expect(page.getByText("<Signatoris>: there is no component of this name")).toBeVisible();
  expect(await page.content()).not.toMatch(/\bat .*:\d+:\d+|node_modules/);

  // Mended, the page shows itself without being asked to.
  write(about, aboutText);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "One thing in the content must be mended",
    { timeout: 30_000 },
  );
  write(privacy, privacyText);
  const home = read("content/en/pages/home.mdx");
  const [, title = ""] = /^title: "?(.*?)"?$/m.exec(home) ?? [];
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title, { timeout: 90_000 });

  // An edit shows at once, and a fault that is made now as well.
  write("content/en/pages/home.mdx", `${home}\nThis has just been written.\n`);
  await expect(page.getByText("This has just been written.")).toBeVisible({ timeout: 30_000 });
  // A draft can be looked at while it is written.
  const fields =
    'layout: layouts/article.html\ntitle: "A new draft"\ndate: 2026-11-22\npermalink: /blog/draft.html';
  write("content/en/articles/draft.mdx", `---\n${fields}\ndraft: true\n---\n\nNot yet to be published.\n`);
  const draft = await context.newPage();
  await draft.goto(`http://localhost:${port}/blog/draft.html`);
  await expect(draft.getByText("Not yet to be published.")).toBeVisible({ timeout: 30_000 });
  write("content/site.yaml", `${read("content/site.yaml")}\nnam: x\n`);
  await expect(page.getByText("did you mean “name”?")).toBeVisible({ timeout: 30_000 });
  expect(server.exitCode).toBeNull();
});
