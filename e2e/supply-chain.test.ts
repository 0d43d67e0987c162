import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";

type Package = {
  name?: string;
  version?: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
};
type Bill = {
  bomFormat: string;
  metadata: { component: { version: string } };
  components: { purl: string; properties: { name: string; value: string }[] }[];
};

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const own = read("package.json");
const locked = Object.entries(read("package-lock.json").packages as Record<string, Package>).filter(
  ([folder]) => folder !== "",
);

test("every package is asked for in one exact version", () => {
  for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});

test("the lock file holds a sum for every package, and no registry", () => {
  for (const [folder, { integrity, resolved }] of locked) {
    expect(integrity, folder).toMatch(/^sha512-/);
    expect(resolved, folder).toBeUndefined();
  }
});

test("no package runs a script of its own when it is installed", () => {
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
});

test("the bill of materials names every package once, and says which are for development alone", async () => {
  const [, format] = /--sbom-format (\w+)/.exec(own.scripts.sbom) ?? [];
  expect(format).toBe("cyclonedx");
  const { stdout } = await promisify(execFile)("npm", own.scripts.sbom.split(" ").slice(1), {
    maxBuffer: 1e8,
    shell: process.platform === "win32",
  });
  const bill = JSON.parse(stdout) as Bill;
  expect(bill.bomFormat).toBe("CycloneDX");
  // npm names the whole after its folder.
  expect(bill.metadata.component.version).toBe(own.version);
  const listed = new Map(bill.components.map(({ purl, properties }) => [purl, properties]));
  expect(listed.size).toBe(bill.components.length);
  const forDevelopment = { name: "cdx:npm:package:development", value: "true" };
  // Not by --omit dev: npm then leaves out what tests need as well.
  for (const [name, version] of Object.entries<string>(own.dependencies))
    expect(listed.get(purlOf(name, version)), name).not.toContainEqual(forDevelopment);
  // Some lie in a folder of another name than their own.
  for (const [folder, { version = "", dev, name = folder.replace(/^.*node_modules\//, "") }] of locked) {
    if (dev) expect(listed.get(purlOf(name, version)), name).toContainEqual(forDevelopment);
  }
}, 60_000);

function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace(/^@/, "%40")}@${version}`;
}
