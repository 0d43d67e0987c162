import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "@playwright/test";
import { installPackages } from "./install-packages.mjs";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env["PROGRAMFILES(X86)"]}\\Google\\Chrome\\Application\\chrome.exe`,
];

/**
 * The path of a browser that runs here: CHROMIUM_PATH, Playwright's own, or one of the system; where
 * there is none, it is installed, by Playwright or else from Debian's packages. Throws with what to do.
 */
export function findBrowser() {
  const found = installed();
  if (found) return found;
  console.log("No Chromium found; installing one (a few minutes) …");
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [playwright, "install", "--with-deps", "chromium"], {
    stdio: "inherit",
    timeout: 600_000,
  });
  if (installed()) return installed();
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    installPackages("chromium");
  }
  const now = installed();
  if (!now)
    throw new Error(
      "No browser could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.",
    );
  return now;
}

function installed() {
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...known];
  return candidates.find((path) => path && existsSync(path) && runs(path));
}

/** A path alone is not proof: some systems put a script there that asks for another installation. */
function runs(path) {
  return spawnSync(path, ["--version", "--no-sandbox"], { timeout: 30_000 }).status === 0;
}
