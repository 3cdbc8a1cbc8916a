/** The address of the feed of what broke and was fixed. */
export function feedPath(project: string | undefined): string {
  return `/api/v1/events.atom${project === undefined ? "" : `?project=${encodeURIComponent(project)}`}`;
}

/** Leads to the feed, and tells feed readers of it. */
export function Feed({ project }: { project: string | undefined }) {
  const path = feedPath(project);
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title="What broke and was fixed" href={path} />
      <a className="button" data-size="small" href={path} type="application/atom+xml">
        Atom feed
      </a>
    </>
  );
}
