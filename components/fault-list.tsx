import type { Fault } from "../content/fault.ts";
import styles from "./fault-list.module.css";

type Props = {
  faults: Fault[];
  /** Files whose faults come first and are unfolded. */
  first: ReadonlySet<string>;
};

/** For previews: what the content check tells, file by file. */
export function FaultList({ faults, first }: Props) {
  if (faults.length === 0) return <p>The content check has nothing to say.</p>;
  return (
    <>
      <p>
        {faults.length} from <code>npm run check:content</code>, those of the pages below first. None of them
        stops the build.
      </p>
      {byPlace(faults, first).map(([place, found]) => (
        <details key={place} className={styles.place} open={first.has(place)}>
          <summary>
            {place} ({found.length})
          </summary>
          <ul>
            {found.map(({ file, line, level, what, reason, remedy }) => (
              <li key={`${file} ${line} ${what} ${reason}`}>
                {level === "error" && <strong>Error: </strong>}
                {place === file ? "Line" : `${file.slice(place.length)}, line`} {line}, {what}: {reason}{" "}
                <span className={styles.remedy}>{remedy}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** Faults by file, those of all countries as one; the files that come first, then by name. */
function byPlace(faults: Fault[], first: ReadonlySet<string>): [string, Fault[]][] {
  const places = new Map<string, Fault[]>();
  for (const fault of faults) {
    const place = fault.file.startsWith("content/countries/") ? "content/countries/" : fault.file;
    places.set(place, [...(places.get(place) ?? []), fault]);
  }
  return [...places].sort(
    ([a], [b]) => Number(first.has(b)) - Number(first.has(a)) || a.localeCompare(b, "en"),
  );
}
