import { fileOf, isPage } from "./mirror-files.ts";

/** A rule for headers as a build writes it down, with the pattern of the addresses that it is for. */
export type HeaderRule = {
  regex: string;
  headers: { key: string; value: string }[];
  missing?: { type: string; key: string; value?: string }[];
  has?: { type: string; key?: string; value?: string }[];
};

/** What the server of a mirror is told: what lies at which address, where others lead, and the list of headers. */
export type Told = {
  answers: { address: string; type: string }[];
  redirects: { from: string; to: string; status: number }[];
  moves: { from: string; to: string }[];
  headerRules: HeaderRule[];
};

const note = "Made by npm run mirror. Change app/_host/ and make it again.";
/** What chats and mail programs glue to an address at the end of a sentence, and what was encoded once too often. */
const glued = "(?:[.,;:!?)\\]}>'\"”’»…*]|%(?:25)*[0-9A-Fa-f]{2})";
const slash = "(?:/|%(?:25)*2[Ff])";

/** The headers that an address gets, by name, where a later rule wins; those that hang on a request are left out. */
export function headersFor(address: string, rules: HeaderRule[]): Map<string, string> {
  const fixed = rules.filter(({ missing, has }) => !missing && !has);
  return new Map(
    fixed
      .filter(({ regex }) => new RegExp(regex).test(address))
      .flatMap(({ headers }) => headers.map(({ key, value }): [string, string] => [key, value]))
      // Servers know the types of files better than a header that comes beside theirs.
      .filter(([key]) => key !== "Content-Type"),
  );
}

/** A server for nginx, to be included in its http block. Takes where the files lie and what to listen on. */
export function nginxConfig(told: Told, { root, listen }: { root: string; listen: string }): string {
  const { names, usual, files } = headerTable(told);
  const maps = names.map((name, index) => {
    // As patterns: nginx has only so much room for texts, and the address of a card is long.
    const values = grouped(files, ({ address }) => folderOf(address) ?? address);
    const lines = [...values].flatMap(([place, group]) => {
      const value = group[0]!.headers.get(name);
      const isWhole = group.every(({ headers }) => headers.get(name) === value);
      if (!isWhole) throw new Error(`The files in ${place} do not have the same header ${name}.`);
      if (value === usual.get(name)) return [];
      return [`  ${inNginx(`~^${escaped(place)}${folderOf(place) ? "" : "$"}`)} ${inNginx(value ?? "")};`];
    });
    return `map $uri $header${index} {\n  default ${inNginx(usual.get(name) ?? "")};\n${lines.join("\n")}\n}`;
  });
  const types = typesOf(told);
  return `# ${note}
# Copy www/ to ${root}, or change root below; put into listen where the site is to answer.
# Include it in the http block of nginx.conf, and put it behind TLS. Compressed copies lie beside the files; for
# those of Brotli install libnginx-mod-http-brotli-static (Debian) and add: brotli_static on;

# Other spellings of an address lead to the one that counts. It is asked only where there is no such file.
map $uri $moved {
  default "";
${moves(told)
  .map(({ pattern, to, anyCase }) => `  ${inNginx(`~${anyCase ? "*" : ""}${pattern}`)} ${inNginx(to)};`)
  .join("\n")}
}
${maps.join("\n")}
# Nothing is fetched ahead of time for readers who save data.
map $http_save_data$uri $speculation {
  default "";
${conditional(told)
  .map(({ regex, value }) => `  ${inNginx(`~${regex}`)} ${inNginx(value)};`)
  .join("\n")}
}

server {
  listen ${listen};
  root ${inNginx(root)};
  server_tokens off;
  absolute_redirect off;
  gzip_static on;
  types {
${types.byEnding.map(([ending, type]) => `    ${type} ${ending};`).join("\n")}
  }
  charset utf-8;
  charset_types ${types.textTypes.join(" ")};
  error_page 404 /404.html;
${names.map((name, index) => `  add_header ${name} $header${index} always;`).join("\n")}
  add_header Speculation-Rules $speculation always;

  location = /404.html { internal; }
${told.redirects.map(({ from, to, status }) => `  location = ${inNginx(from)} { return ${status} ${inNginx(`${to}$is_args$args`)}; }`).join("\n")}
${types.exceptions.map(({ address, type }) => `  location = ${inNginx(address)} { types {} default_type ${inNginx(type)}; }`).join("\n")}
${pagesOf(told)
  .filter((address) => address.endsWith(".html"))
  .map(
    (address) =>
      `  location = ${inNginx(address.slice(0, -5))} { return 308 ${inNginx(`${address}$is_args$args`)}; }`,
  )
  .join("\n")}
  location = / { try_files /index.html =404; }
  location ~ \\.html$ {
    if ($moved) { return 308 $moved$is_args$args; }
    try_files $uri =404;
  }
  location / { try_files $uri $uri.html @moved; }
  location @moved {
    if ($moved) { return 308 $moved$is_args$args; }
    return 404;
  }
}
`;
}

