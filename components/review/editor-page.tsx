import type { ReactNode } from "react";
import { Page } from "#components/site/page.tsx";
import { Status } from "#components/ui/status.tsx";
import { EditorStrip, type EditorSection } from "./editor-strip.tsx";

interface Props {
  title: string;
  /** What the whole is about, above the heading. */
  caption?: ReactNode;
  /** True puts "Error: " before the title, so that it is heard first. */
  failed?: boolean;
  section?: EditorSection;
  /** Who is signed in. */
  editor: { name: string };
  /** What has just been done, said above the heading. */
  done?: ReactNode;
  children: ReactNode;
}

/** A page for editors alone: no cache keeps it and no search engine lists it. */
export function EditorPage({ title, caption, failed, section, editor, done, children }: Props) {
  return (
    <Page
      title={failed ? `Error: ${title}` : title}
      indexed={false}
      store={false}
      strip={<EditorStrip section={section} editor={editor} />}
    >
      <div className="band pt-8 tablet:pt-10">
        {done && (
          <Status className="mb-6 max-w-prose border-l-[6px] border-house bg-tint px-5 py-3 font-bold">{done}</Status>
        )}
        {caption && <p className="mb-1 max-w-prose text-soft">{caption}</p>}
        <h1 className="mb-6 max-w-[36ch]">{title}</h1>
        {children}
      </div>
    </Page>
  );
}
