/** Gives the row its two buttons: the system's own menu for sharing, and one that copies the address. */
for (const row of document.querySelectorAll<HTMLElement>("[data-pass-on]")) {
  const { url = "", text = "", title = "", copied = "", notCopied = "" } = row.dataset;
  const says = row.querySelector("[role=status]");
  const address = withoutTraces(url);

  offer(row, "menu", "share" in navigator, async () => {
    // A reader who closes the menu has not failed.
    await navigator.share({ title, text, url: address }).catch(() => {});
  });
  offer(row, "copy", "clipboard" in navigator, async () => {
    const done = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    if (!says) return;
    // Emptied first, so that a second copy is told again.
    says.textContent = "";
    setTimeout(() => {
      says.textContent = done ? copied : notCopied;
    }, 50);
  });
}

function offer(row: HTMLElement, name: string, possible: boolean, act: () => Promise<void>): void {
  const button = row.querySelector<HTMLButtonElement>(`[data-does=${name}]`);
  if (!button || !possible) return;
  button.hidden = false;
  button.addEventListener("click", () => void act());
}

/** The address without fragment and query: none of our pages needs one, and both can tell where it was found. */
function withoutTraces(url: string): string {
  const address = new URL(url || location.href);
  address.hash = "";
  address.search = "";
  return address.href;
}