/** A site for Caddy. Takes where the files lie and the address of the site, such as mirror.example.org. */
export function caddyfile(told: Told, { root, site }: { root: string; site: string }): string {
  const { names, usual, files } = headerTable(told);
  const varying = names.filter((name) => files.some(({ headers }) => headers.get(name) !== usual.get(name)));
  const groups = [...grouped(files, ({ headers }) => JSON.stringify([...headers])).values()];
  const blocks = groups.map((group, index) => {
    const { headers } = group[0]!;
    const lines = varying.filter((name) => headers.has(name)).map((name) => [name, headers.get(name)!]);
    return `\t@files${index} path ${group.map(({ address }) => address).join(" ")}\n${caddyHeaders(`@files${index}`, lines)}`;
  });
  const data = told.answers.filter(({ address }) => /\.(?:xml|json|webmanifest)$/.test(address));
  const moved = moves(told).map(({ pattern, to, anyCase }) => {
    const target = to.replace("$rest", () => "$" + "{1}");
    return `\t\t${inCaddy(`~${anyCase ? "(?i)" : ""}${pattern}`)} ${target || '""'}`;
  });
  const usually = varying.filter((name) => usual.has(name)).map((name) => [name, usual.get(name)!]);
  return `# ${note}
# Copy www/ to ${root}, or change root below; put the site's address, such as mirror.example.org, in place of ${site}.
${site} {
	root * ${inCaddy(root)}
${caddyHeaders(
  "",
  names.filter((name) => !varying.includes(name)).map((name) => [name, usual.get(name)!]),
)}
	header -Server
	@pages not path ${files.map(({ address }) => address).join(" ")}
${caddyHeaders("@pages", usually)}
${blocks.join("\n")}
${data.map(({ address, type }) => `\theader ${address} Content-Type ${inCaddy(type)}`).join("\n")}
${conditional(told)
  .map(
    ({ value }) => `	# Nothing is fetched ahead of time for readers who save data.
	@ahead {
		not header Save-Data on
		not path ${files.map(({ address }) => address).join(" ")}
	}
	header @ahead Speculation-Rules ${inCaddy(value)}`,
  )
  .join("\n")}
	# Other spellings of an address lead to the one that counts.
	map {path} {moved} {
${moved.join("\n")}
		default ""
	}
	# The query is kept, with its question mark: {?query} is unknown to older versions, such as Debian's.
	map {query} {asked} {
		~^(.+)$ ?$\{1}
		default ""
	}
${told.redirects.map(({ from, to, status }) => `\tredir ${from} ${to}{asked} ${status}`).join("\n")}
	@moved \`{moved} != ""\`
	redir @moved {moved}{asked} 308
	try_files {path} {path}.html {path}/index.html
	file_server {
		precompressed br gzip
	}
	handle_errors {
		rewrite * /404.html
		file_server
	}
}
`;
}

function caddyHeaders(matcher: string, lines: string[][]): string {
  const inside = lines.map(([name, value]) => `\t\t${name} ${inCaddy(value!)}`);
  return `\theader ${matcher}${matcher && " "}{\n${inside.join("\n")}\n\t}`;
}

/** The _headers file that Netlify, Cloudflare Pages and others read. */
export function headersFile(told: Told): string {
  const { names, usual, files } = headerTable(told);
  // Where two rules set a header, such hosts send both; a cache must not be told two times.
  const everywhere = names.filter((name) => name !== "Cache-Control");
  const folders = grouped(files, ({ address, headers }) => {
    const folder = folderOf(address);
    return JSON.stringify([folder ? `${folder}*` : address, ...headers]);
  });
  const rules = [...folders.values()].map((group) => {
    const { address, headers } = group[0]!;
    const folder = folderOf(address);
    const lines = names
      .filter(
        (name) => headers.has(name) && (name === "Cache-Control" || headers.get(name) !== usual.get(name)),
      )
      .flatMap((name) => [
        ...(name === "Cache-Control" ? [] : [`  ! ${name}`]),
        `  ${name}: ${headers.get(name)}`,
      ]);
    return [folder ? `${folder}*` : address, ...lines].join("\n");
  });
  return `# ${note}\n/*\n${everywhere.map((name) => `  ${name}: ${usual.get(name)}`).join("\n")}\n${rules.join("\n")}\n`;
}

