import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="relocation">
      <p>relocation</p>
    </Page>
  );
}
