import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="run">
      <p>run</p>
    </Page>
  );
}
