import { BannerKit } from "../../../components/banner-kit.tsx";
import { CardDownloads } from "../../../components/card-downloads.tsx";
import { PageDocument } from "../../../components/page-document.tsx";
import { PassOnList } from "../../../components/pass-on-list.tsx";
import { PrintKit } from "../../../components/print-kit.tsx";
import { ReadyTexts } from "../../../components/ready-texts.tsx";
import { definePage } from "../../define-page.tsx";

const share = definePage(
  "/share",
  ({ document, lang }) => (
    <PageDocument document={document}>
      <PassOnList lang={lang} />
      <ReadyTexts lang={lang} />
      <CardDownloads lang={lang} />
      <PrintKit lang={lang} />
      <BannerKit lang={lang} />
    </PageDocument>
  ),
  { scripted: true },
);

export const dynamicParams = false;
export const { generateStaticParams, generateMetadata } = share;
export default share.Page;
