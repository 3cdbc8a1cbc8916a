import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="kernels">
      <p>kernels</p>
    </Page>
  );
}
