import type { Metadata } from "next";
import { isPublicFile, readPublic } from "../content/files.ts";
import { getContent } from "../content/index.ts";
import { type Client, clients, type LinkPreview, linkPreviewOf, withoutPicture } from "./link-preview.ts";
import styles from "./link-preview-cards.module.css";

/** For previews: how a link to a page will look in apps, networks and a search result, drawn from the page's own head. */
export function LinkPreviewCards({ metadata }: { metadata: Metadata }) {
  const preview = linkPreviewOf(metadata);
  const { root } = getContent();
  const src = preview.image?.src ?? "";
  const bytes = isPublicFile(root, src) ? readPublic(root, src).length : undefined;
  return (
    <div className={styles.cards}>
      {!preview.image && <p className={styles.note}>The page has no picture for previews.</p>}
      {clients.map((client) => {
        const without = preview.image && withoutPicture(preview.image, client, bytes);
        return (
          <figure key={client.name}>
            <figcaption>{client.name}</figcaption>
            <Card client={client.name} preview={without ? { ...preview, image: null } : preview} />
            {without && <p className={styles.note}>{without}</p>}
          </figure>
        );
      })}
      <figure>
        <figcaption>A search result</figcaption>
        <div className={styles.search}>
          <span>{preview.siteName}</span>
          <span className={styles.host}>
            {preview.address.replace(/^https?:\/\//, "").replaceAll("/", " › ")}
          </span>
          <span className={styles.searchTitle}>{preview.search.title}</span>
          <span className={styles.description}>{preview.search.description}</span>
        </div>
      </figure>
    </div>
  );
}

function Card({ client, preview }: { client: Client["name"]; preview: LinkPreview }) {
  const { image, title, description, host, siteName, large } = preview;
  const picture = image && <img src={image.src} alt={image.alt} loading="lazy" decoding="async" />;
  switch (client) {
    case "Mastodon":
      return (
        <div className={styles.card}>
          {picture}
          <span className={styles.host}>{siteName}</span>
          <span className={styles.title}>{title}</span>
          <span className={styles.description}>{description}</span>
        </div>
      );
    case "Signal":
      return (
        <div className={styles.card}>
          {picture}
          <span className={styles.title}>{title}</span>
          <span className={styles.description}>{description}</span>
          <span className={styles.host}>{host}</span>
        </div>
      );
    case "WhatsApp":
      return (
        <div className={styles.card}>
          {picture}
          <span className={styles.title}>{title}</span>
          <span className={styles.line}>{description}</span>
          <span className={styles.host}>{host}</span>
        </div>
      );
    case "X":
      return large && picture ? (
        <>
          <div className={styles.overlaid}>
            {picture}
            <span className={styles.overlay}>{title}</span>
          </div>
          <span className={styles.host}>From {host}</span>
        </>
      ) : (
        <div className={styles.small}>
          <div className={styles.thumbnail}>{picture}</div>
          <div>
            <span className={styles.host}>{host}</span>
            <span className={styles.line}>{title}</span>
            <span className={styles.description}>{description}</span>
          </div>
        </div>
      );
  }
}
