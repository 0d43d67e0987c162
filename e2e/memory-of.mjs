import { readFileSync } from "node:fs";

/** Resident memory of a process in MB; null where the system does not tell. */
export function memoryOf(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    // A process that has ended is there until somebody asks how, and has no memory any more.
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
