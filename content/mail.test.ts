import { describe, expect, test } from "vitest";
import { root } from "./files.ts";
import { readContent } from "./index.ts";
import { letterParts, letterText, readyPoints, recipients } from "./letter.ts";
import { limits, mailtoAddress, splitRecipients, type Way, wayOut, ways } from "./mail.ts";

const { letters } = readContent(root).content!;

/** What a program that follows RFC 6068, or a web mail, makes of an address. */
function decode(address: string) {
  const [, to = "", query = ""] = /^mailto:([^?]*)\?(.*)$/.exec(address) ?? /^([^?]*)\?(.*)$/.exec(address)!;
  const fields = Object.fromEntries(
    query.split("&").map((pair) => {
      expect(pair.split("="), "one = in each pair").toHaveLength(2);
      const [name, value] = pair.split("=") as [string, string];
      return [name, decodeURIComponent(value)];
    }),
  );
  const list = address.startsWith("mailto:") ? to.split(",").filter(Boolean).map(decodeURIComponent) : [];
  return { to: list, subject: fields.subject ?? fields.su, body: fields.body, fields };
}

const ready = (lang: string, recipient: (typeof recipients)[number]) => {
  const text = letters.get(lang)!;
  return {
    subject: text.subject,
    body: letterText(letterParts(text, { recipient, points: readyPoints[recipient] })),
  };
};

describe.each([...letters.keys()])("the letter in %s", (lang) => {
  test.each(recipients)("to the %s arrives whole through mailto:", (recipient) => {
    const message = ready(lang, recipient);
    const address = mailtoAddress(message);
    expect(address).toMatch(/^mailto:\?subject=[\w.!~*'()%-]+&body=[\w.!~*'()%-]+$/);
    expect(decode(address)).toMatchObject({
      subject: message.subject,
      body: message.body.replaceAll("\n", "\r\n"),
    });
  });

  test.each(recipients)("to the %s arrives through web mail, whole or with its subject", (recipient) => {
    const message = ready(lang, recipient);
    for (const way of ["gmail", "outlook"] as const) {
      const { address, long } = wayOut(way, message);
      const { subject, body } = decode(address);
      expect(address.length).toBeLessThanOrEqual(limits.web);
      expect(subject).toBe(message.subject);
      expect(body).toBe(long ? "" : message.body.replaceAll("\n", "\r\n"));
    }
  });
});

const awkward: Record<string, string> = {
  umlauts: "Grüße aus Köln, žluťoučký kůň, Ħamrun, Ελλάδα, България",
  "signs with a meaning in addresses": "a&b=c+d%e%20f#g?h/i;j:k@l\\m\"n'o<p>",
  emoji: "💌👩‍👩‍👧🇪🇺",
  commas: "one, two, three",
  tabs: "a\tb",
};

describe.each(ways)("%s", (way: Way) => {
  test.each(Object.entries(awkward))("carries %s", (_, text) => {
    const { subject, body } = decode(wayOut(way, { subject: text, body: text }).address);
    expect(subject).toBe(text);
    expect(body).toBe(text);
  });

  test.each(["a\nb\n\nc", "a\r\nb\r\n\r\nc", "a\rb\r\rc"])("makes CRLF of every line end: %j", (body) => {
    const { address } = wayOut(way, { subject: "s", body });
    expect(address).toContain("body=a%0D%0Ab%0D%0A%0D%0Ac");
  });

  test("survives half a character, which a browser can hand over", () => {
    expect(decode(wayOut(way, { subject: "s", body: "a\ud83d b\udc8c" }).address).body).toBe(
      "a\ufffd b\ufffd",
    );
  });
});

test("a letter of 10,000 characters stays whole in mailto: and is called long everywhere", () => {
  const message = { subject: "s", body: "ä ".repeat(5000) };
  expect(decode(wayOut("mailto", message).address).body).toBe(message.body);
  for (const way of ways) expect(wayOut(way, message).long).toBe(true);
  expect(decode(wayOut("gmail", message).address).body).toBe("");
});

test("a letter is long only from the limit on", () => {
  const empty = mailtoAddress({ subject: "s", body: "" }).length;
  const body = (length: number) => "x".repeat(length - empty);
  expect(wayOut("mailto", { subject: "s", body: body(limits.mailto) }).long).toBe(false);
  expect(wayOut("mailto", { subject: "s", body: body(limits.mailto + 1) }).long).toBe(true);
});

test("recipients are joined by commas, each encoded by itself", () => {
  const to = ["a.b+c@example.org", "d&e@example.org", '"f,g"@example.org'];
  const address = mailtoAddress({ to, subject: "s", body: "b" });
  expect(address).toMatch(
    /^mailto:a\.b%2Bc@example\.org,d%26e@example\.org,%22f%2Cg%22@example\.org\?subject=s&body=b$/,
  );
  expect(decode(address).to).toEqual(to);
  expect(decode(wayOut("gmail", { to, subject: "s", body: "b" }).address).fields.to).toBe(to.join(","));
});

test.each([
  "a@x.eu; b@y.eu",
  "a@x.eu,b@y.eu",
  " a@x.eu\nb@y.eu ",
  "A <a@x.eu>, B <b@y.eu>",
  "a@x.eu or b@y.eu",
])("recipients are found in what people type: %j", (typed) => {
  expect(splitRecipients(typed)).toEqual(["a@x.eu", "b@y.eu"]);
});
