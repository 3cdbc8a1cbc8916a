import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="renames">
      <p>renames</p>
    </Page>
  );
}
