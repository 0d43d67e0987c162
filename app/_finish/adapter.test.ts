import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** The parts of an adapter that these tests call, without Next's long types. */
type Adapter = {
  name: string;
  modifyConfig: (config: object, context: object) => Promise<object>;
  onBuildComplete: (context: object) => Promise<void>;
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "adapter-"));
  vi.resetModules();
  vi.stubEnv("FINISH", "off");
  vi.spyOn(console, "warn").mockImplementation(() => {});
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const context = () => ({ distDir: folder, outputs: { prerenders: [], staticFiles: [] } });

test("without a host's adapter the configuration stays as it is", async () => {
  vi.stubEnv("NEXT_ADAPTER_PATH", undefined);
  const adapter = await load();
  const config = { a: 1 };
  expect(await adapter.modifyConfig(config, {})).toBe(config);
  await adapter.onBuildComplete(context());
});

test("hands on to the adapter that NEXT_ADAPTER_PATH names", async () => {
  const file = path.join(folder, "host.mjs");
  writeFileSync(
    file,
    `class Host {
      #seen = [];
      name = "host";
      other = 5;
      modifyConfig(config, context) { return { ...config, phase: context.phase, seen: this.#seen }; }
      async onBuildComplete(context) { this.#seen.push(context.distDir); }
    }
    export default new Host();`,
  );
  vi.stubEnv("NEXT_ADAPTER_PATH", file);
  const adapter = await load();
  expect(adapter).toMatchObject({ name: "finish pages, then host", other: 5 });
  await adapter.onBuildComplete(context());
  expect(await adapter.modifyConfig({ a: 1 }, { phase: "p" })).toEqual({ a: 1, phase: "p", seen: [folder] });
});

test("a host's adapter that is not there is an error", async () => {
  vi.stubEnv("NEXT_ADAPTER_PATH", path.join(folder, "none.mjs"));
  await expect(load()).rejects.toThrow("none.mjs");
});

test("a page that is completed on demand stops the build", async () => {
  vi.stubEnv("NEXT_ADAPTER_PATH", undefined);
  const adapter = await load();
  const fallback = { filePath: path.join(folder, "a.html"), postponedState: "x" };
  const outputs = { prerenders: [{ pathname: "/a", route: "/a", fallback }], staticFiles: [] };
  await expect(adapter.onBuildComplete({ distDir: folder, outputs })).rejects.toThrow(
    "/a: is rendered in part",
  );
});

test("Next is given the adapter, but not in Vercel's classic mode", async () => {
  vi.stubEnv("NEXT_ADAPTER_PATH", undefined);
  vi.stubEnv("VERCEL", undefined);
  expect((await config()).adapterPath).toMatch(/next\.adapter\.mjs$/);
  vi.stubEnv("VERCEL", "1");
  expect((await config()).adapterPath).toBeUndefined();
  vi.stubEnv("NEXT_ADAPTER_PATH", "host");
  expect((await config()).adapterPath).toMatch(/next\.adapter\.mjs$/);
});

async function load() {
  const module = await import("../../next.adapter.mjs");
  return module.default as unknown as Adapter;
}

async function config() {
  vi.resetModules();
  return (await import("../../next.config.mjs")).default as { adapterPath?: string };
}
