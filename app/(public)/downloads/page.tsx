import { Fragment } from "react";
import { TextPage } from "#components/site/text-page.tsx";
import { fileSize, figure, longDate, timeOf } from "#components/ui/words.ts";
import { ensureDownload } from "#lib/commands/directory/ensure-download.ts";
import { licence } from "#lib/domain/licence.ts";
import { downloadFiles } from "#lib/feeds/downloads/files.ts";
import { paths } from "#lib/http/paths.ts";

export default async function DownloadsPage() {
  const files = await Promise.all(downloadFiles.map(async (file) => ({ ...file, ...(await ensureDownload(file)) })));
  return (
    <TextPage heading="Downloads" lead="Everything that is published here, in one file." path={paths.downloads}>
      {files.map(({ name, title, about, bytes, records, sha256, madeAt }) => (
        <Fragment key={name}>
          <h2>{title}</h2>
          <p>{about}</p>
          <p>
            <a href={paths.download(name)}>Download {name}</a>{" "}
            <span className="whitespace-nowrap">({fileSize(bytes)})</span>
          </p>
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
        </Fragment>
      ))}
      <h2>How new they are</h2>
      <p>
        New files are made every night, and as soon as anybody asks after something was published, changed or taken
        down. So what was taken down is in no file from that moment on, and the number after “SHA-256” changes with it.
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
