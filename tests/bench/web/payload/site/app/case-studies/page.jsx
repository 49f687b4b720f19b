import { listCaseStudies } from "../../directory.js";
import { Filters } from "./filters.jsx";

export default async function CaseStudiesPage({ searchParams }) {
  const query = await searchParams;
  const { docs, totalDocs, page, totalPages, groups } = await listCaseStudies(query);
  return (
    <>
      <h1>Case studies</h1>
      <Filters query={query} groups={groups} />
      <p role="status">Your search returned {totalDocs} results</p>
      {docs.map((post) => (
        <article key={post.id}>
          <h2>
            <a href={`/case-studies/${post.slug}`}>{post.title}</a>
          </h2>
          <p>{post.summary}</p>
          <p>{post.publishedAt.slice(0, 10)}</p>
          <p>{[...post.topics, ...post.supportTypes].map(({ name }) => name).join(", ")}</p>
        </article>
      ))}
      {page < totalPages && <a href={`?${new URLSearchParams({ ...query, page: String(page + 1) })}`}>Next</a>}
    </>
  );
}
