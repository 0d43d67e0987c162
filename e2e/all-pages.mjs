import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { findBrowser } from "./browser.mjs";

/** `npm run test:pages`, after `npm test`: what that tries on samples is tried on every page of every language. */
const specs = ["finished", "languages", "layout", "zero-request", "head", "cards", "addresses", "security"];
const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const { status } = spawnSync(
  process.execPath,
  [playwright, "test", "--config", "e2e/playwright.config.ts", ...specs, ...process.argv.slice(2)],
  { stdio: "inherit", env: { ...process.env, ALL_PAGES: "1", CHROMIUM_PATH: findBrowser() } },
);
process.exitCode = status ?? 1;
