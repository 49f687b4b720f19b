import { CaseStudy } from "../../case-study.jsx";

// As lists are, and as WordPress makes it without a cache.
export const dynamic = "force-dynamic";

export default CaseStudy;
