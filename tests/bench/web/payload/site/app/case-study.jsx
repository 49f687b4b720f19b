import { notFound } from "next/navigation";
import { findCaseStudy } from "../directory.js";

export async function CaseStudy({ params }) {
  const post = await findCaseStudy((await params).slug);
  if (!post) notFound();
  return (
    <article>
      <h1>{post.title}</h1>
      <p>{post.summary}</p>
      <p>{post.publishedAt.slice(0, 10)}</p>
      {post.body.split(/\n{2,}/).map((paragraph, place) => (
        <p key={place}>{paragraph}</p>
      ))}
      <p>{[...post.topics, ...post.supportTypes].map(({ name }) => name).join(", ")}</p>
    </article>
  );
}
