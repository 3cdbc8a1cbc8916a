import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="search">
      <p>search</p>
    </Page>
  );
}
