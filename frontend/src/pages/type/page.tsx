import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="type">
      <p>type</p>
    </Page>
  );
}
