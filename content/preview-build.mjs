// @ts-check

/**
 * Whether this build is for reviewers: a preview on Vercel, or the development server. Previews show drafts
 * and say what they are. Plain JavaScript, since `next.config.mjs` asks before it can load TypeScript.
 * @param {Record<string, string | undefined>} [env]
 * @returns {boolean}
 */
export function isPreviewBuild(env = process.env) {
  return env.VERCEL_ENV ? env.VERCEL_ENV !== "production" : env.NODE_ENV === "development";
}

/**
 * The branch and the short commit that a preview shows; undefined where the host names none. Never the
 * commit's message or author: people outside see previews too.
 * @param {Record<string, string | undefined>} [env]
 * @returns {{ branch: string | undefined, commit: string | undefined }}
 */
export function sourceOf(env = process.env) {
  return {
    branch: env.VERCEL_GIT_COMMIT_REF || undefined,
    commit: env.VERCEL_GIT_COMMIT_SHA?.slice(0, 7) || undefined,
  };
}
