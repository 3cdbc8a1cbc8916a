import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="project">
      <p>project</p>
    </Page>
  );
}
