import { Code } from "@/ui/Code";
import { Empty } from "@/ui/Empty";

/** No kernel to ask: how to get some. */
export function EmptyArchive() {
  return (
    <Empty says="The archive has no kernels. This fills it from the mirror that apt is configured with:">
      <Code label="The command that fills the archive" copy="Copy the command" text="relogrid archive sync debian" />
    </Empty>
  );
}
