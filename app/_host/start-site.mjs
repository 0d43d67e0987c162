// @ts-check
import { spawn } from "node:child_process";

/** The program that serves a built site, from the folder that the site lies in: `npm start`. */
export const serve = "app/_host/serve.mjs";

/**
 * Serves the built site of a folder for other programs of this repository; gives its process once it answers.
 * Throws where the port is taken, so that no other site is read in its place, and with what it said where it
 * does not start.
 * @param {string} folder
 * @param {number} port
 * @param {{ hostname?: string, env?: Record<string, string> }} [options] hostname: listen there alone
 */
export async function startSite(folder, port, { hostname, env = {} } = {}) {
  const answers = async () => {
    const answer = await fetch(`http://${hostname ?? "localhost"}:${port}/robots.txt`).catch(() => undefined);
    return answer?.ok === true;
  };
  if (await answers()) throw new Error(`Something else answers on port ${port}; stop it first.`);
  const place = ["-p", String(port), ...(hostname ? ["-H", hostname] : [])];
  const child = spawn(process.execPath, [serve, ...place], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  for (let tries = 0; tries < 150 && child.exitCode === null; tries += 1) {
    if (await answers()) {
      child.stderr.removeAllListeners("data").resume();
      return child;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill();
  throw new Error(`The built site does not start on port ${port}:\n${said}`);
}
