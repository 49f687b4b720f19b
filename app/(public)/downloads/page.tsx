import { Fragment } from "react";
import { TextPage } from "#components/site/text-page.tsx";
import { fileSize, figure, longDate, timeOf } from "#components/ui/words.ts";
import { findNewestDownload } from "#lib/data/downloads/downloads.ts";
import { licence } from "#lib/domain/licence.ts";
import { downloadFiles } from "#lib/feeds/downloads/files.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

export default async function DownloadsPage() {
  const files = await Promise.all(
    downloadFiles.map(async (file) => ({ ...file, made: await findNewestDownload(file.name) })),
  );
  return (
    <TextPage
      heading="Downloads"
      lead="Everything that is published here, in one file."
      canonical={await wholeAddress(paths.downloads)}
    >
      {files.map(({ name, title, about, made }) => (
        <Fragment key={name}>
          <h2>{title}</h2>
          <p>{about}</p>
          <p>
            <a href={paths.download(name)}>Download {name}</a>{" "}
            {made && <span className="whitespace-nowrap">({fileSize(made.bytes)})</span>}
          </p>
          {made ? <Facts {...made} /> : <p>It is made the first time somebody asks for it.</p>}
        </Fragment>
      ))}
      <h2>How new they are</h2>
      <p>
        New files are made every night, and as soon as anybody asks for one after something was published, changed or
        taken down: what was taken down is in no file from that moment on. Such a file is newer than what stands above,
        and its number after “SHA-256” is another; every file carries its own as its <code>ETag</code>. While one is
        being made, a large directory may ask you to come back in half a minute.
      </p>
      <h2>What is not in them</h2>
      <p>
        The contacts shown on the pages, pictures and documents, and case studies that were withdrawn. The address of
        each page is there.
      </p>
      <h2>Licence</h2>
      <p>
        The words are available under the <a href={licence.url}>{licence.name}</a>, except where a page says otherwise.
        You may copy, change and publish them if you say where they come from.
      </p>
      <h2>Only some of it</h2>
      <p>
        To ask for some case studies, or only for what is new, use <a href={paths.api}>the API</a>.
      </p>
    </TextPage>
  );
}

function Facts({ records, madeAt, sha256 }: { records: number; madeAt: Date; sha256: string }) {
  return (
    <dl className="figures text-small">
      <div>
        <dt>Case studies</dt>
        <dd>{figure(records)}</dd>
      </div>
      <div>
        <dt>Made</dt>
        <dd>
          <time dateTime={madeAt.toISOString()}>
            {longDate(madeAt)} at {timeOf(madeAt)}
          </time>
        </dd>
      </div>
      <div>
        <dt>SHA-256</dt>
        <dd>
          <code>{sha256}</code>
        </dd>
      </div>
    </dl>
  );
}
