import { PageDocument } from "../../../components/page-document.tsx";
import { definePage } from "../../define-page.tsx";

const timeline = definePage("/timeline", ({ document }) => <PageDocument document={document} />);

export const dynamicParams = false;
export const { generateStaticParams, generateMetadata } = timeline;
export default timeline.Page;
