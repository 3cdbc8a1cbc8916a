import { Page } from "@/ui/Page";

export function Component() {
  return (
    <Page title="object-kernels">
      <p>object-kernels</p>
    </Page>
  );
}
