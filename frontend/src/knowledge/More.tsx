import { Button } from "@/ui/Button";

/** For lists that go on at `nextCursor`: the first part is asked for without one. */
export const rest = {
  pageParamName: "cursor",
  initialPageParam: null,
  getNextPageParam: (last: { nextCursor?: string | null }) => last.nextCursor ?? undefined,
};

interface MoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** What there is more of. */
  noun: string;
}

/** The next part of a list, where there is one. */
export function More({ query, noun }: MoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <div>
      <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {query.isFetchingNextPage ? `Waiting for more ${noun} …` : `Show more ${noun}`}
      </Button>
    </div>
  );
}
