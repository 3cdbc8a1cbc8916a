import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="agreement">
      <p>agreement</p>
    </Page>
  );
}
