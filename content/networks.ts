/** An app or network that a page can be passed on to by a plain link. */
export type Network = {
  name: string;
  /** The most characters that a message may have, the address included. */
  longest: number;
  /** The link that opens it. Takes the message, the address of the page and its title. */
  link: (text: string, url: string, title: string) => string;
};

const encoded = encodeURIComponent;

/** In the order in which they are offered: open networks first. */
export const networks: Network[] = [
  {
    name: "Mastodon",
    longest: 500,
    // Lets readers choose their server. The text stands behind the #, which browsers do not send, so that
    // not even the chooser's host learns what is passed on: https://github.com/Juerd/tootpick#privacy.
    // (Mastodon's own share.joinmastodon.org takes it as ?text=, which is sent.)
    link: (text, url) => `https://tootpick.org/#text=${encoded(`${text} ${url}`)}`,
  },
  {
    name: "Bluesky",
    longest: 300,
    // https://docs.bsky.app/docs/advanced-guides/intent-links
    link: (text, url) => `https://bsky.app/intent/compose?text=${encoded(`${text} ${url}`)}`,
  },
  {
    name: "X",
    longest: 280,
    link: (text, url) => `https://x.com/intent/post?text=${encoded(text)}&url=${encoded(url)}`,
  },
  {
    name: "Facebook",
    longest: 63206,
    link: (_text, url) => `https://www.facebook.com/sharer/sharer.php?u=${encoded(url)}`,
  },
  {
    name: "LinkedIn",
    longest: 3000,
    link: (_text, url) => `https://www.linkedin.com/sharing/share-offsite/?url=${encoded(url)}`,
  },
  {
    name: "Reddit",
    longest: 300,
    link: (_text, url, title) => `https://www.reddit.com/submit?url=${encoded(url)}&title=${encoded(title)}`,
  },
  {
    name: "Telegram",
    longest: 4096,
    link: (text, url) => `https://t.me/share/url?url=${encoded(url)}&text=${encoded(text)}`,
  },
  {
    name: "WhatsApp",
    longest: 4096,
    link: (text, url) => `https://wa.me/?text=${encoded(`${text} ${url}`)}`,
  },
];

/** The characters that fit into a message of every network. */
export const fitsEverywhere = Math.min(...networks.map(({ longest }) => longest));

/** A link that opens the reader's mail program. Line breaks are CRLF, as RFC 6068 asks. */
export function mailLink(text: string, url: string, title: string): string {
  return `mailto:?subject=${encoded(title)}&body=${encoded(`${text}\r\n\r\n${url}`)}`;
}

/** A link that opens the reader's messages. iOS wants the & that RFC 5724 does not; Android takes both. */
export function smsLink(text: string, url: string): string {
  return `sms:?&body=${encoded(`${text} ${url}`)}`;
}
