/** What a link check found out about one address. */
export type LinkResult = {
  url: string;
  /** ok: it answers; moved: for good, to `target`; blocked: it refuses programs (403, 429); dead: all else. */
  state: "ok" | "moved" | "blocked" | "dead";
  /** What happened, in a few words: a status, or why there was no answer. */
  says: string;
  target?: string;
};

export type LinkCheckOptions = {
  /** Milliseconds between two requests to one host, and until a request is given up. */
  pause?: number;
  timeout?: number;
  /** How many hosts are asked at a time. */
  hosts?: number;
  /** Where to ask instead, so that a test asks no other host; redirects go through it too. */
  rewrite?: (url: string) => string;
  onResult?: (result: LinkResult, done: number, all: number) => void;
};

const mostHops = 5;

/**
 * Asks every address whether it answers, gently: each host one request at a time, with pauses, by HEAD and
 * only where that fails by GET. Takes the addresses, gives one result for each in the same order.
 */
export async function checkLinks(urls: string[], options: LinkCheckOptions = {}): Promise<LinkResult[]> {
  const { pause = 1000, hosts = 4, onResult } = options;
  const unique = [...new Set(urls)];
  const byHost = [...new Set(unique.map(hostOf))].map((host) => unique.filter((url) => hostOf(url) === host));
  const results = new Map<string, LinkResult>();
  const worker = async () => {
    for (let queue = byHost.shift(); queue; queue = byHost.shift()) {
      for (const [index, url] of queue.entries()) {
        if (index > 0) await sleep(pause);
        const result = await checkLink(url, { ...options, pause });
        results.set(url, result);
        onResult?.(result, results.size, unique.length);
      }
    }
  };
  await Promise.all(Array.from({ length: hosts }, worker));
  return unique.map((url) => results.get(url)!);
}

async function checkLink(url: string, options: LinkCheckOptions & { pause: number }): Promise<LinkResult> {
  const head = await follow(url, "HEAD", options);
  // Many servers know no HEAD or answer it wrongly; only what GET says counts against a link.
  if (head.state === "ok" || head.state === "moved") return head;
  await sleep(options.pause);
  return follow(url, "GET", options);
}

async function follow(url: string, method: string, options: LinkCheckOptions): Promise<LinkResult> {
  const { timeout = 15_000, rewrite = (address) => address } = options;
  let at = url;
  let movedTo: string | undefined;
  let permanent = true;
  for (let hop = 0; hop <= mostHops; hop += 1) {
    let response: Response;
    try {
      response = await fetch(rewrite(at), {
        method,
        redirect: "manual",
        signal: AbortSignal.timeout(timeout),
        headers: { "user-agent": "link check of a campaign site; one request at a time" },
      });
      await response.body?.cancel();
    } catch (problem) {
      return { url, state: "dead", says: reason(problem, timeout) };
    }
    const { status } = response;
    const location = response.headers.get("location");
    if (status >= 300 && status < 400 && location) {
      if (!URL.canParse(location, at)) return { url, state: "dead", says: `${status} to no address` };
      at = new URL(location, at).href;
      permanent &&= status === 301 || status === 308;
      if (permanent) movedTo = at;
      continue;
    }
    if (status === 403 || status === 429) return { url, state: "blocked", says: String(status) };
    if (!response.ok) return { url, state: "dead", says: String(status) };
    if (movedTo) return { url, state: "moved", says: `moved to ${movedTo}`, target: movedTo };
    return { url, state: "ok", says: String(status) };
  }
  return { url, state: "dead", says: `more than ${mostHops} redirects` };
}

function reason(problem: unknown, timeout: number): string {
  const { name, message, cause } = problem as Error;
  if (name === "TimeoutError") return `no answer within ${timeout / 1000} s`;
  const { code } = (cause ?? {}) as { code?: string };
  return code ? `no answer (${code})` : message;
}

function hostOf(url: string): string {
  return new URL(url).host;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
