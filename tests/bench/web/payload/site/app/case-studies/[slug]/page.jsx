import { CaseStudy } from "../../case-study.jsx";

// As in Payload's own template: made when first asked for, and kept.
export const revalidate = 600;
export const generateStaticParams = () => [];

export default CaseStudy;
