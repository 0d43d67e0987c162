import { expect, test } from "vitest";
import type { Content } from "../content/index.ts";
import { pageDescriptions } from "../content/page-description.ts";
import { article, site } from "../content/testing.ts";
import { cardAddress } from "./card-address.ts";

const home = (content: Content) => pageDescriptions(content).find(({ address }) => address === "/")!;

test("the address of a card changes with the card, and with nothing else", () => {
  const copy = site();
  const before = copy.content();
  const address = cardAddress(home(before), before);
  expect(address).toMatch(/^\/og\/en-home-[0-9a-f]{12}\.png$/);

  const elsewhere = site();
  article(elsewhere, "Another text.");
  expect(cardAddress(home(elsewhere.content()), elsewhere.content())).toBe(address);

  elsewhere.change("content/en/pages/home.mdx", /^title: .*$/m, 'title: "Other words"');
  expect(cardAddress(home(elsewhere.content()), elsewhere.content())).not.toBe(address);
});
