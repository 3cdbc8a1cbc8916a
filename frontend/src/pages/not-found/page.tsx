import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="not-found">
      <p>not-found</p>
    </Page>
  );
}
