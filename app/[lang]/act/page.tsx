import { PageDocument } from "../../../components/page-document.tsx";
import { definePage } from "../../define-page.tsx";

const act = definePage("/act", ({ document }) => <PageDocument document={document} />);

export const dynamicParams = false;
export const { generateStaticParams, generateMetadata } = act;
export default act.Page;
