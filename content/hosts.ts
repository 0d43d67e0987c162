import { externalLinks } from "./external-links.ts";
import { error, type Fault, quote } from "./fault.ts";
import { readText } from "./files.ts";
import { entriesOf } from "./line-list.ts";
import { gmailAddress, outlookAddress } from "./mail.ts";
import type { Content } from "./model.ts";
import { networks } from "./networks.ts";

/** The hosts that the site links to, each on a line of its own, so that a new one is seen in review. */
export const hostsFile = "hosts.txt";

const name = `content/${hostsFile}`;

/** Every host that a link of the site leads to, with the files that name it and the first line of each. */
export function linkedHosts(content: Content): Map<string, Map<string, number>> {
  const links = [...externalLinks(content)].flatMap(([url, files]) =>
    [...files].map(([file, line]) => ({ url, file, line })),
  );
  const passing = networks.map(({ link }) => ({
    url: link("", "https://site.invalid/", ""),
    file: "content/networks.ts",
    line: 1,
  }));
  const mails = [gmailAddress, outlookAddress].map((addressOf) => ({
    url: addressOf({ subject: "", body: "" }),
    file: "content/mail.ts",
    line: 1,
  }));
  const hosts = new Map<string, Map<string, number>>();
  for (const { url, file, line } of [...links, ...passing, ...mails]) {
    const { hostname } = new URL(url);
    const files = hosts.get(hostname) ?? new Map<string, number>();
    hosts.set(hostname, files.set(file, Math.min(line, files.get(file) ?? line)));
  }
  return hosts;
}

/** A host that is linked and not listed is an error; so is a list out of order. */
export function checkHosts(content: Content): Fault[] {
  const read = readText(content.root, hostsFile);
  if ("fault" in read) return [read.fault];
  const lines = entriesOf(read.text);
  const linked = linkedHosts(content);
  const listed = new Set(lines.map(({ entry }) => entry));
  return [
    ...lines.flatMap(({ entry: host, line }, index) => {
      const before = lines[index - 1]?.entry ?? "";
      if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))
        return [error(name, line, quote(host), "it is no host name.", "Write it as in www.example.org.")];
      if (host <= before) {
        const reason = `it stands behind ${quote(before)}.`;
        return [
          error(
            name,
            line,
            quote(host),
            reason,
            "Put the list in the order of the alphabet, each host once.",
          ),
        ];
      }
      return [];
    }),
    ...[...linked]
      .filter(([host]) => !listed.has(host))
      .flatMap(([host, files]) => {
        const remedy = `Make sure that readers may be sent there, and add the line ${host} to ${name}.`;
        const reason = `it links to a host that is not in ${name}.`;
        return [...files].map(([file, line]) => error(file, line, quote(host), reason, remedy));
      }),
  ];
}
