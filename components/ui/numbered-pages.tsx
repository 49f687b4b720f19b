interface Props {
  /** The page that is shown, counted from 1. */
  page: number;
  last: number;
  /** The address of a page. */
  to: (page: number) => string;
}

/** The numbers worth offering from a page: the ends, its neighbours, and a gap where some are left out. */
export function pageNumbers(current: number, last: number): (number | null)[] {
  const near = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(near)].toSorted((a, b) => a - b);
  return pages.flatMap((page, index) => (index > 0 && page - (pages[index - 1] ?? page) > 1 ? [null, page] : [page]));
}

/** Links to the other pages of a list. */
export function NumberedPages({ page: current, last, to }: Props) {
  if (last < 2 || current > last) return null;
  return (
    <nav aria-label="Pages of results" className="no-print flex flex-wrap items-center gap-x-1 gap-y-2 pt-8">
      {current > 1 && (
        <a href={to(current - 1)} rel="prev" className="page-link">
          Previous <span className="sr-only">page</span>
        </a>
      )}
      {pageNumbers(current, last).map((page, index) =>
        page === null ? (
          <span key={`gap-${index}`} aria-hidden="true" className="px-1">
            …
          </span>
        ) : page === current ? (
          <b key={page} aria-current="page" className="page-link">
            <span className="sr-only">Page </span>
            {page}
          </b>
        ) : (
          <a key={page} href={to(page)} className="page-link">
            <span className="sr-only">Page </span>
            {page}
          </a>
        ),
      )}
      {current < last && (
        <a href={to(current + 1)} rel="next" className="page-link">
          Next <span className="sr-only">page</span>
        </a>
      )}
    </nav>
  );
}
