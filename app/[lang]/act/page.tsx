import { PageDocument } from "../../../components/page-document.tsx";
import { PassOn } from "../../../components/pass-on.tsx";
import { getContent } from "../../../content/index.ts";
import { describe } from "../../../content/page-description.ts";
import { definePage } from "../../define-page.tsx";

const act = definePage(
  "/act",
  ({ document }) => (
    <PageDocument document={document}>
      <PassOn page={describe(document, getContent())} buttons />
    </PageDocument>
  ),
  { scripted: true },
);

export const dynamicParams = false;
export const { generateStaticParams, generateMetadata } = act;
export default act.Page;
