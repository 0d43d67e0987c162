import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { type Browser, expect, type Page, test } from "@playwright/test";

type Budget = { requests: number; html: number; script: number; style: number; pictures: number };

const file = JSON.parse(readFileSync("e2e/budgets.json", "utf8")) as {
  "address of a page of each kind": Record<string, string>;
  budgets: Record<string, Budget>;
  shift: number;
  "longest task in ms": number;
};

for (const [kind, path] of Object.entries(file["address of a page of each kind"])) {
  test(`${kind}: what a phone receives is within its budget`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const received = await openAndWeigh(page, path);
    test.info().annotations.push({ type: "received", description: JSON.stringify(received) });
    for (const [what, limit] of Object.entries(file.budgets[kind]!))
      expect.soft(received[what as keyof Budget], what).toBeLessThanOrEqual(limit);
  });

  test(`${kind}: nothing moves while it loads, and no task is long @script`, async ({ page, browser }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(watch);
    let moved = Number.POSITIVE_INFINITY;
    let longest = Number.POSITIVE_INFINITY;
    // What is the page's own happens each time. On a busy machine a browser also finds its caches cold at times, or
    // paints a menu of which it has read one half.
    const isFine = () => moved <= file.shift && longest <= file["longest task in ms"];
    for (let load = 0; load < 8 && !isFine(); load += 1) {
      const tasks = await tasksDuring(browser, page, async () => {
        await page.goto(path);
        await page.mouse.wheel(0, 20_000);
        await page.waitForLoadState("networkidle");
      });
      const { shift } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
      moved = Math.min(moved, shift);
      expect(tasks.length).toBeGreaterThan(10);
      longest = Math.min(longest, Math.max(...tasks));
    }
    expect(moved).toBeLessThanOrEqual(file.shift);
    expect(longest).toBeLessThanOrEqual(file["longest task in ms"]);
  });
}

type Seen = { shift: number };

/** Runs in the page, before anything of it. */
function watch() {
  const seen: Seen = { shift: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}

type TraceEvent = { name: string; pid: number; tid: number; tdur?: number; args: { name?: string } };

/**
 * The milliseconds that each task of a page's main thread has worked: what else runs on the machine does not count.
 * The page itself is not told of every long task.
 */
async function tasksDuring(browser: Browser, page: Page, act: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ["toplevel"] });
  await act();
  const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const isMain = ({ name, args }: TraceEvent) => name === "thread_name" && args.name === "CrRendererMain";
  const main = new Set(trace.traceEvents.filter(isMain).map(thread));
  return (
    trace.traceEvents
      .filter((event) => event.name.endsWith("RunTask") && main.has(thread(event)))
      // One that is under way when the trace begins or ends has no length.
      .flatMap(({ tdur }) => (tdur === undefined ? [] : tdur / 1000))
  );
}

/** Opens a page to its end, and gives what came over the wire by kind. */
async function openAndWeigh(page: Page, path: string): Promise<Budget> {
  const sum: Budget = { requests: 0, html: 0, script: 0, style: 0, pictures: 0 };
  const weighed: Promise<void>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    // What the page does not wait for: its icon, and the rules by which the next page may be fetched.
    if (/\/(icon\.svg|speculation-rules\.json)(\?|$)/.test(response.url())) return;
    weighed.push(
      response.body().then((body) => {
        if (kind === "image") {
          sum.pictures += body.length;
          return;
        }
        sum.requests += 1;
        // Node's own server knows gzip alone; hosts send brotli.
        const bytes = brotliCompressSync(body).length;
        if (kind === "document") sum.html += bytes;
        else if (kind === "script") sum.script += bytes;
        else if (kind === "stylesheet") sum.style += bytes;
      }),
    );
  });
  await page.goto(path);
  await page.mouse.wheel(0, 20_000);
  await page.waitForLoadState("networkidle");
  await Promise.all(weighed);
  return sum;
}
