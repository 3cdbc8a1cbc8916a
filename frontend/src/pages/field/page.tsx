import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="field">
      <p>field</p>
    </Page>
  );
}
