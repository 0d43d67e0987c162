import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";

type Package = {
  version?: string;
  resolved?: string;
  integrity?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
};
type Bill = {
  bomFormat: string;
  metadata: { component: { version: string } };
  components: { purl: string; hashes?: unknown[] }[];
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

test("the bill of materials names every package that the build uses, each once", async () => {
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
  const listed = bill.components.map(({ purl }) => purl);
  expect(new Set(listed).size).toBe(listed.length);
  for (const [name, version] of Object.entries(own.dependencies))
    expect(listed).toContain(`pkg:npm/${name.replace(/^@/, "%40")}@${version}`);
  for (const name of Object.keys(own.devDependencies))
    expect(
      listed.some((purl) => purl.startsWith(`pkg:npm/${name.replace(/^@/, "%40")}@`)),
      name,
    ).toBe(false);
}, 60_000);
