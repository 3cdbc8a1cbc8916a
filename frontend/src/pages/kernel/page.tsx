import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="kernel">
      <p>kernel</p>
    </Page>
  );
}
