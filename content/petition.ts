import type { Petition } from "./schema.ts";

/** How the call to action presents the petition on a given day. */
export type PetitionView = {
  state: Petition["state"];
  /** The state was last confirmed too long ago: the page says so and puts writing first. */
  overdue: boolean;
  /** Whether the page may ask people to sign. */
  asksToSign: boolean;
  /** What the page puts first. */
  first: "petition" | "letter";
};

/**
 * The state of the petition on a day (year-month-day, UTC). An open or paused petition is closed from
 * `closedOn` on; a state is trusted up to and including `reviewBy`; an ended petition stays ended.
 */
export function viewPetition(petition: Petition, today: string): PetitionView {
  const ended = petition.state === "closed" || petition.state === "won";
  const expired = !ended && petition.closedOn !== undefined && today >= petition.closedOn;
  const state = expired ? "closed" : petition.state;
  const overdue = state !== "closed" && state !== "won" && today > petition.reviewBy;
  const asksToSign = state === "open";
  return { state, overdue, asksToSign, first: asksToSign && !overdue ? "petition" : "letter" };
}
