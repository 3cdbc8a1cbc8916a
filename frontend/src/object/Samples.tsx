import { useQueries } from "@tanstack/react-query";
import { Link } from "react-router";
import { client } from "@/api/client";
import { objectAddress } from "@/app/routes";
import { ButtonLink } from "@/ui/Button";

/** What each sample shows, by the ref and path it has in the project the service comes with. */
const STORIES: Record<string, string> = {
  "v1 probe.bpf.o": "a field that was renamed twice",
  "main probe.bpf.o": "the same, mended",
  "stories task_state.bpf.o": "a renamed field that nothing guards",
  "stories flavor_typo.bpf.o": "a flavour with an underscore too few",
  "main quiet.bpf.o": "no relocations",
  "stories no_btf.bpf.o": "no BTF",
};

/** The objects the service comes with. Where they were taken away there is nothing to say. */
export function Samples({ all }: { all?: boolean }) {
  const refs = useQueries({
    queries: ["v1", "main", "stories"].map((ref) => ({
      queryKey: ["sample", ref],
      queryFn: async () => {
        const path = { project: "sample", ref };
        const { data } = await client.GET("/api/v1/projects/{project}/refs/{ref}", { params: { path } });
        return (data?.objects ?? []).map(({ sha256, path: name }) => ({ sha256, name, story: `${ref} ${name}` }));
      },
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const samples = refs
    .flatMap((ref) => ref.data ?? [])
    .filter((one, at, every) => every.findIndex((other) => other.sha256 === one.sha256) === at);
  const first = samples.find((one) => one.story === Object.keys(STORIES)[0]) ?? samples[0];
  const others = samples.filter((one) => one !== first);
  return (
    <div className="row samples">
      {first !== undefined && <ButtonLink to={objectAddress(first.sha256)}>Try the sample object</ButtonLink>}
      {all && others.length > 0 && (
        <p className="small">
          <span className="muted">Other samples: </span>
          {others.map((one, at) => (
            <span key={one.sha256}>
              {at > 0 && <span className="muted">, </span>}
              <Link to={objectAddress(one.sha256)} title={one.name}>
                {STORIES[one.story] ?? one.name}
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
