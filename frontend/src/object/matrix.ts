import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { client } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { decode, type MatrixBody } from "@/model/matrix";
import { asked, type Question } from "./question";

/** What is answered at once is the matrix; what takes longer is a run to follow. */
export type MatrixAnswer = MatrixBody | Schema<"RunLink">;

/** The matrix of an object, or the run that will have it. */
export function useMatrix(sha: string, question: Question) {
  const query = useQuery({
    queryKey: ["matrix", sha, question],
    queryFn: async ({ signal }): Promise<MatrixAnswer> => {
      const params = { path: { sha256: sha }, query: asked(question) };
      const { data } = await client.GET("/api/v1/objects/{sha256}/matrix", { params, signal });
      if (data === undefined) throw new Error("the service answered without a body");
      return data;
    },
    // What was said of other kernels stays until these answer, so that the page does not collapse.
    placeholderData: (before, asked) => (asked?.queryKey[1] === sha ? before : undefined),
    // A matrix is long; what was decoded stays while nothing changed.
    structuralSharing: false,
  });
  const matrix = useMemo(
    () => (query.data !== undefined && "kernels" in query.data ? decode(query.data) : undefined),
    [query.data],
  );
  const run = query.data !== undefined && "run" in query.data ? query.data.run.split("/").at(-1) : undefined;
  return { query, matrix, run };
}
