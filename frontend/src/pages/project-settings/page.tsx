import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="project-settings">
      <p>project-settings</p>
    </Page>
  );
}
