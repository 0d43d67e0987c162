import { afterEach, describe, expect, test, vi } from "vitest";
import { formatDate, isOverdue, isoDateTime, today } from "./dates.ts";
import { isDate } from "./schema.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe("today", () => {
  test("is the day in UTC, whatever the zone of the build", () => {
    vi.stubEnv("SITE_TODAY", "");
    vi.useFakeTimers();
    vi.setSystemTime("2024-06-30T23:59:59Z");
    expect(today()).toBe("2024-06-30");
    vi.setSystemTime("2024-07-01T00:00:00Z");
    expect(today()).toBe("2024-07-01");
  });

  test("can be set for a test or a repeatable build", () => {
    vi.stubEnv("SITE_TODAY", "2024-06-15");
    expect(today()).toBe("2024-06-15");
    expect(isOverdue("2024-06-14")).toBe(true);
  });
});

test.each([
  ["2024-08-31", false],
  ["2024-09-01", false],
  ["2024-09-02", true],
])("what may be trusted up to 2024-09-01 is overdue on %s: %s", (day, overdue) => {
  expect(isOverdue("2024-09-01", day)).toBe(overdue);
});

describe.each(["Pacific/Kiritimati", "Pacific/Pago_Pago"])("in the zone %s", (zone) => {
  test.each([
    ["2024-06-01", "en", "1 June 2024"],
    ["2024-06", "en", "June 2024"],
    ["2024-12-31", "de", "31. Dezember 2024"],
    ["2024-06", "de", "Juni 2024"],
    ["2024-06-01", "fr", "1 juin 2024"],
    ["2024-06-01T10:00:00+02:00", "en", "1 June 2024"],
  ])("%s is written in %s as %s", (date, lang, text) => {
    vi.stubEnv("TZ", zone);
    expect(formatDate(date, lang)).toBe(text);
  });

  test("a day begins at midnight UTC", () => {
    vi.stubEnv("TZ", zone);
    expect(isoDateTime("2024-06-01")).toBe("2024-06-01T00:00:00.000Z");
    expect(isoDateTime("2024-06-01T10:00:00+02:00")).toBe("2024-06-01T08:00:00.000Z");
  });
});

test.each([
  ["2024-02-29", 3, true],
  ["2023-02-29", 3, false],
  ["2024-02-30", 3, false],
  ["2024-04-31", 3, false],
  ["2024-13-01", 3, false],
  ["2024-00-01", 3, false],
  ["2024-01-00", 3, false],
  ["2024-1-1", 3, false],
  ["2024-06", 3, false],
  ["2024-06", 2, true],
  ["2024-13", 2, false],
  ["2024-06-01", 2, false],
  ["", 3, false],
  [" 2024-06-01", 3, false],
  ["2024-06-01\n", 3, false],
] as const)("%j is a date of %i parts: %s", (value, parts, real) => {
  expect(isDate(value, parts)).toBe(real);
});
