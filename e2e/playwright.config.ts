import { defineConfig, devices } from "@playwright/test";
import { serve } from "../app/_host/start-site.mjs";
import { mirrorPort, serveMirror } from "./mirror.mjs";
import { folderOf, variants } from "./variants.mjs";

const shared = {
  ...devices["Desktop Chrome"],
  launchOptions: {
    ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  },
  locale: "en-GB",
  baseURL: `http://localhost:${variants.site.port}`,
};

// Where its server is missing, `npm test` has told so already, and tries all the rest.
const withoutMirror = Boolean(process.env.WITHOUT_MIRROR);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../test-results/browser",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // A machine that builds at the same time is several times slower.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/browser.json" }]],
  projects: [
    {
      // What the pages promise holds from plain files too.
      name: "mirror, with nginx",
      testMatch: /(?:mirror|fidelity|article|statement|home|timeline|act|addresses|security)\.spec/,
      use: { ...shared, baseURL: `http://localhost:${mirrorPort}` },
    },
    // What is the same in both ways is tried without JavaScript alone, where it takes long.
    { name: "with JavaScript", use: shared, grepInvert: /@mirror|@plain/ },
    {
      name: "without JavaScript",
      use: { ...shared, javaScriptEnabled: false },
      grepInvert: /@script|@mirror/,
      // These open no page.
      testIgnore: /(head|cards|clients|feeds)\.spec\.ts$/,
    },
  ].filter(({ name }) => !(withoutMirror && name.startsWith("mirror"))),
  webServer: [
    ...Object.entries(variants).map(([name, { port }]) => ({
      command: `"${process.execPath}" ${serve} -p ${port}`,
      cwd: folderOf(name),
      url: `http://localhost:${port}/robots.txt`,
      env: { NEXT_TELEMETRY_DISABLED: "1" },
      reuseExistingServer: false,
    })),
    ...(withoutMirror
      ? []
      : [
          {
            command: serveMirror,
            url: `http://127.0.0.1:${mirrorPort}/robots.txt`,
            reuseExistingServer: false,
          },
        ]),
  ],
});
