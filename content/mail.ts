/** A message as the reader's mail program should open it. Without recipients, the program asks for them. */
export type Message = { to?: string[]; subject: string; body: string };

/** Lengths of an address, in characters, up to which it is known to arrive whole. */
export const limits = {
  /** Windows hands no longer address to a mail program. */
  mailto: 2000,
  /** Web servers refuse longer addresses. */
  web: 8000,
};

/** A mailto: address by RFC 6068: percent-encoded UTF-8, line ends as CRLF, recipients joined by commas. */
export function mailtoAddress({ to = [], subject, body }: Message): string {
  return `mailto:${to.map(encodeRecipient).join(",")}?subject=${encode(subject)}&body=${encode(body)}`;
}

/** An address that opens the message in the web mail of Gmail. */
export function gmailAddress({ to = [], subject, body }: Message): string {
  return `https://mail.google.com/mail/?view=cm&fs=1&to=${encode(to.join(","))}&su=${encode(subject)}&body=${encode(body)}`;
}

/** An address that opens the message in the web mail of Outlook. */
export function outlookAddress({ to = [], subject, body }: Message): string {
  return `https://outlook.live.com/mail/0/deeplink/compose?to=${encode(to.join(","))}&subject=${encode(subject)}&body=${encode(body)}`;
}

/** The ways to send a message, in the order in which pages offer them. */
export const ways = ["mailto", "gmail", "outlook"] as const;
export type Way = (typeof ways)[number];

/**
 * The address for a way of sending, and whether it is longer than is known to arrive whole. A web mail
 * address that is too long carries the subject alone, since the server would answer with an error.
 */
export function wayOut(way: Way, message: Message): { address: string; long: boolean } {
  const make = { mailto: mailtoAddress, gmail: gmailAddress, outlook: outlookAddress }[way];
  const address = make(message);
  const long = address.length > (way === "mailto" ? limits.mailto : limits.web);
  return { address: long && way !== "mailto" ? make({ ...message, body: "" }) : address, long };
}

/** The addresses in a text that a reader typed, however they are separated. */
export function splitRecipients(text: string): string[] {
  return text.split(/[\s,;<>]+/).filter((address) => /^[^@\s]+@[^@\s]+$/.test(address));
}

function encode(text: string): string {
  // A lone half of a surrogate pair cannot be encoded; it becomes U+FFFD, as browsers do.
  const wellFormed = text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "\ufffd",
  );
  return encodeURIComponent(wellFormed.replace(/\r\n?|\n/g, "\r\n"));
}

/** Within the list of recipients "@" stands for itself, and a comma would end the address. */
function encodeRecipient(address: string): string {
  return encode(address).replace(/%40/g, "@");
}
