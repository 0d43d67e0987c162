import { formatDate, today } from "../content/dates.ts";
import { sourceOf } from "../content/preview-build.mjs";
import styles from "./preview-bar.module.css";

/** On previews, above every page: which branch and commit it was built from, when, and where the review starts. */
export function PreviewBar() {
  const { branch, commit } = sourceOf();
  return (
    <aside className={styles.bar} lang="en" aria-label="Preview">
      <p>
        <strong>Preview{!branch && !commit && " on this machine"}</strong>
        {branch && (
          <span>
            branch <b>{branch}</b>
          </span>
        )}
        {commit && (
          <span>
            commit <b>{commit}</b>
          </span>
        )}
        <span>built on {formatDate(today(), "en")}</span>
        <a href="/preview">What to review</a>
      </p>
    </aside>
  );
}