/**
 * The _redirects file of the same hosts, with what they cannot know. Other spellings of a page are not in it: such
 * hosts find x.html for /x by themselves, and Cloudflare leads from /x.html to /x, so that a line from /x to /x.html
 * would send readers in a circle. Nor would there be room: Cloudflare takes 2,000 plain lines, GitLab 1,000.
 */
export function redirectsFile(told: Told): string {
  const named = told.redirects.map(({ from, to, status }) => `${from} ${to} ${status}`);
  const moved = oldAddresses(told).map(({ from, to }) => `${from} ${to} 308`);
  // Each by itself: of /en//evil.example a pattern would make another host.
  const english = pagesOf(told).filter((address) => !/^\/[a-z]{2}(?:\/|$)/.test(address));
  return [
    `# ${note}`,
    "# Hosts find x.html for /x and for /x/ by themselves; lines for them could lead in a circle.",
    ...named,
    ...moved,
    "/en / 308",
    ...english.map((address) => `/en${address} ${address} 308`),
    "",
  ].join("\n");
}

/** Every address from which a page has moved, with .html and without. */
export function oldAddresses({ moves }: Pick<Told, "moves">): { from: string; to: string }[] {
  return moves.flatMap(({ from, to }) => {
    const bare = from.replace(/\.html$/, "");
    return [
      { from: bare, to },
      { from: `${bare}.html`, to },
    ];
  });
}

/** The folder of files whose addresses change with what they hold, and which all have the same headers. */
function folderOf(address: string): string | undefined {
  return /^\/(?:pictures|scripts|og|_next\/static)\//.exec(address)?.[0];
}

/** Names of headers, what pages get, and what each file gets. */
function headerTable({ answers, headerRules }: Told) {
  const usual = headersFor("/", headerRules);
  const files = answers
    .filter(({ address }) => !isPage(address))
    .map(({ address }) => ({ address, headers: headersFor(address, headerRules) }));
  const names = [...new Set([...usual.keys(), ...files.flatMap(({ headers }) => [...headers.keys()])])];
  return { names, usual, files };
}

function conditional({ headerRules }: Told) {
  return headerRules
    .filter(({ missing }) => missing)
    .flatMap(({ regex, headers }) => headers.map(({ value }) => ({ regex, value })));
}

/** The addresses of pages, the home page left out. */
function pagesOf({ answers }: Told): string[] {
  return answers.map(({ address }) => address).filter((address) => isPage(address) && address !== "/");
}

/** Patterns of other spellings and the address that each leads to; the first that matches counts. */
function moves(told: Told): { pattern: string; to: string; anyCase?: boolean }[] {
  const pages = pagesOf(told);
  return [
    { pattern: "^/index\\.html$", to: "/" },
    { pattern: `^/${glued}+$`, to: "/" },
    { pattern: "^/en/?$", to: "/" },
    // Never to //evil.example, nor to what browsers take for it: \ is a slash to them, and tabs are nothing.
    { pattern: "^/en(?P<rest>/(?:[^/\\\\\\x00-\\x1f][^\\x00-\\x1f]*)?)$", to: "$rest" },
    ...pages.map((address) => ({ pattern: `^${escaped(address)}$`, to: "" })),
    ...pages.map((address) => ({ pattern: spellingsOf(address), to: address, anyCase: true })),
    ...told.moves.map(({ from, to }) => ({ pattern: spellingsOf(from), to, anyCase: true })),
  ];
}

/** A pattern for an address with .html or without, and with what is glued to it. */
function spellingsOf(address: string): string {
  const path = escaped(address.slice(1).replace(/\.html$/, "")).replaceAll("/", slash);
  return `^/${path}(?:\\.html)?${glued}*/?$`;
}

/** Types of files by the ending of their name, with the addresses that have another one. */
function typesOf({ answers }: Told) {
  const files = answers.map(({ address, type }) => ({
    address,
    type: type.replace(/;.*/, ""),
    ending: /\.([^./]+)$/.exec(fileOf(address))?.[1] ?? "",
  }));
  const byEnding = new Map(files.map(({ ending, type }) => [ending, type]));
  return {
    byEnding: [...byEnding].filter(([ending]) => ending !== "").sort(),
    exceptions: files.filter(({ ending, type }) => byEnding.get(ending) !== type),
    textTypes: [
      ...new Set(
        answers.filter(({ type }) => /charset/.test(type)).map(({ type }) => type.replace(/;.*/, "")),
      ),
    ].filter((type) => type !== "text/html"),
  };
}

/** Things by what a function says of each. (Map.groupBy needs Node 21.) */
function grouped<T>(things: T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return groups;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function inNginx(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

function inCaddy(text: string): string {
  return /^[\w./*-]+$/.test(text) ? text : `\`${text}\``;
}
