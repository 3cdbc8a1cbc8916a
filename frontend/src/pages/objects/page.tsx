import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="objects">
      <p>objects</p>
    </Page>
  );
}
