import { expect, test } from "vitest";
import { viewPetition } from "./petition.ts";
import type { Petition } from "./schema.ts";

const petition: Petition = {
  state: "open",
  asOf: "2024-06-01",
  reviewBy: "2024-09-01",
  url: "https://example.org/petition",
  source: "https://example.org/",
  statement: "/statements/x",
};

const asks = { state: "open", overdue: false, asksToSign: true, first: "petition" };
const doubts = { state: "open", overdue: true, asksToSign: true, first: "letter" };
const paused = { state: "paused", overdue: false, asksToSign: false, first: "letter" };
const closed = { state: "closed", overdue: false, asksToSign: false, first: "letter" };
const won = { state: "won", overdue: false, asksToSign: false, first: "letter" };

type Days = Record<string, typeof asks>;

const days: [string, Partial<Petition>, Days][] = [
  [
    "open",
    { state: "open" },
    {
      "2024-06-01": asks,
      "2024-08-31": asks,
      "2024-09-01": asks,
      "2024-09-02": doubts,
      "2030-01-01": doubts,
    },
  ],
  [
    "open until a day before its review",
    { state: "open", closedOn: "2024-08-01" },
    { "2024-07-31": asks, "2024-08-01": closed, "2024-08-02": closed, "2024-09-02": closed },
  ],
  [
    "open until a day after its review",
    { state: "open", closedOn: "2024-09-03" },
    { "2024-09-01": asks, "2024-09-02": doubts, "2024-09-03": closed, "2024-09-04": closed },
  ],
  ["paused", { state: "paused" }, { "2024-09-01": paused, "2024-09-02": { ...paused, overdue: true } }],
  [
    "paused until a day",
    { state: "paused", closedOn: "2024-08-01" },
    { "2024-07-31": paused, "2024-08-01": closed, "2024-08-02": closed },
  ],
  [
    "closed",
    { state: "closed", closedOn: "2024-08-01" },
    { "2024-07-31": closed, "2024-08-01": closed, "2024-08-02": closed, "2024-09-02": closed },
  ],
  [
    "won",
    { state: "won", closedOn: "2024-08-01" },
    { "2024-07-31": won, "2024-08-01": won, "2024-08-02": won, "2024-09-02": won },
  ],
];

test.each(
  days.flatMap(([name, change, views]) =>
    Object.entries(views).map(([day, view]) => [name, day, change, view] as const),
  ),
)("a petition that is %s is on %s what it should be", (_, day, change, view) => {
  expect(viewPetition({ ...petition, ...change }, day)).toEqual(view);
});
