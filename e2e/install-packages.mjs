import { spawnSync } from "node:child_process";

/** Installs packages of Debian, as root or by sudo without asking. Whoever calls looks whether they are there then. */
export function installPackages(...names) {
  const [program, ...args] = process.getuid?.() === 0 ? ["apt-get"] : ["sudo", "-n", "apt-get"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const what of [["update"], ["install", "-y", ...names]])
    spawnSync(program, [...args, ...what], { stdio: "inherit", env });
}
