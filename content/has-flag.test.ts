import { expect, test, vi } from "vitest";
import { hasFlag } from "./has-flag.ts";

test("a flag is known whether npm hands it on or keeps it for itself", () => {
  expect(hasFlag("dry-run")).toBe(false);
  vi.stubEnv("npm_config_dry_run", "true");
  expect(hasFlag("dry-run")).toBe(true);
  vi.stubEnv("npm_config_dry_run", "");
  expect(hasFlag("dry-run")).toBe(false);
  vi.spyOn(process, "argv", "get").mockReturnValue(["node", "import.ts", "../old-blog", "--dry-run"]);
  expect(hasFlag("dry-run")).toBe(true);
  expect(hasFlag("fix")).toBe(false);
});
