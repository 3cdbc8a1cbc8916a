import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="projects">
      <p>projects</p>
    </Page>
  );
}
