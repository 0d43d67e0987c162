import { spawn } from "node:child_process";

/** The program that serves a built site, from the folder that the site lies in: `npm start`. */
export const serve = "app/_host/serve.mjs";

/** Serves the built site of a folder; gives its process once it answers. */
export async function startSite(folder, port, env = {}) {
  const child = spawn(process.execPath, [serve, "-p", String(port)], {
    cwd: folder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: "ignore",
  });
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`http://localhost:${port}/robots.txt`).catch(() => undefined);
    if (answer?.ok) return child;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill();
  throw new Error(`The site does not answer on port ${port}.`);
}
