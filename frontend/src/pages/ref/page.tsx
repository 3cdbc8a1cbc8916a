import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="ref">
      <p>ref</p>
    </Page>
  );
}
