import { useQuery } from "@tanstack/react-query";
import { Asked } from "@/ui/Asked";
import { Code } from "@/ui/Code";
import { Allowed, useMay } from "@/project/Allowed";
import { PolicyForm } from "./PolicyForm";
import { readPolicy } from "./policyText";

interface PolicyProps {
  project: string;
  /** What it means, sentence by sentence. */
  says: readonly string[];
}

/** What a project asks of kernels: in words, and as the text it is written in. */
export function Policy({ project, says }: PolicyProps) {
  const query = useQuery({ queryKey: ["policy", project], queryFn: () => readPolicy(project), staleTime: 0 });
  const may = useMay("upload", project);
  return (
    <>
      <ul className="project-policy">
        {says.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Asked query={query} what="the policy">
        {(policy) => (
          <>
            {!may && policy.text !== "" && <Code label="The policy" text={policy.text} />}
            <Allowed scope="upload" project={project}>
              <PolicyForm project={project} read={policy} />
            </Allowed>
          </>
        )}
      </Asked>
    </>
  );
}
