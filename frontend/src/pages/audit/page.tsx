import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="audit">
      <p>audit</p>
    </Page>
  );
}
