import { spawnSync } from "node:child_process";

/** The files that have changed and since when, or why that cannot be told. */
export type Changes = { files: Set<string>; since: string } | { reason: string };

/**
 * What a branch changes, by Git: since it left the main branch, or else since the last deployment of it that
 * the host names. Hosts often have neither, since they fetch only the newest commits. Takes the folder of the
 * site; gives paths relative to it, with what is not committed yet.
 */
export function changesOf(
  folder = process.cwd(),
  env: Record<string, string | undefined> = process.env,
): Changes {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync("git", args, { cwd: folder, encoding: "utf8", timeout: 20_000 });
    return status === 0 ? stdout.trim() : null;
  };
  if (git("rev-parse", "--verify", "HEAD") === null)
    return { reason: "there is no Git history where this was built" };

  const found = base(git, env.VERCEL_GIT_PREVIOUS_SHA);
  if (!found) return { reason: "the host has fetched neither the main branch nor the last deployment" };
  const changed = git("diff", "--name-only", "-z", "--relative", found.commit, "--");
  const added = git("ls-files", "--others", "--exclude-standard", "-z");
  if (changed === null || added === null) return { reason: `Git could not compare with ${found.since}` };
  return { files: new Set(`${changed}\0${added}`.split("\0").filter(Boolean)), since: found.since };
}

function base(
  git: (...args: string[]) => string | null,
  deployed: string | undefined,
): { commit: string; since: string } | null {
  for (const name of ["origin/HEAD", "origin/main", "origin/master", "main", "master"]) {
    const commit = git("merge-base", "HEAD", name);
    if (commit) return { commit, since: name === "origin/HEAD" ? "the main branch" : name };
  }
  if (
    !deployed ||
    !/^[0-9a-f]{7,64}$/.test(deployed) ||
    git("cat-file", "-e", `${deployed}^{commit}`) === null
  )
    return null;
  return { commit: deployed, since: `the last deployment of this branch (${deployed.slice(0, 7)})` };
}
