import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freePort } from "./built-site.ts";
import { caddyfile, nginxConfig, type Told } from "./host-config.ts";
import { fileOf } from "./mirror-files.ts";

/** The configurations in the servers that they are for, where those are installed. */

const told: Told = {
  answers: [
    ...["/", "/act", "/act/de", "/de/act", "/blog/a.html"].map((address) => ({
      address,
      type: "text/html; charset=utf-8",
    })),
    { address: "/feed.xml", type: "application/atom+xml; charset=utf-8" },
  ],
  redirects: [{ from: "/statement", to: "/blog/a.html", status: 307 }],
  moves: [
    { from: "/blog/old.html", to: "/blog/a.html" },
    { from: "/de/blog/old.html", to: "/de/act" },
  ],
  headerRules: [{ regex: "^/.*$", headers: [{ key: "X-Frame-Options", value: "DENY" }] }],
};

const servers = {
  nginx: {
    version: ["-v"],
    configure(folder: string, port: number) {
      const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `${name}_temp_path ${folder}/${name};`,
      );
      const site = nginxConfig(told, { root: path.join(folder, "www"), listen: `127.0.0.1:${port}` });
      return `daemon off;\npid ${folder}/pid;\nevents {}\nhttp {\naccess_log off;\n${places.join("\n")}\n${site}}\n`;
    },
    start: (folder: string) => ["-c", `${folder}/config`, "-e", `${folder}/error.log`],
  },
  caddy: {
    version: ["version"],
    configure(folder: string, port: number) {
      const site = caddyfile(told, { root: path.join(folder, "www"), site: `http://127.0.0.1:${port}` });
      return `{\n\tadmin off\n}\n${site}`;
    },
    start: (folder: string) => ["run", "--config", `${folder}/config`, "--adapter", "caddyfile"],
  },
};

for (const [name, { version, configure, start }] of Object.entries(servers)) {
  describe.skipIf(spawnSync(name, version).status !== 0)(name, () => {
    let folder: string;
    let port: number;
    let server: ReturnType<typeof spawn>;
    let ended: Promise<unknown>;

    /** What an address answers, as it is written: fetch would mend it first. */
    const ask = (address: string) =>
      new Promise<IncomingMessage>((resolve, reject) =>
        get({ port, host: "127.0.0.1", path: address, agent: false }, (answer) =>
          resolve(answer.resume()),
        ).on("error", reject),
      );

    beforeAll(async () => {
      folder = mkdtempSync(path.join(tmpdir(), "host-"));
      // The server may read as a user of its own.
      chmodSync(folder, 0o755);
      for (const file of [...told.answers.map(({ address }) => fileOf(address)), "404.html"]) {
        mkdirSync(path.dirname(path.join(folder, "www", file)), { recursive: true });
        writeFileSync(path.join(folder, "www", file), file);
      }
      port = await freePort();
      writeFileSync(path.join(folder, "config"), configure(folder, port));
      // Caddy keeps what it was last told in the home of whoever started it.
      const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
      const log = path.join(folder, "log");
      const out = openSync(log, "w");
      server = spawn(name, start(folder), { stdio: ["ignore", out, out], env });
      closeSync(out);
      ended = new Promise((resolve) => server.once("exit", resolve));
      const stopped = ended.then(() => Promise.reject(new Error(readFileSync(log, "utf8"))));
      await Promise.race([vi.waitFor(() => ask("/"), { timeout: 20_000 }), stopped]);
    }, 30_000);
    afterAll(async () => {
      server.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    });

    test.each([
      ["/act", 200, undefined],
      ["/act/de", 200, undefined],
      ["/ACT?a=1&b", 308, "/act?a=1&b"],
      ["/act/", 308, "/act"],
      ["/act/de.html", 308, "/act/de"],
      ["/blog/a?q", 308, "/blog/a.html?q"],
      ["/statement?q", 307, "/blog/a.html?q"],
      ["/blog/old.html", 308, "/blog/a.html"],
      ["/blog/old.html?a=1&b", 308, "/blog/a.html?a=1&b"],
      ["/Blog/OLD", 308, "/blog/a.html"],
      ["/blog/old/", 308, "/blog/a.html"],
      ["/blog/old.html).", 308, "/blog/a.html"],
      ["/de/blog/old", 308, "/de/act"],
      ["/en?q", 308, "/?q"],
      ["/en/act?q", 308, "/act?q"],
      ["/en/%5Cevil.example", 404, undefined],
      ["/en/%09/evil.example", 404, undefined],
      ["/fr/blog/old", 404, undefined],
      ["/nothing", 404, undefined],
    ])("%s answers %i %s", async (address, status, location) => {
      const { statusCode, headers } = await ask(address);
      expect([statusCode, headers.location]).toEqual([status, location]);
      if (status !== 307 && status !== 308) expect(headers["x-frame-options"]).toBe("DENY");
    });
  });
}
