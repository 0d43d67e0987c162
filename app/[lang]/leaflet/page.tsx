import { Leaflet } from "../../../components/leaflet.tsx";
import { definePage } from "../../define-page.tsx";

const leaflet = definePage("/leaflet", ({ document }) => <Leaflet document={document} />, {
  ownNote: true,
});

export const dynamicParams = false;
export const { generateStaticParams, generateMetadata } = leaflet;
export default leaflet.Page;
