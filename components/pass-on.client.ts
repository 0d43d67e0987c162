/** Works the buttons that pass a page on: the system's own menu for sharing, and one that copies the address. */
for (const place of document.querySelectorAll<HTMLElement>("[data-pass-on]")) {
  const { passOn = "", text = "", title = "", copied = "", notCopied = "" } = place.dataset;
  const url = withoutTraces(passOn);
  const says = place.querySelector("[role=status]")!;

  offer(place, "menu", "share" in navigator, () =>
    // A reader who closes the menu has not failed; where the system refuses, the address can still be copied.
    navigator.share({ title, text, url }).catch(({ name }: Error) => {
      if (name !== "AbortError") tell(says, notCopied);
    }),
  );
  offer(place, "copy", "clipboard" in navigator, () =>
    navigator.clipboard.writeText(url).then(
      () => tell(says, copied),
      () => tell(says, notCopied),
    ),
  );
}

function offer(place: HTMLElement, does: string, possible: boolean, act: () => Promise<void>): void {
  const button = place.querySelector<HTMLButtonElement>(`[data-does=${does}]`)!;
  button.hidden = !possible;
  button.addEventListener("click", act);
}

function tell(says: Element, words: string): void {
  // Emptied first, so that the same words are told again.
  says.textContent = "";
  setTimeout(() => {
    says.textContent = words;
  }, 50);
}

/** The address without fragment and query: none of our pages needs one, and both can tell where it was found. */
function withoutTraces(address: string): string {
  const url = new URL(address);
  url.hash = "";
  url.search = "";
  return url.href;
}
