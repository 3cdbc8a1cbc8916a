import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="types">
      <p>types</p>
    </Page>
  );
}
