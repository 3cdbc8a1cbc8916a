import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="archive">
      <p>archive</p>
    </Page>
  );
}
