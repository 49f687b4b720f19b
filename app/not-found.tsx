import { ErrorPage } from "#components/site/error-page.tsx";

export default function NotFound() {
  return <ErrorPage about={404} status={404} />;
}
