import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="settings">
      <p>settings</p>
    </Page>
  );
}
