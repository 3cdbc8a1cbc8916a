import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="diff">
      <p>diff</p>
    </Page>
  );
}
