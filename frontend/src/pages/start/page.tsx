import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="start">
      <p>start</p>
    </Page>
  );
}
