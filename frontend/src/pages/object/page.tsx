import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="object">
      <p>object</p>
    </Page>
  );
}
