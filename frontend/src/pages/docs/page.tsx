import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="docs">
      <p>docs</p>
    </Page>
  );
}
