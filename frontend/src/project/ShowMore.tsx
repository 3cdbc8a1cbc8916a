import { Button } from "@/ui/Button";
import { Problem } from "@/ui/Problem";

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
}

/** The rest of a list, a page at a time. */
export function ShowMore({ of }: { of: Paged }) {
  if (of.isFetchNextPageError) return <Problem error={of.error} retry={() => void of.fetchNextPage()} />;
  if (!of.hasNextPage) return null;
  return (
    <div>
      <Button disabled={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        {of.isFetchingNextPage ? "Waiting for more …" : "Show more"}
      </Button>
    </div>
  );
}

/** How lists of the interface go on. */
export const PAGED = {
  pageParamName: "cursor",
  initialPageParam: null,
  getNextPageParam: (last: { nextCursor?: string | null }) => last.nextCursor ?? undefined,
} as const;
