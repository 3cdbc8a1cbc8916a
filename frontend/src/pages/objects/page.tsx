import { useInfiniteQuery } from "@tanstack/react-query";
import { client } from "@/api/client";
import { DropZone } from "@/object/DropZone";
import { ObjectsTable } from "@/object/ObjectsTable";
import { Samples } from "@/object/Samples";
import { Asked } from "@/ui/Asked";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import "./objects.css";

const AT_ONCE = 50;

/** Every object the service keeps, the latest first. */
export function Component() {
  const list = useInfiniteQuery({
    queryKey: ["objects"],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: AT_ONCE, ...(pageParam === "" ? {} : { cursor: pageParam }) };
      const { data } = await client.GET("/api/v1/objects", { params: { query }, signal });
      return data ?? { objects: [], nextCursor: null };
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return (
    <Page title="Objects">
      <DropZone />
      <div className="objects-list">
        <Asked query={list} what="objects">
          {({ pages }) => {
            const objects = pages.flatMap((page) => page.objects);
            if (objects.length === 0) {
              return (
                <Empty says="No objects yet. Drop one above, or look at the sample.">
                  <Samples />
                </Empty>
              );
            }
            return (
              <>
                <ObjectsTable objects={objects} label="Objects" />
                {list.hasNextPage && (
                  <p>
                    <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                      {list.isFetchingNextPage ? "Waiting for more …" : "Show more"}
                    </Button>
                  </p>
                )}
              </>
            );
          }}
        </Asked>
      </div>
    </Page>
  );
}
