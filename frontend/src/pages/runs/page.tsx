import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="runs">
      <p>runs</p>
    </Page>
  );
}
